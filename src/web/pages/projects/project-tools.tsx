import type { ReactNode } from 'react';
import type { CommitmentClass, ProjectStatus } from '../../../agenda/index.ts';
import type { ProjectRow } from '../../api/types.ts';
import { type ProjectsSearch, projectGroups } from '../../app/search.ts';
import { useLanguage } from '../../language/context.tsx';
import { SearchField, SelectField } from '../../ui/field.tsx';

/** Search, filters and grouping of the project list. */
export function ProjectTools(props: {
  projects: readonly ProjectRow[];
  search: ProjectsSearch;
  count: number;
  onChange: (change: Partial<ProjectsSearch>) => void;
  children: ReactNode;
}) {
  const { projects, search, count, onChange, children } = props;
  const { t } = useLanguage();
  const areas = new Map(projects.map((row) => [row.actionField.id, row.actionField.name]));
  const classes: CommitmentClass[] = ['mandatory', 'prerequisite', 'decided', 'optional'];
  const statuses = [...new Set(projects.map((row): ProjectStatus => row.status))];
  return (
    <div className="fp-tools">
      <SearchField
        label={t.search}
        value={search.suche ?? ''}
        onChange={(value) => onChange({ suche: value || undefined })}
      />
      <SelectField
        label={t.overview.area}
        all={t.all}
        options={[...areas].map(([value, label]) => ({ value, label, lang: 'de' }))}
        value={search.bereich ?? ''}
        onChange={(value) => onChange({ bereich: value || undefined })}
      />
      <SelectField
        label={t.roadmap.kind}
        all={t.all}
        options={classes.map((value) => ({ value, label: t.classes[value] }))}
        value={search.art ?? ''}
        onChange={(value) => onChange({ art: classes.find((one) => one === value) })}
      />
      <SelectField
        label={t.roadmap.state}
        all={t.all}
        options={statuses.map((value) => ({ value, label: t.statuses[value] }))}
        value={search.stand ?? ''}
        onChange={(value) => onChange({ stand: value || undefined })}
      />
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
