import type { ProjectDifference } from '../../../planning/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { LongTable } from '../../ui/long-table.tsx';
import { German } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import type { Column } from '../../ui/table.tsx';
import { Keyed } from '../keyed.tsx';
import { ProjectName } from '../project-name.tsx';

/** Each project that lies elsewhere, is new, or is gone; the largest change first. */
export function ProjectDifferences({ rows }: { rows: readonly ProjectDifference[] }) {
  const { t, f, text } = useLanguage();
  const words = t.comparison;
  const span = (one: ProjectDifference['before']) =>
    one === null ? '–' : words.span(f.date(one.start), f.date(one.finish));
  const weeks = (row: ProjectDifference, value: number) => (row.kind === 'changed' ? f.signed(value) : '–');
  const columns: Column<ProjectDifference>[] = [
    {
      key: 'project',
      label: t.project,
      rowHeader: true,
      cell: (row) =>
        row.kind === 'deleted' ? (
          <Keyed id={row.project}>
            <German>{row.name}</German>
          </Keyed>
        ) : (
          <ProjectName id={row.project} name={row.name} />
        ),
    },
    {
      key: 'class',
      label: t.roadmap.kind,
      cell: (row) => (row.commitmentClass ? t.classes[row.commitmentClass] : '–'),
    },
    {
      key: 'kind',
      label: words.kind,
      cell: (row) =>
        [words.kinds[row.kind], row.modeChanged && words.modeChanged, row.pinned && words.pinned]
          .filter(Boolean)
          .join(', ') + (row.why ? `: ${text(row.why)}` : ''),
    },
    { key: 'before', label: words.before, noWrap: true, cell: (row) => span(row.before) },
    { key: 'after', label: words.after, noWrap: true, cell: (row) => span(row.after) },
    { key: 'start', label: words.startWeeks, numeric: true, cell: (row) => weeks(row, row.startWeeks) },
    {
      key: 'finish',
      label: words.finishWeeks,
      numeric: true,
      strong: true,
      cell: (row) => weeks(row, row.finishWeeks),
    },
  ];
  return (
    <Section title={words.projects} gap>
      {(titleId) => <LongTable labelledBy={titleId} columns={columns} rows={rows} rowKey={(row) => row.project} />}
    </Section>
  );
}
