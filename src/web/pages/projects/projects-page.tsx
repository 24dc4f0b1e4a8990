import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import type { CommitmentClass, ProjectStatus } from '../../../agenda/index.ts';
import { choicesQuery, meQuery, projectsQuery } from '../../api/queries.ts';
import type { ProjectRow } from '../../api/types.ts';
import type { ProjectsSearch } from '../../app/search.ts';
import { useLanguage } from '../../language/context.tsx';
import { ExportMenu } from '../../plan/export-menu.tsx';
import { useMayEdit } from '../../plan/may-edit.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { German, IllustrativeNote } from '../../ui/marks.tsx';
import { ScrollArea } from '../../ui/section.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { type VirtualRow, VirtualTable } from '../../ui/virtual-table.tsx';
import { filterProjects, groupProjects, sortProjects } from './arrange.ts';
import { BulkChange } from './bulk.tsx';
import { chosenColumns, type ProjectColumn, useProjectColumns } from './columns.tsx';
import { tableOf } from './export-view.ts';
import { ProjectTools } from './project-tools.tsx';
import { SavedViews } from './saved-views.tsx';
import { type Selection, useSelection } from './selection.tsx';
import { SortHead } from './sort-head.tsx';
import { ColumnMenu } from './view-menus.tsx';

/** What a group is called: in the reader's language, or in German where it is a name from the agenda. */
function useGroupName(group: ProjectsSearch['gruppe'], duties: ReadonlyMap<string, string>) {
  const { t } = useLanguage();
  return (key: string): { text: string; german: boolean } => {
    if (group === 'art') return { text: t.classes[key as CommitmentClass], german: false };
    if (group === 'stand') return { text: t.statuses[key as ProjectStatus], german: false };
    if (key === '') return { text: t.portfolio.noGroup[group ?? ''] ?? t.projects.noLead, german: false };
    return { text: group === 'pflicht' ? (duties.get(key) ?? key) : key, german: true };
  };
}

/** Groups and their rows as one list; a project that stands in several groups has a line in each. */
function useLines(
  groups: ReturnType<typeof groupProjects>,
  search: ProjectsSearch,
  duties: ReadonlyMap<string, string>,
) {
  const { t } = useLanguage();
  const nameOf = useGroupName(search.gruppe, duties);
  const label = (key: string): ReactNode => {
    const { text, german } = nameOf(key);
    return german ? <German>{text}</German> : text;
  };
  return groups.flatMap((group): VirtualRow<ProjectRow>[] => [
    ...(search.gruppe === undefined
      ? []
      : [
          {
            kind: 'group' as const,
            key: `group ${group.key}`,
            label: (
              <>
                {label(group.key)} <span className="fp-muted">{t.roadmap.projects(group.rows.length)}</span>
              </>
            ),
          },
        ]),
    ...group.rows.map((row) => ({ kind: 'row' as const, key: `${group.key} ${row.id}`, row })),
  ]);
}

/** How many are selected, and what can be done with them. */
function SelectionBar({ selection, versions }: { selection: Selection; versions: Record<string, number> }) {
  const { t } = useLanguage();
  const [changing, setChanging] = useState(false);
  if (selection.ids.length === 0) return null;
  return (
    <div className="fp-tools fp-selected" role="group" aria-label={t.portfolio.selected(selection.ids.length)}>
      <span className="fp-strong" role="status">
        {t.portfolio.selected(selection.ids.length)}
      </span>
      <Button look="main" onPress={() => setChanging(true)}>
        {t.portfolio.change}
      </Button>
      <Button onPress={selection.clear}>{t.portfolio.unselect}</Button>
      {changing && <BulkChange ids={selection.ids} versions={versions} onClose={() => setChanging(false)} />}
    </div>
  );
}

function useDuties(): ReadonlyMap<string, string> {
  const { data } = useQuery(choicesQuery);
  return useMemo(() => new Map(data?.obligation?.map((one) => [one.id, one.name])), [data]);
}

/** What the address asks of the list. */
function useArranged(projects: readonly ProjectRow[], search: ProjectsSearch) {
  return useMemo(() => {
    const shown = sortProjects(filterProjects(projects, search), search.sort, search.ab === true);
    return { shown, groups: groupProjects(shown, search.gruppe) };
  }, [projects, search]);
}

function Content({ projects, versions }: { projects: readonly ProjectRow[]; versions: Record<string, number> }) {
  const { t } = useLanguage();
  const search = useSearch({ from: '/projekte' });
  const navigate = useNavigate({ from: '/projekte' });
  const change = (part: Partial<ProjectsSearch>): void =>
    void navigate({ search: (old) => ({ ...old, ...part }), replace: true, resetScroll: false });
  const mayEdit = useMayEdit();
  const duties = useDuties();
  const all = useProjectColumns(projects.some((row) => row.illustrative));
  const columns = chosenColumns(all, search.spalten);
  const { shown, groups } = useArranged(projects, search);
  const lines = useLines(groups, search, duties);
  const groupName = useGroupName(search.gruppe, duties);
  const selection = useSelection(shown);
  const head = (column: ProjectColumn) => {
    const { sort } = column;
    if (column === selection.column) return { content: selection.head };
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
  };
  return (
    <>
      <ProjectTools projects={projects} search={search} count={shown.length} duties={duties} onChange={change}>
        <SavedViews search={search} onOpen={(view) => void navigate({ search: view })} />
        <ColumnMenu all={all} search={search} onChange={change} />
        <ExportMenu
          name={t.projects.fileName}
          table={() => tableOf(groups, columns, t, search.gruppe && { by: search.gruppe, nameOf: groupName })}
        />
      </ProjectTools>
      {shown.length === 0 ? (
        <Empty title={t.roadmap.nothingMatches}>
          <p>{t.roadmap.loosenFilter}</p>
          <Button onPress={() => void navigate({ search: {} })}>{t.resetFilter}</Button>
        </Empty>
      ) : (
        <ScrollArea label={t.nav.projects}>
          <VirtualTable
            label={t.nav.projects}
            columns={mayEdit ? [selection.column, ...columns] : columns}
            rows={lines}
            head={(column) => head(column as ProjectColumn)}
          />
        </ScrollArea>
      )}
      <SelectionBar selection={selection} versions={versions} />
      <p className="fp-foot">
        {t.lightRule} <IllustrativeNote /> {t.illustrativeColumn}
      </p>
    </>
  );
}

export function ProjectsPage() {
  const { t } = useLanguage();
  const mayEdit = useMayEdit();
  const { data: me } = useQuery(meQuery);
  const mayImport = me?.permissions.includes('import') === true;
  const query = useQuery(projectsQuery);
  return (
    <div className="fp-page">
      <PageHead title={t.nav.projects}>
        <Link to="/projekte/prioritaeten" className={buttonClass('quiet')}>
          {t.priority.link}
        </Link>
        {mayImport && (
          <Link to="/liste-uebernehmen" className={buttonClass('quiet')}>
            {t.listImport.open}
          </Link>
        )}
        {mayEdit && (
          <Link to="/projekt-anlegen" className={buttonClass()}>
            {t.edit.create}
          </Link>
        )}
      </PageHead>
      <Loaded query={query}>
        {({ projects, versions }) =>
          projects.length === 0 ? (
            <Empty title={t.projects.none}>
              {mayImport && (
                <>
                  <p>{t.listImport.first}</p>
                  <ul className="fp-list">
                    <li>
                      <Link to="/liste-uebernehmen">{t.listImport.firstList}</Link>
                    </li>
                    <li>
                      <Link to="/projekt-anlegen">{t.listImport.firstNew}</Link>
                    </li>
                  </ul>
                </>
              )}
            </Empty>
          ) : (
            <Content projects={projects} versions={versions} />
          )
        }
      </Loaded>
    </div>
  );
}
