import type { RoadmapView } from '../../planning/index.ts';
import { useLanguage } from '../language/context.tsx';
import { Section } from '../ui/section.tsx';
import { type Column, DataTable } from '../ui/table.tsx';
import { ProjectName } from './project-name.tsx';

type Row = RoadmapView['dropped'][number];

/** The projects that a plan leaves out, each with its reason; nothing where it leaves out none. */
export function LeftOut({ rows }: { rows: readonly Row[] }) {
  const { t, text } = useLanguage();
  if (rows.length === 0) return null;
  const words = t.choice;
  const columns: Column<Row>[] = [
    { key: 'project', label: t.project, rowHeader: true, cell: (row) => <ProjectName id={row.id} name={row.name} /> },
    { key: 'class', label: t.roadmap.kind, cell: (row) => t.classes[row.commitmentClass] },
    { key: 'why', label: words.why, cell: (row) => text(row.why) },
  ];
  return (
    <Section title={words.dropped} gap>
      {(titleId) => (
        <>
          <p>{words.droppedLead(rows.length)}</p>
          <DataTable labelledBy={titleId} columns={columns} rows={rows} rowKey={(row) => row.id} />
        </>
      )}
    </Section>
  );
}
