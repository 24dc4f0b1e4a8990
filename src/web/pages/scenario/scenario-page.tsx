import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { change, post } from '../../api/client.ts';
import { useJob } from '../../api/job.ts';
import { planHasChanged } from '../../api/plan-changes.ts';
import { meQuery, scenarioQuery } from '../../api/queries.ts';
import type { ScenarioRow } from '../../api/types.ts';
import { notifyWithUndo } from '../../api/undo.ts';
import { DeleteRecord } from '../../form/delete-record.tsx';
import { useFormAction } from '../../form/form-action.ts';
import { useLanguage } from '../../language/context.tsx';
import { useChangeText } from '../../plan/change-text.ts';
import { DifferenceTables } from '../../plan/difference/difference-tables.tsx';
import { differenceInWords } from '../../plan/difference/difference-words.ts';
import { JobProgress } from '../../plan/job-progress.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { German } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { Failure, Loaded, Missing } from '../../ui/states.tsx';
import { SideBySide } from '../scenarios/side-by-side.tsx';
import { RepairSection } from './repair.tsx';

function Outcome({ row }: { row: ScenarioRow }) {
  const { t, f, text } = useLanguage();
  const { result } = row;
  if (result === null) return <p className="fp-muted">{t.scenarios.notComputed}</p>;
  const { difference } = result.outcome;
  return (
    <>
      {result.outdated && (
        <p className="fp-notice" role="status">
          {t.scenarios.outdated}
        </p>
      )}
      <div className="fp-lead fp-gap">
        {difference ? (
          differenceInWords(difference, t, f).map((sentence) => <p key={sentence}>{sentence}</p>)
        ) : (
          <p>{result.reason ? text(result.reason) : t.scenarios.impossible}</p>
        )}
      </div>
      <SideBySide rows={[row]} action={() => ''} />
      {difference && <DifferenceTables difference={difference} />}
    </>
  );
}

/** The changes go into the records, which can be taken back; or the scenario is deleted. */
function Steps({ row }: { row: ScenarioRow }) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const client = useQueryClient();
  const action = useFormAction();
  const { scenario, version } = row;
  const promote = async (): Promise<void> => {
    const path = `/scenarios/${encodeURIComponent(scenario.id)}/promote`;
    const { entries } = await change<{ entries: number[] }>('POST', path, { version });
    planHasChanged(client);
    await navigate({ to: '/plaene' });
    notifyWithUndo(client, t, t.scenarios.promoted(scenario.name), entries);
  };
  return (
    <Section title={t.scenarios.promote} gap>
      <p>{t.scenarios.promoteLead}</p>
      {action.problem && <Failure problem={action.problem} />}
      <div className="fp-actions fp-gap">
        <Button isDisabled={action.busy} onPress={() => void action.run(promote)}>
          {t.scenarios.promote}
        </Button>
      </div>
      <DeleteRecord
        kind="scenario"
        id={scenario.id}
        name={scenario.name}
        version={version}
        onDeleted={() => navigate({ to: '/szenarien' })}
      />
    </Section>
  );
}

function Content({ row, onDone }: { row: ScenarioRow; onDone: () => void }) {
  const { t } = useLanguage();
  const { data: me } = useQuery(meQuery);
  const words = useChangeText();
  const run = useJob(onDone);
  const { scenario } = row;
  const mayPlan = me?.permissions.includes('plan') ?? false;
  return (
    <>
      <PageHead title={scenario.name} lead={scenario.description && <German>{scenario.description}</German>}>
        {me?.permissions.includes('writeScenarios') && (
          <Link to="/szenarien/$id/bearbeiten" params={{ id: scenario.id }} className={buttonClass()}>
            {t.scenarios.edit}
          </Link>
        )}
        {mayPlan && (
          <Button
            look="main"
            isDisabled={run.running}
            onPress={() =>
              run.start(() =>
                post<{ job: string }>(`/scenarios/${encodeURIComponent(scenario.id)}/compute`, crypto.randomUUID()),
              )
            }
          >
            {row.result ? t.scenarios.computeAgain : t.scenarios.compute}
          </Button>
        )}
      </PageHead>
      <JobProgress run={run} />
      <Section title={t.scenarios.changes}>
        <ul className="fp-bullets">
          {scenario.changes.map((one) => (
            <li key={JSON.stringify(one)}>{words(one)}</li>
          ))}
        </ul>
      </Section>
      <div className="fp-gap">
        <Outcome row={row} />
      </div>
      <RepairSection scenario={scenario.id} />
      {mayPlan && <Steps key={row.version} row={row} />}
    </>
  );
}

/** One scenario: its changes, what they lead to, and the way into the agenda. */
export function ScenarioPage() {
  const { t } = useLanguage();
  const { id } = useParams({ from: '/szenarien/$id' });
  const query = useQuery(scenarioQuery(id));
  return (
    <div className="fp-page">
      <Loaded query={query} missing={<Missing>{t.scenarios.none}</Missing>}>
        {(row) => <Content key={id} row={row} onDone={() => void query.refetch()} />}
      </Loaded>
    </div>
  );
}
