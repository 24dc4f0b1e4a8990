import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { RoadmapProject, WhyDate } from '../../planning/index.ts';
import { loadQuery, whyQuery } from '../api/queries.ts';
import { useLanguage } from '../language/context.tsx';
import { Loaded } from '../ui/states.tsx';
import { type Names, reasonSubject, reasonText } from './reason-text.ts';

function Reasons({ why, names }: { why: WhyDate; names: Names }) {
  const { t, f } = useLanguage();
  if (why.reasons.length === 0) return <p>{t.why.nothingBinds}</p>;
  return (
    <>
      <p className="fp-muted">{why.reasons.some((reason) => reason.together) ? t.why.together : t.why.explanation}</p>
      <ol className="fp-why">
        {why.reasons.map((reason) => (
          <li key={JSON.stringify(reason)}>
            <span>{reasonText(reason, names, t, f)}</span>
            <span className="fp-gain">{t.units.weeksShort(f.number(reason.gainWeeks))}</span>
          </li>
        ))}
      </ol>
      {why.notBinding.length > 0 && (
        <p className="fp-foot">
          {t.why.notBinding}: {why.notBinding.map((reason) => reasonSubject(reason, names, t, f)).join(', ')}.
        </p>
      )}
    </>
  );
}

/** "Warum dieses Datum?": at most five facts, each tested by taking it away. */
export function WhyThisDate({ id, projects }: { id: string; projects: readonly RoadmapProject[] }) {
  const { t } = useLanguage();
  const titleId = useId();
  const project = projects.find((one) => one.id === id);
  const dated = project !== undefined && project.start !== null;
  const query = useQuery({ ...whyQuery(id), enabled: dated });
  const load = useQuery(loadQuery);
  const names: Names = {
    team: (team) => load.data?.rows.find((row) => row.team === team)?.shortName ?? team,
    budgetLine: (line) => load.data?.budgetLines.find((one) => one.id === line)?.name ?? line,
  };
  return (
    <section className="fp-sec" aria-labelledby={titleId}>
      <h3 id={titleId} className="fp-h2">
        {t.why.title}
      </h3>
      {dated ? (
        <Loaded query={query}>{(why) => <Reasons why={why} names={names} />}</Loaded>
      ) : (
        <p className="fp-muted">{t.roadmap.notDated}</p>
      )}
    </section>
  );
}
