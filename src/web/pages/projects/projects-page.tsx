import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { CommitmentClass, ProjectStatus } from '../../../agenda/index.ts';
import { projectsQuery } from '../../api/queries.ts';
import type { ProjectRow } from '../../api/types.ts';
import type { ProjectsSearch } from '../../app/search.ts';
import { useLanguage } from '../../language/context.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { download, toCsv } from '../../ui/csv.ts';
import { PageHead } from '../../ui/heading.tsx';
import { German, IllustrativeNote } from '../../ui/marks.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { type VirtualRow, VirtualTable } from '../../ui/virtual-table.tsx';
import { useMayEdit } from '../project/project-actions.tsx';
import { filterProjects, groupProjects, sortProjects } from './arrange.ts';
import { type ProjectColumn, useProjectColumns } from './columns.tsx';
import { ProjectTools } from './project-tools.tsx';
import { SortHead } from './sort-head.tsx';

function useGroupLabel(group: ProjectsSearch['gruppe']) {
  const { t } = useLanguage();
  return (key: string) => {
    if (group === 'art') return t.classes[key as CommitmentClass];
    if (group === 'stand') return t.statuses[key as ProjectStatus];
    return key === '' ? t.projects.noLead : <German>{key}</German>;
  };
}

function Content({ projects }: { projects: readonly ProjectRow[] }) {
  const { t, language } = useLanguage();
  const search = useSearch({ from: '/projekte' });
  const navigate = useNavigate({ from: '/projekte' });
  const change = (part: Partial<ProjectsSearch>): void =>
    void navigate({ search: (old) => ({ ...old, ...part }), replace: true, resetScroll: false });
  const columns = useProjectColumns(projects.some((row) => row.illustrative));
  const groupLabel = useGroupLabel(search.gruppe);
  const shown = sortProjects(filterProjects(projects, search), search.sort, search.ab === true);
  const groups = groupProjects(shown, search.gruppe);
  const rows = groups.flatMap((group): VirtualRow<ProjectRow>[] => [
    ...(search.gruppe === undefined
      ? []
      : [
          {
            kind: 'group' as const,
            key: `group ${group.key}`,
            label: (
              <>
                {groupLabel(group.key)} <span className="fp-muted">{t.roadmap.projects(group.rows.length)}</span>
              </>
            ),
          },
        ]),
    ...group.rows.map((row) => ({ kind: 'row' as const, key: row.id, row })),
  ]);
  const save = (): void => {
    const lines = groups.flatMap((group) => group.rows).map((row) => columns.map((column) => column.plain(row)));
    const head = columns.map((column) => column.label);
    download(`${t.projects.fileName}.csv`, toCsv([head, ...lines], language === 'de'));
  };
  return (
    <>
      <ProjectTools projects={projects} search={search} count={shown.length} onChange={change}>
        <Button onPress={save}>{t.exportView}</Button>
      </ProjectTools>
      {shown.length === 0 ? (
        <Empty title={t.roadmap.nothingMatches}>
          <p>{t.roadmap.loosenFilter}</p>
          <Button onPress={() => void navigate({ search: {} })}>{t.resetFilter}</Button>
        </Empty>
      ) : (
        <VirtualTable
          label={t.nav.projects}
          columns={columns}
          rows={rows}
          head={(column) => {
            const { sort } = column as ProjectColumn;
            if (sort === undefined) return { content: null };
            const active = search.sort === sort;
            return {
              ...(active && { sort: search.ab ? ('descending' as const) : ('ascending' as const) }),
              content: (
                <SortHead
                  column={column}
                  active={active}
                  down={search.ab === true}
                  onSort={(part) => change({ sort, ...part })}
                />
              ),
            };
          }}
        />
      )}
      <p className="fp-foot">
        {t.lightRule} <IllustrativeNote /> {t.illustrativeColumn}
      </p>
    </>
  );
}

export function ProjectsPage() {
  const { t } = useLanguage();
  const mayEdit = useMayEdit();
  const query = useQuery(projectsQuery);
  return (
    <div className="fp-page">
      <PageHead title={t.nav.projects}>
        {mayEdit && (
          <Link to="/projekt-anlegen" className={buttonClass()}>
            {t.edit.create}
          </Link>
        )}
      </PageHead>
      <Loaded query={query}>
        {({ projects }) =>
          projects.length === 0 ? <Empty title={t.projects.none} /> : <Content projects={projects} />
        }
      </Loaded>
    </div>
  );
}
