import type { ReactNode } from 'react';
import type { CommitmentClass, ProjectStatus } from '../../../agenda/index.ts';
import type { ProjectRow } from '../../api/types.ts';
import { type ProjectsSearch, projectChoices, projectGroups } from '../../app/search.ts';
import { useLanguage } from '../../language/context.tsx';
import { type Option, SearchField, SelectField } from '../../ui/field.tsx';

const collator = new Intl.Collator('de', { numeric: true });

/** What stands in the list, each once, by name. */
function optionsOf(named: readonly { id: string; name: string }[]): Option[] {
  const unique = new Map(named.map((one) => [one.id, one.name]));
  const sorted = [...unique].sort(([, a], [, b]) => collator.compare(a, b));
  return sorted.map(([value, label]) => ({ value, label, lang: 'de' }));
}

interface Filter {
  key: 'bereich' | 'art' | 'stand' | 'stufe' | 'amt' | 'partner' | 'pflicht' | 'wahl';
  label: string;
  options: readonly Option[];
}

/** The filters with what can be chosen in each. */
function useFilters(projects: readonly ProjectRow[], duties: ReadonlyMap<string, string>): Filter[] {
  const { t } = useLanguage();
  const classes: CommitmentClass[] = ['mandatory', 'prerequisite', 'decided', 'optional'];
  const statuses = [...new Set(projects.map((row): ProjectStatus => row.status))];
  const leads = projects.flatMap((row) => (row.leadUnit ? { id: row.leadUnit, name: row.leadName ?? '' } : []));
  const met = projects.flatMap((row) => row.obligations.map((id) => ({ id, name: duties.get(id) ?? id })));
  return [
    { key: 'bereich', label: t.overview.area, options: optionsOf(projects.map((row) => row.actionField)) },
    { key: 'art', label: t.roadmap.kind, options: classes.map((value) => ({ value, label: t.classes[value] })) },
    { key: 'stand', label: t.roadmap.state, options: statuses.map((value) => ({ value, label: t.statuses[value] })) },
    { key: 'stufe', label: t.portfolio.stage, options: optionsOf(projects.flatMap((row) => row.stage ?? [])) },
    { key: 'amt', label: t.roadmap.lead, options: optionsOf(leads) },
    { key: 'partner', label: t.portfolio.partner, options: optionsOf(projects.flatMap((row) => row.partners)) },
    { key: 'pflicht', label: t.portfolio.duty, options: optionsOf(met) },
    {
      key: 'wahl',
      label: t.choice.state,
      options: projectChoices.map((value) => ({ value, label: t.choice.states[value] })),
    },
  ];
}

/** Search, filters and grouping of the project list. */
export function ProjectTools(props: {
  projects: readonly ProjectRow[];
  search: ProjectsSearch;
  count: number;
  /** Names of duties by id. */
  duties: ReadonlyMap<string, string>;
  onChange: (change: Partial<ProjectsSearch>) => void;
  children: ReactNode;
}) {
  const { projects, search, count, duties, onChange, children } = props;
  const { t } = useLanguage();
  return (
    <div className="fp-tools">
      <SearchField
        label={t.search}
        value={search.suche ?? ''}
        onChange={(value) => onChange({ suche: value || undefined })}
      />
      {useFilters(projects, duties).map(({ key, label, options }) => (
        <SelectField
          key={key}
          label={label}
          all={t.all}
          options={options}
          value={search[key] ?? ''}
          onChange={(value) => onChange({ [key]: value || undefined })}
        />
      ))}
      <SelectField
        label={t.projects.groupBy}
        all={t.projects.noGroups}
        options={projectGroups.map((value) => ({ value, label: t.projects.groups[value] }))}
        value={search.gruppe ?? ''}
        onChange={(value) => onChange({ gruppe: projectGroups.find((one) => one === value) })}
      />
      <span role="status" className="fp-muted">
        {t.projects.shown(count, projects.length)}
      </span>
      <span className="fp-tools__end">{children}</span>
    </div>
  );
}
