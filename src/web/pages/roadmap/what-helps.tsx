import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { Answer, RoadmapProject } from '../../../planning/index.ts';
import { post } from '../../api/client.ts';
import { useJob } from '../../api/job.ts';
import { askedQuery } from '../../api/queries.ts';
import { useLanguage } from '../../language/context.tsx';
import { nearestDeadline } from '../../plan/facts.ts';
import { JobProgress } from '../../plan/job-progress.tsx';
import { Button } from '../../ui/button.tsx';
import type { Planning } from './planning.tsx';

/** What can be done, each with the end that it leads to or the weeks that it gains. */
function useWays(project: RoadmapProject, answer: Answer): string[] {
  const { t, f } = useLanguage();
  const words = t.help;
  const { kept, displacing } = answer;
  const better = (finish: string) => project.finish !== null && finish < project.finish;
  const ways: (string | false)[] = [
    kept !== null &&
      better(kept.finish) &&
      words.kept(f.date(kept.start), f.date(kept.finish), t.quality[kept.quality]),
    displacing !== null &&
      better(displacing.finish) &&
      displacing.finish !== kept?.finish &&
      words.displacing(f.date(displacing.start), f.date(displacing.finish)),
    ...answer.tradeOffs
      .filter(({ kind, finish }) => kind === 'drop' && better(finish))
      .map((one) => words.drop(f.list(one.dropped), f.date(one.finish))),
    ...answer.tradeOffs
      .filter(({ displaced, finish }) => displaced.length > 0 && better(finish))
      .map((one) => words.slip(one.displaced.length, f.number(one.lateWeeks), f.date(one.finish))),
    ...answer.measures
      .filter(({ gainWeeks }) => gainWeeks > 0)
      .map((one) =>
        one.team === null
          ? words.money(f.number(one.gainWeeks))
          : words.posts(f.number(one.fte, 1), one.team, one.from ? f.month(one.from) : '', f.number(one.gainWeeks)),
      ),
  ];
  return ways.filter((one) => one !== false);
}

function Ways({ project, answer, planning }: { project: RoadmapProject; answer: Answer; planning: Planning }) {
  const { t, f } = useLanguage();
  const ways = useWays(project, answer);
  const deadline = nearestDeadline(project.deadlines)?.on;
  const { kept } = answer;
  return (
    <>
      {ways.length === 0 ? (
        <p>{t.help.nothing}</p>
      ) : (
        <ul className="fp-bullets">
          {ways.map((way) => (
            <li key={way}>{way}</li>
          ))}
        </ul>
      )}
      {kept && deadline && (
        <p className="fp-note">{kept.finish <= deadline ? t.help.inTime : t.help.stillLate(f.date(deadline))}</p>
      )}
      {planning.mayPlan && kept && project.finish && kept.finish < project.finish && (
        <Button
          isDisabled={planning.run.running}
          onPress={() => planning.hold({ project: project.id, start: kept.start })}
        >
          {t.help.holdThere(f.date(kept.start))}
        </Button>
      )}
    </>
  );
}

/** "Was würde helfen?": asked on request, because the answer is searched for. */
export function WhatHelps({ project, planning }: { project: RoadmapProject; planning: Planning }) {
  const { t } = useLanguage();
  const titleId = useId();
  const path = `/projects/${encodeURIComponent(project.id)}/help`;
  const query = useQuery(askedQuery<Answer>(path));
  const run = useJob(() => void query.refetch());
  const help = query.data?.asked ?? null;
  return (
    <section className="fp-sec fp-gap" aria-labelledby={titleId}>
      <h3 id={titleId} className="fp-h2">
        {t.help.title}
      </h3>
      {help && !help.outdated && <Ways project={project} answer={help.answer} planning={planning} />}
      {help?.outdated && <p className="fp-muted">{t.help.outdated}</p>}
      {planning.mayPlan && (help === null || help.outdated) && (
        <Button isDisabled={run.running} onPress={() => run.start(() => post<{ job: string }>(path))}>
          {t.help.ask}
        </Button>
      )}
      <JobProgress run={run} />
    </section>
  );
}
