import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { BundleRow, CatalogueView } from '../../../planning/index.ts';
import { bundleQuery, catalogueQuery } from '../../api/catalogue.ts';
import { change } from '../../api/client.ts';
import { meQuery } from '../../api/queries.ts';
import { afterSaving } from '../../api/saved.ts';
import type { WrittenRecord } from '../../api/types.ts';
import { notifyWithUndo } from '../../api/undo.ts';
import { bundleShows, type CatalogueSearch } from '../../app/search.ts';
import { useFormAction } from '../../form/form-action.ts';
import { useLanguage } from '../../language/context.tsx';
import type { Messages } from '../../language/de.ts';
import type { Format } from '../../language/format.ts';
import { ExportMenu, type PlainTable } from '../../plan/export-menu.tsx';
import { LawTabs } from '../../plan/law-tabs.tsx';
import { Button } from '../../ui/button.tsx';
import { SearchField, SelectField } from '../../ui/field.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { German } from '../../ui/marks.tsx';
import { StepProblem } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { filterBundles } from './filter.ts';
import { ServiceHits } from './hits.tsx';

/** Rows that are drawn at once; the rest on demand. */
const PAGE = 60;

/** The last assessment under each scheme, in words. */
export function maturityText({ maturity }: BundleRow, t: Messages, f: Format): string {
  return maturity
    .map((one) => t.catalogue.maturityOf(one.scheme, one.version, one.level, f.date(one.assessedOn)))
    .join(', ');
}

/** Says whether a bundle concerns the city; what else stands in its record stays. */
function useDecision() {
  const { t } = useLanguage();
  const client = useQueryClient();
  const action = useFormAction();
  const decide = ({ key, name }: BundleRow, concernsUs: boolean): void => {
    void action.run(async () => {
      const { record } = await client.fetchQuery({ ...bundleQuery(key), staleTime: 0 });
      const body = { ...record?.body, id: key, concernsUs };
      const written = await (record === null
        ? change<WrittenRecord>('POST', '/records/serviceBundle', { body })
        : change<WrittenRecord>('PUT', `/records/serviceBundle/${key}`, { body, version: record.version }));
      await afterSaving(client);
      notifyWithUndo(client, t, t.catalogue.decided(name), [written.entry]);
    });
  };
  return { decide, busy: action.busy, problem: action.problem };
}

function useColumns(mayDecide: boolean, decide: (row: BundleRow, concerns: boolean) => void): Column<BundleRow>[] {
  const { t, f } = useLanguage();
  const words = t.catalogue;
  const columns: Column<BundleRow>[] = [
    {
      key: 'name',
      label: words.bundle,
      rowHeader: true,
      cell: ({ key, name }) => (
        <Link to="/pflichten/leistungen/$key" params={{ key }}>
          <German>{name}</German>
        </Link>
      ),
    },
    { key: 'key', label: words.key, cell: ({ key }) => key },
    { key: 'situation', label: words.situation, cell: ({ situation }) => <German>{situation}</German> },
    { key: 'services', label: words.services, numeric: true, cell: ({ services }) => f.number(services) },
    { key: 'concern', label: words.concern, cell: ({ concern }) => words.concerns[concern] },
    {
      key: 'projects',
      label: words.projects,
      cell: ({ projects, concern }) =>
        projects.length === 0 ? (
          concern === 'yes' ? (
            <strong>{words.gap}</strong>
          ) : (
            '–'
          )
        ) : (
          projects.map(({ id, name }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <Link to="/projekte/$id" params={{ id }} title={name}>
                {id}
              </Link>
            </span>
          ))
        ),
    },
    { key: 'maturity', label: words.maturity, cell: (row) => maturityText(row, t, f) || '–' },
  ];
  if (!mayDecide) return columns;
  const actions: Column<BundleRow> = {
    key: 'actions',
    label: words.actions,
    hiddenLabel: true,
    cell: (row) => (
      <span className="fp-actions">
        {row.concern !== 'yes' && (
          <Button look="quiet" aria-label={words.yesOf(row.name)} onPress={() => decide(row, true)}>
            {words.mark.yes}
          </Button>
        )}
        {row.concern !== 'no' && (
          <Button look="quiet" aria-label={words.noOf(row.name)} onPress={() => decide(row, false)}>
            {words.mark.no}
          </Button>
        )}
      </span>
    ),
  };
  return [...columns, actions];
}

function tableOf(rows: readonly BundleRow[], t: Messages, f: Format): PlainTable {
  const { catalogue: words } = t;
  return {
    head: [
      words.key,
      words.bundle,
      words.situation,
      words.subject,
      words.services,
      words.concern,
      words.projects,
      words.maturity,
    ],
    lines: rows.map((row) => [
      row.key,
      row.name,
      row.situation,
      row.subject,
      row.services,
      words.concerns[row.concern],
      row.projects.map(({ id }) => id).join(' ') || (row.concern === 'yes' ? words.gap : null),
      maturityText(row, t, f) || null,
    ]),
  };
}

/** Subject areas of the catalogue, in the order of the alphabet. */
function subjectsOf({ bundles }: CatalogueView): string[] {
  const all = new Set(bundles.map(({ subject }) => subject).filter(Boolean));
  return [...all].sort((a, b) => a.localeCompare(b, 'de'));
}

function Content({ view }: { view: CatalogueView }) {
  const { t, f } = useLanguage();
  const words = t.catalogue;
  const search = useSearch({ from: '/pflichten/leistungen' });
  const navigate = useNavigate({ from: '/pflichten/leistungen' });
  const { data: me } = useQuery(meQuery);
  const { decide, problem } = useDecision();
  const [pages, setPages] = useState(1);
  const columns = useColumns(me?.permissions.includes('writeRegister') === true, decide);
  const rows = filterBundles(view.bundles, search);
  const set = (part: Partial<CatalogueSearch>): void => {
    setPages(1);
    void navigate({ search: (old) => ({ ...old, ...part }), replace: true, resetScroll: false });
  };
  const subjects = subjectsOf(view);
  return (
    <>
      <div className="fp-tools">
        <SearchField
          label={words.search}
          value={search.suche ?? ''}
          onChange={(value) => set({ suche: value || undefined })}
        />
        <SelectField
          label={words.show}
          options={bundleShows.map((value) => ({ value, label: words.shows[value] }))}
          value={search.nur ?? 'concerning'}
          onChange={(value) => set({ nur: bundleShows.find((one) => one === value && one !== 'concerning') })}
        />
        <SelectField
          label={words.subject}
          all={t.all}
          options={subjects.map((value) => ({ value, label: value, lang: 'de' }))}
          value={search.feld ?? ''}
          onChange={(value) => set({ feld: value || undefined })}
        />
        <span role="status" className="fp-muted">
          {words.shown(rows.length, view.bundles.length)}
        </span>
        <span className="fp-tools__end">
          <ExportMenu name={words.fileName} table={() => tableOf(rows, t, f)} />
        </span>
      </div>
      <StepProblem problem={problem} />
      <div className="fp-stack">
        {search.suche && <ServiceHits words={search.suche} />}
        {rows.length === 0 ? (
          <Empty title={words.nothingMatches} />
        ) : (
          <Section title={words.bundles}>
            {(titleId) => (
              <>
                <DataTable
                  labelledBy={titleId}
                  columns={columns}
                  rows={rows.slice(0, pages * PAGE)}
                  rowKey={({ key }) => key}
                />
                {rows.length > pages * PAGE && <Button onPress={() => setPages(pages + 1)}>{words.more}</Button>}
              </>
            )}
          </Section>
        )}
      </div>
      <p className="fp-foot">
        {words.rule} {words.notice}
      </p>
    </>
  );
}

/** The catalogue of administrative services: which bundles concern the city, and which no project covers. */
export function CataloguePage() {
  const { t } = useLanguage();
  const query = useQuery(catalogueQuery);
  const words = t.catalogue;
  return (
    <div className="fp-page">
      <PageHead
        title={words.title}
        lead={
          query.data && (
            <>
              {words.lead(query.data.concerning, query.data.covered)} {words.undecided(query.data.undecided)}
            </>
          )
        }
      />
      <LawTabs />
      <Loaded query={query}>{(view) => <Content view={view} />}</Loaded>
    </div>
  );
}
