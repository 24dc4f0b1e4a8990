import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { councilSettingsQuery } from '../../api/council.ts';
import {
  councilImportQuery,
  type ImportRun,
  incomingMeetingsQuery,
  incomingPapersQuery,
  startCouncilImport,
} from '../../api/council-import.ts';
import { useJob } from '../../api/job.ts';
import { meQuery } from '../../api/queries.ts';
import { useLanguage } from '../../language/context.tsx';
import { JobProgress } from '../../plan/job-progress.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { CheckInput } from '../../ui/form.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { Section } from '../../ui/section.tsx';
import { Loaded } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { IncomingMeetings, IncomingPapers, shownOf } from './incoming-tables.tsx';
import { SourceForm } from './source-form.tsx';

/** Remarks of a run that are shown. */
const SHOWN = 10;

function Runs({ titleId, runs }: { titleId: string; runs: readonly ImportRun[] }) {
  const { t, f, text } = useLanguage();
  const columns: Column<ImportRun>[] = [
    {
      key: 'begun',
      label: t.councilImport.begun,
      rowHeader: true,
      noWrap: true,
      cell: (row) => `${f.date(row.startedAt.slice(0, 10))}, ${row.startedAt.slice(11, 16)} UTC`,
    },
    { key: 'state', label: t.councilImport.state, cell: (row) => t.councilImport.states[row.state] },
    {
      key: 'changes',
      label: t.councilImport.changes,
      cell: ({ counts }) => t.councilImport.counts(counts.new, counts.changed, counts.unchanged, counts.gone),
    },
    {
      key: 'remarks',
      label: t.councilImport.remarks,
      cell: ({ faults, faultCount }) =>
        faultCount === 0 ? (
          '–'
        ) : (
          <details>
            <summary>{t.councilImport.faults(faultCount)}</summary>
            <ul>
              {faults.slice(0, SHOWN).map((one) => (
                <li key={one.de}>{text(one)}</li>
              ))}
            </ul>
            {faultCount > SHOWN && <p>{t.councilImport.more(faultCount - SHOWN)}</p>}
          </details>
        ),
    },
  ];
  if (runs.length === 0) return <p className="fp-note">{t.councilImport.noRuns}</p>;
  return <DataTable labelledBy={titleId} columns={columns} rows={runs} rowKey={(row) => row.id} />;
}

/** Head of the page for who may read: reads now, and follows a run that goes on already. */
function ReadingHead({ job, source }: { job: string | null | undefined; source: boolean | undefined }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const run = useJob(() => {
    for (const { queryKey } of [councilImportQuery, incomingPapersQuery, incomingMeetingsQuery])
      void client.invalidateQueries({ queryKey });
  });
  const { start, running } = run;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a run that was found when the page was opened.
  useEffect(() => {
    if (job && !running) start(() => Promise.resolve({ job }));
  }, [job]);
  return (
    <>
      <PageHead title={t.councilImport.title} lead={t.councilImport.lead}>
        <Button
          look="main"
          isDisabled={source !== true || job === undefined || running}
          onPress={() => start(startCouncilImport)}
        >
          {t.councilImport.readNow}
        </Button>
        {source === false && <span className="fp-muted">{t.councilImport.noSource}</span>}
        <Link to="/ratspost/liste-uebernehmen" className={buttonClass('quiet')}>
          {t.paperList.open}
        </Link>
      </PageHead>
      <JobProgress run={run} words={{ running: t.councilImport.reading, failed: t.councilImport.failed }} />
    </>
  );
}

function Inbox({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useLanguage();
  const { alles } = useSearch({ from: '/ratspost/ratsinformation' });
  const navigate = useNavigate({ from: '/ratspost/ratsinformation' });
  const papers = useQuery(incomingPapersQuery);
  const meetings = useQuery(incomingMeetingsQuery);
  const all = alles === true;
  const none = (whole: readonly unknown[]) => (
    <p className="fp-note">{whole.length === 0 ? t.councilImport.nothing : t.councilImport.nothingOpen}</p>
  );
  return (
    <>
      <div className="fp-tools">
        <CheckInput
          label={`${t.councilImport.show}: ${t.councilImport.open}`}
          value={!all}
          onChange={(only) => void navigate({ search: only ? {} : { alles: true }, replace: true, resetScroll: false })}
        />
      </div>
      <Section title={t.councilImport.papers}>
        {(titleId) => (
          <Loaded query={papers}>
            {(answer) => {
              const shown = shownOf(answer.papers, all);
              if (shown.length === 0) return none(answer.papers);
              return <IncomingPapers titleId={titleId} papers={shown} mayWrite={mayWrite} />;
            }}
          </Loaded>
        )}
      </Section>
      <Section title={t.councilImport.meetings} gap>
        {(titleId) => (
          <Loaded query={meetings}>
            {(answer) => {
              const shown = shownOf(answer.meetings, all);
              if (shown.length === 0) return none(answer.meetings);
              return <IncomingMeetings titleId={titleId} meetings={shown} mayWrite={mayWrite} />;
            }}
          </Loaded>
        )}
      </Section>
    </>
  );
}

/** The council information system of the city: where it is, reading it, and what of it is not here yet. */
export function CouncilImportPage() {
  const { t } = useLanguage();
  const settings = useQuery(councilSettingsQuery);
  const state = useQuery(councilImportQuery);
  const { data: me } = useQuery(meQuery);
  const mayWrite = me?.permissions.includes('writePapers') ?? false;
  const source = settings.data && settings.data.settings.oparlSource !== undefined;
  return (
    <div className="fp-page">
      {mayWrite ? (
        <ReadingHead job={state.data?.job} source={source} />
      ) : (
        <PageHead title={t.councilImport.title} lead={t.councilImport.lead} />
      )}
      <Inbox mayWrite={mayWrite} />
      <Section title={t.councilImport.runs} gap>
        {(titleId) => <Loaded query={state}>{({ runs }) => <Runs titleId={titleId} runs={runs} />}</Loaded>}
      </Section>
      {mayWrite && (
        <Section title={t.councilImport.source} gap>
          <Loaded query={settings}>{(answer) => <SourceForm answer={answer} />}</Loaded>
        </Section>
      )}
    </div>
  );
}
