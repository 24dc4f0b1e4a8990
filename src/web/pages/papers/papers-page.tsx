import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { PaperKind } from '../../../council/index.ts';
import { meQuery, overviewQuery, papersQuery } from '../../api/queries.ts';
import type { PaperRow } from '../../api/types.ts';
import { useLanguage } from '../../language/context.tsx';
import { ExportMenu, type PlainTable } from '../../plan/export-menu.tsx';
import { isOpen } from '../../plan/papers.ts';
import { buttonClass } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { German } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { DeskView } from './desk-view.tsx';

function useColumns(): Column<PaperRow>[] {
  const { t, f, text } = useLanguage();
  return [
    {
      key: 'reference',
      label: t.papers.paper,
      rowHeader: true,
      noWrap: true,
      cell: (row) => (
        <Link to="/ratspost/$id" params={{ id: row.id }}>
          {row.reference}
        </Link>
      ),
    },
    { key: 'kind', label: t.roadmap.kind, cell: (row) => t.paperKinds[row.kind] },
    { key: 'name', label: t.papers.subject, cell: (row) => <German>{row.name}</German> },
    {
      key: 'originators',
      label: t.papers.originator,
      cell: (row) => <German>{row.originators.join(', ') || '–'}</German>,
    },
    {
      key: 'next',
      label: t.papers.nextStep,
      cell: (row) =>
        row.nextStep === null
          ? '–'
          : `${text(row.nextStep.label)}${row.nextStep.on === null ? `, ${t.dateMissing}` : ` ${f.date(row.nextStep.on)}`}`,
    },
    {
      key: 'verdict',
      label: t.papers.verdict,
      cell: (row) =>
        row.verdict === null
          ? t.papers.notAssessed
          : `${t.verdicts[row.verdict]}${row.lookAgainOn ? `, ${t.papers.lookAgain} ${f.date(row.lookAgainOn)}` : ''}`,
    },
    {
      key: 'outcome',
      label: t.papers.outcome,
      cell: (row) =>
        row.outcome
          ? `${t.outcomes[row.outcome.result]}${row.outcome.on ? ` ${f.date(row.outcome.on)}` : ''}`
          : t.outcomes.open,
    },
  ];
}

/** The register as a file; its headings are those that the list import understands. */
function useRegisterTable(): (rows: readonly PaperRow[]) => PlainTable {
  const { t } = useLanguage();
  const { targets } = t.paperList;
  const named = (target: string): string => targets[target] ?? target;
  return (rows) => ({
    head: [
      ...['reference', 'kind', 'name', 'originators'].map(named),
      t.papers.verdict,
      t.papers.lookAgain,
      t.papers.outcome,
    ],
    lines: rows.map((row) => [
      row.reference,
      t.paperKinds[row.kind],
      row.name,
      row.originators.join('; '),
      row.verdict ? t.verdicts[row.verdict] : null,
      row.lookAgainOn,
      t.outcomes[row.outcome?.result ?? 'open'],
    ]),
  });
}

const kinds: PaperKind[] = ['motion', 'councilInquiry', 'amendment', 'draftResolution', 'information'];

function Content({ papers, asOf }: { papers: readonly PaperRow[]; asOf: string }) {
  const { t } = useLanguage();
  const search = useSearch({ from: '/ratspost' });
  const navigate = useNavigate({ from: '/ratspost' });
  const columns = useColumns();
  const table = useRegisterTable();
  const shown = papers.filter((row) => search.art === undefined || row.kind === search.art);
  const groups = [
    { title: t.papers.open, rows: shown.filter((row) => isOpen(row, asOf)) },
    { title: t.papers.closed, rows: shown.filter((row) => !isOpen(row, asOf)) },
  ];
  return (
    <>
      <div className="fp-tools">
        <SelectField
          label={t.roadmap.kind}
          all={t.all}
          options={kinds
            .filter((kind) => papers.some((row) => row.kind === kind))
            .map((value) => ({ value, label: t.paperKinds[value] }))}
          value={search.art ?? ''}
          onChange={(value) => {
            const art = kinds.find((one) => one === value);
            void navigate({
              search: ({ art: _, ...rest }) => ({ ...rest, ...(art ? { art } : {}) }),
              replace: true,
              resetScroll: false,
            });
          }}
        />
        <ExportMenu name={t.nav.papers} table={() => table(shown)} />
      </div>
      {groups.map(({ title, rows }, index) => (
        <Section key={title} title={title} gap={index > 0}>
          {(titleId) =>
            rows.length === 0 ? (
              <p className="fp-note">{t.papers.noneHere}</p>
            ) : (
              <DataTable labelledBy={titleId} columns={columns} rows={rows} rowKey={(row) => row.id} />
            )
          }
        </Section>
      ))}
    </>
  );
}

export function PapersPage() {
  const { t } = useLanguage();
  const query = useQuery(papersQuery);
  const { data: me } = useQuery(meQuery);
  const mayWrite = me?.permissions.includes('writePapers') ?? false;
  // The day of the agenda, from which past and future are told apart.
  const overview = useQuery(overviewQuery);
  return (
    <div className="fp-page">
      <PageHead title={t.nav.papers}>
        {mayWrite && (
          <Link to="/ratspost/neu" className={buttonClass('main')}>
            {t.paperForm.add}
          </Link>
        )}
        <Link to="/ratspost/sitzungen" className={buttonClass('quiet')}>
          {t.meetings.title}
        </Link>
        <Link to="/ratspost/beschluesse" className={buttonClass('quiet')}>
          {t.resolutions.title}
        </Link>
        <Link to="/ratspost/zusagen" className={buttonClass('quiet')}>
          {t.promises.title}
        </Link>
        <Link to="/ratspost/berichte" className={buttonClass('quiet')}>
          {t.reports.title}
        </Link>
        <Link to="/ratspost/ratsinformation" className={buttonClass('quiet')}>
          {t.councilImport.title}
        </Link>
        <Link to="/ratspost/einstellungen" className={buttonClass('quiet')}>
          {t.desk.settings}
        </Link>
      </PageHead>
      <DeskView />
      <Loaded query={query}>
        {({ papers }) =>
          papers.length === 0 ? (
            <Empty title={t.papers.none}>
              <p>{t.nextStep.papers}</p>
            </Empty>
          ) : (
            <Loaded query={overview}>{({ asOf }) => <Content papers={papers} asOf={asOf} />}</Loaded>
          )
        }
      </Loaded>
    </div>
  );
}
