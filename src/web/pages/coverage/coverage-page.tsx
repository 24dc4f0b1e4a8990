import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { CoverageRow, CoverageView } from '../../../planning/index.ts';
import { coverageQuery } from '../../api/queries.ts';
import type { CoverageSearch } from '../../app/search.ts';
import { useLanguage } from '../../language/context.tsx';
import { LawTabs } from '../../plan/law-tabs.tsx';
import { Button } from '../../ui/button.tsx';
import { download, toCsv } from '../../ui/csv.ts';
import { SearchField, SelectField } from '../../ui/field.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { Section } from '../../ui/section.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { filterRows, gridLines, pageOf } from './filter.ts';
import { Gaps } from './gaps.tsx';
import { CoverageList } from './list.tsx';
import { Matrix } from './matrix.tsx';
import { bindingWord } from './words.tsx';

type Change = (part: Partial<CoverageSearch>) => void;

function Tools(props: {
  view: CoverageView;
  rows: readonly CoverageRow[];
  projects: CoverageView['projects'];
  search: CoverageSearch;
  change: Change;
}) {
  const { view, rows, projects, search, change } = props;
  const { t, language } = useLanguage();
  const { kinds, onlyValues } = t.coverage;
  const save = (): void => {
    const head = [t.coverage.row, t.coverage.basis, t.obligations.force];
    const lines = gridLines(rows, projects, { head, force: (row) => bindingWord(row, t), yes: 'x' });
    download(`${t.coverage.fileName}.csv`, toCsv(lines, language === 'de'));
  };
  const kind = (value: string): CoverageSearch['art'] =>
    value === 'obligation' || value === 'strategy' ? value : undefined;
  const only = (value: string): CoverageSearch['nur'] => (value === 'luecken' || value === 'offen' ? value : undefined);
  return (
    <div className="fp-tools">
      <SearchField
        label={t.search}
        value={search.suche ?? ''}
        onChange={(value) => change({ suche: value || undefined })}
      />
      <SelectField
        label={t.coverage.kind}
        all={t.all}
        options={[
          { value: 'obligation', label: kinds.obligation },
          { value: 'strategy', label: kinds.strategy },
        ]}
        value={search.art ?? ''}
        onChange={(value) => change({ art: kind(value) })}
      />
      <SelectField
        label={t.coverage.only}
        all={t.all}
        options={[
          { value: 'luecken', label: onlyValues.gaps },
          { value: 'offen', label: onlyValues.open },
        ]}
        value={search.nur ?? ''}
        onChange={(value) => change({ nur: only(value) })}
      />
      <SelectField
        label={t.coverage.area}
        all={t.all}
        options={view.actionFields.map(({ id, name }) => ({ value: id, label: name, lang: 'de' }))}
        value={search.bereich ?? ''}
        onChange={(value) => change({ bereich: value || undefined, seite: undefined })}
      />
      <span role="status" className="fp-muted">
        {t.coverage.shown(rows.length, view.rows.length)}
      </span>
      <span className="fp-tools__end">
        <Button onPress={save}>{t.exportView}</Button>
      </span>
    </div>
  );
}

/** The grid, some projects at a time, with the ways to the others. */
function Grid(props: {
  titleId: string;
  rows: readonly CoverageRow[];
  projects: CoverageView['projects'];
  asked: string | undefined;
  change: Change;
}) {
  const { titleId, rows, projects, asked, change } = props;
  const { t } = useLanguage();
  const { page, pages, first, shown } = pageOf(projects, asked);
  const go = (to: number): void => change({ seite: to === 1 ? undefined : String(to) });
  return (
    <>
      {pages > 1 && (
        <p className="fp-actions">
          <Button isDisabled={page === 1} onPress={() => go(page - 1)}>
            {t.coverage.back}
          </Button>
          <Button isDisabled={page === pages} onPress={() => go(page + 1)}>
            {t.coverage.on}
          </Button>
          <span role="status" className="fp-muted">
            {t.coverage.projectsShown(first + 1, first + shown.length, projects.length)}
          </span>
        </p>
      )}
      <Matrix titleId={titleId} rows={rows} projects={shown} />
    </>
  );
}

function Content({ view }: { view: CoverageView }) {
  const { t } = useLanguage();
  const search = useSearch({ from: '/pflichten/abdeckung' });
  const navigate = useNavigate({ from: '/pflichten/abdeckung' });
  const narrow = useMedia('(max-width: 700px)');
  const change: Change = (part) =>
    void navigate({ search: (old) => ({ ...old, ...part }), replace: true, resetScroll: false });
  const projects = view.projects.filter(({ actionField }) => (search.bereich ?? actionField) === actionField);
  const rows = filterRows(view.rows, search);
  const asList = narrow || search.ansicht === 'liste';
  const views = [
    { value: 'matrix', label: t.coverage.matrix },
    { value: 'liste', label: t.coverage.list },
  ] as const;
  return (
    <>
      <Gaps view={view} />
      <div className="fp-gap" />
      <Tools view={view} rows={rows} projects={projects} search={search} change={change} />
      {rows.length === 0 ? (
        <Empty title={t.coverage.nothingMatches}>
          <Button onPress={() => void navigate({ search: {} })}>{t.resetFilter}</Button>
        </Empty>
      ) : (
        <Section
          title={t.coverage.table}
          end={
            !narrow && (
              <Segmented
                label={t.coverage.view}
                choices={views}
                value={asList ? 'liste' : 'matrix'}
                onChange={(value) => change({ ansicht: value === 'liste' ? 'liste' : undefined })}
              />
            )
          }
        >
          {(titleId) =>
            asList ? (
              <CoverageList titleId={titleId} rows={rows} projects={projects} />
            ) : (
              <Grid titleId={titleId} rows={rows} projects={projects} asked={search.seite} change={change} />
            )
          }
        </Section>
      )}
      <p className="fp-foot">{t.coverage.rule}</p>
    </>
  );
}

export function CoveragePage() {
  const { t, f } = useLanguage();
  const query = useQuery(coverageQuery);
  const view = query.data;
  return (
    <div className="fp-page">
      <PageHead title={t.lawPages.tabs.coverage} lead={view && t.coverage.lead(view.rows.length, view.projects.length)}>
        {view && <span className="fp-state">{t.asOf(f.date(view.asOf))}</span>}
      </PageHead>
      <LawTabs />
      <Loaded query={query}>
        {(answer) =>
          answer.rows.length === 0 ? (
            <Empty title={t.coverage.nothing}>
              <p>{t.nextStep.coverage}</p>
            </Empty>
          ) : (
            <Content view={answer} />
          )
        }
      </Loaded>
    </div>
  );
}
