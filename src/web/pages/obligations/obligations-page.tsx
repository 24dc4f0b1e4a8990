import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useId } from 'react';
import type { Force } from '../../../agenda/index.ts';
import type { Light, ObligationRow } from '../../../planning/index.ts';
import { obligationsQuery } from '../../api/queries.ts';
import type { ObligationsAnswer } from '../../api/types.ts';
import type { ObligationsSearch } from '../../app/search.ts';
import { useLanguage } from '../../language/context.tsx';
import { NewRegister } from '../../plan/edit-register.tsx';
import { forceWord } from '../../plan/facts.ts';
import { LawTabs } from '../../plan/law-tabs.tsx';
import { LightAndHelp } from '../../plan/light-and-help.tsx';
import { Button } from '../../ui/button.tsx';
import { download, toCsv } from '../../ui/csv.ts';
import { SearchField, SelectField } from '../../ui/field.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { German, IllustrativeNote } from '../../ui/marks.tsx';
import { ScrollArea, Section } from '../../ui/section.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { filterObligations } from './filter.ts';
import { ShippedRegister } from './shipped-register.tsx';

function Projects({ row }: { row: ObligationRow }) {
  const { t } = useLanguage();
  if (row.projects.length === 0) return row.uncovered ? <strong>{t.obligations.uncovered}</strong> : '–';
  return row.projects.map((project, index) => (
    <span key={project.id}>
      {index > 0 && ', '}
      <Link to="/projekte/$id" params={{ id: project.id }} title={project.name}>
        {project.id}
      </Link>
    </span>
  ));
}

function useColumns(illustrative: boolean): Column<ObligationRow>[] {
  const { t, f } = useLanguage();
  return [
    {
      key: 'name',
      label: t.obligations.duty,
      rowHeader: true,
      cell: (row) => (
        <Link to="/belege/$kind/$id" params={{ kind: 'obligation', id: row.id }}>
          <German>{row.name}</German>
        </Link>
      ),
    },
    {
      key: 'law',
      label: t.obligations.legalBasis,
      short: t.obligations.law,
      cell: (row) => `${row.law} ${row.paragraph}`,
    },
    { key: 'force', term: 'force', label: t.obligations.force, cell: (row) => forceWord(row, t) },
    {
      key: 'addressee',
      term: 'addressee',
      label: t.obligations.addressee,
      cell: (row) => <German>{row.addressee}</German>,
    },
    {
      key: 'deadline',
      label: t.obligations.deadline,
      numeric: true,
      cell: (row) => (row.deadline ? f.date(row.deadline) : t.obligations.noDeadline),
    },
    { key: 'projects', label: t.obligations.projects, cell: (row) => <Projects row={row} /> },
    {
      key: 'finish',
      label: t.obligations.plan,
      numeric: true,
      illustrative,
      cell: (row) => (row.finish ? f.date(row.finish) : '–'),
    },
    {
      key: 'margin',
      term: 'margin',
      label: t.obligations.marginDays,
      short: t.obligations.margin,
      numeric: true,
      strong: true,
      cell: (row) => (row.marginDays === null ? '–' : f.number(row.marginDays)),
    },
    { key: 'light', label: t.light, cell: (row) => <LightAndHelp row={row} /> },
  ];
}

function Tools(props: {
  rows: readonly ObligationRow[];
  shown: readonly ObligationRow[];
  search: ObligationsSearch;
  onChange: (change: Partial<ObligationsSearch>) => void;
}) {
  const { rows, shown, search, onChange } = props;
  const { t, language } = useLanguage();
  const forces: Force[] = ['must', 'should', 'conditional', 'optional', 'info'];
  const lights = [...new Set(rows.map((row): Light => row.light))];
  const save = (): void => {
    const head = [
      t.obligations.duty,
      t.obligations.legalBasis,
      t.obligations.force,
      t.obligations.addressee,
      t.obligations.deadline,
      t.obligations.projects,
      t.obligations.plan,
      t.obligations.marginDays,
      t.light,
    ];
    const lines = shown.map((row) => [
      row.name,
      `${row.law} ${row.paragraph}`,
      forceWord(row, t),
      row.addressee,
      row.deadline,
      row.projects.map((project) => project.id).join(' '),
      row.finish,
      row.marginDays,
      t.lights[row.light],
    ]);
    download(`${t.obligations.fileName}.csv`, toCsv([head, ...lines], language === 'de'));
  };
  return (
    <div className="fp-tools">
      <SearchField
        label={t.search}
        value={search.suche ?? ''}
        onChange={(value) => onChange({ suche: value || undefined })}
      />
      <SelectField
        label={t.obligations.force}
        all={t.all}
        options={forces.map((value) => ({ value, label: t.forces[value] }))}
        value={search.kraft ?? ''}
        onChange={(value) => onChange({ kraft: forces.find((one) => one === value) })}
      />
      <SelectField
        label={t.light}
        all={t.all}
        options={lights.map((value) => ({ value, label: t.lights[value] }))}
        value={search.ampel ?? ''}
        onChange={(value) => onChange({ ampel: value || undefined })}
      />
      <span role="status" className="fp-muted">
        {t.obligations.shown(shown.length, rows.length)}
      </span>
      <span className="fp-tools__end">
        <Button onPress={save}>{t.exportView}</Button>
      </span>
    </div>
  );
}

function Content({ answer }: { answer: ObligationsAnswer }) {
  const { t } = useLanguage();
  const search = useSearch({ from: '/pflichten' });
  const navigate = useNavigate({ from: '/pflichten' });
  const id = useId();
  const columns = useColumns(answer.obligations.some((row) => row.illustrative));
  const shown = filterObligations(answer.obligations, search);
  return (
    <>
      <Tools
        rows={answer.obligations}
        shown={shown}
        search={search}
        onChange={(part) =>
          void navigate({ search: (old) => ({ ...old, ...part }), replace: true, resetScroll: false })
        }
      />
      {shown.length === 0 ? (
        <Empty title={t.obligations.nothingMatches}>
          <p>{t.roadmap.loosenFilter}</p>
          <Button onPress={() => void navigate({ search: {} })}>{t.resetFilter}</Button>
        </Empty>
      ) : (
        <Section title={t.obligations.register} hiddenTitle id={id}>
          {(titleId) => (
            <ScrollArea labelledBy={titleId}>
              <DataTable labelledBy={titleId} columns={columns} rows={shown} rowKey={(row) => row.id} />
            </ScrollArea>
          )}
        </Section>
      )}
      <p className="fp-foot">
        {t.lightRule} {t.obligations.forceRule} <IllustrativeNote /> {t.illustrativeColumn}
      </p>
    </>
  );
}

export function ObligationsPage() {
  const { t, f } = useLanguage();
  const query = useQuery(obligationsQuery);
  return (
    <div className="fp-page">
      <PageHead
        title={t.nav.obligations}
        lead={query.data?.obligations.length ? <Lead answer={query.data} /> : undefined}
      >
        {query.data && <span className="fp-state">{t.asOf(f.date(query.data.asOf))}</span>}
        <NewRegister kind="obligation">{t.register.newObligation}</NewRegister>
      </PageHead>
      <LawTabs />
      <Loaded query={query}>
        {(answer) => (
          <>
            {answer.obligations.length === 0 ? (
              <Empty title={t.obligations.none}>
                <p>{t.nextStep.duties}</p>
              </Empty>
            ) : (
              <Content answer={answer} />
            )}
            <ShippedRegister open={answer.obligations.length === 0} />
          </>
        )}
      </Loaded>
    </div>
  );
}

/** How many duties must be met, how many of them no project covers, and how many are late. */
function Lead({ answer }: { answer: ObligationsAnswer }) {
  const { t } = useLanguage();
  const must = answer.obligations.filter(
    (row) => row.force === 'must' && (row.status === 'inForce' || row.status === 'changed'),
  );
  const late = answer.obligations.filter((row) => row.light === 'missed' || row.light === 'overdue').length;
  return t.obligations.lead(answer.obligations.length, must.length, must.filter((row) => row.uncovered).length, late);
}
