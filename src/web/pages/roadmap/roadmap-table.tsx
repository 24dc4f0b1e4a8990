import { useId } from 'react';
import type { RoadmapProject } from '../../../planning/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { nearestDeadline } from '../../plan/facts.ts';
import { ProjectName } from '../../plan/project-name.tsx';
import { StatusSignal } from '../../plan/status-signal.tsx';
import { Button } from '../../ui/button.tsx';
import { LongTable } from '../../ui/long-table.tsx';
import { German, TrafficLight } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import type { Column } from '../../ui/table.tsx';
import type { Area } from './rows.ts';

function useColumns(illustrative: boolean, onSelect: (project: string) => void): Column<RoadmapProject>[] {
  const { t, f } = useLanguage();
  const date = (iso: string | null) => (iso === null ? '–' : f.date(iso));
  return [
    {
      key: 'name',
      label: t.project,
      rowHeader: true,
      className: 'fp-named',
      cell: (row) => <ProjectName id={row.id} name={row.shortName} />,
    },
    { key: 'kind', label: t.roadmap.kind, cell: (row) => t.classes[row.commitmentClass] },
    { key: 'lead', label: t.roadmap.lead, cell: (row) => (row.leadName ? <German>{row.leadName}</German> : '–') },
    { key: 'state', label: t.roadmap.state, cell: (row) => <StatusSignal status={row.status} /> },
    { key: 'start', label: t.start, numeric: true, illustrative, cell: (row) => date(row.start) },
    { key: 'finish', label: t.finish, numeric: true, illustrative, cell: (row) => date(row.finish) },
    { key: 'approvedStart', label: t.roadmap.approvedStart, numeric: true, cell: (row) => date(row.approvedStart) },
    { key: 'approvedFinish', label: t.roadmap.approvedFinish, numeric: true, cell: (row) => date(row.approvedFinish) },
    {
      key: 'deadline',
      label: t.obligations.deadline,
      numeric: true,
      cell: (row) => {
        const deadline = nearestDeadline(row.deadlines);
        return deadline ? `${deadline.kind === 'statutory' ? '§ ' : ''}${f.date(deadline.on)}` : '–';
      },
    },
    {
      key: 'margin',
      label: t.obligations.marginDays,
      short: t.obligations.margin,
      numeric: true,
      cell: (row) => (row.marginDays === null ? '–' : f.number(row.marginDays)),
    },
    { key: 'needs', label: t.roadmap.needs, cell: (row) => row.predecessors.join(', ') || '–' },
    {
      key: 'milestones',
      label: t.sheet.milestones,
      cell: (row) => row.milestones.map((one) => `${one.name} ${f.dated(one.on, one.precision)}`).join('; ') || '–',
    },
    { key: 'light', label: t.light, cell: (row) => <TrafficLight light={row.light} /> },
    {
      key: 'why',
      label: t.roadmap.details,
      hiddenLabel: true,
      cell: (row) => (
        <Button look="quiet" aria-label={`${t.roadmap.details}: ${row.id}`} onPress={() => onSelect(row.id)}>
          {t.roadmap.details}
        </Button>
      ),
    },
  ];
}

function AreaTable(props: { area: Area; chosen: string | undefined; onSelect: (project: string) => void }) {
  const { area, chosen, onSelect } = props;
  const columns = useColumns(
    area.projects.some((project) => project.illustrative),
    onSelect,
  );
  return (
    <Section title={<German>{area.name}</German>} gap>
      {(titleId) => (
        <div className="fp-x" role="group" tabIndex={0} aria-labelledby={titleId}>
          <LongTable
            labelledBy={titleId}
            columns={columns}
            rows={area.projects}
            rowKey={(row) => row.id}
            isKey={(row) => row.id === chosen}
          />
        </div>
      )}
    </Section>
  );
}

/** The content of the timeline as tables, one per area. */
export function RoadmapTable(props: {
  areas: readonly Area[];
  chosen: string | undefined;
  onSelect: (project: string) => void;
}) {
  const { areas, chosen, onSelect } = props;
  const id = useId();
  return areas.map((area) => <AreaTable key={`${id}${area.id}`} area={area} chosen={chosen} onSelect={onSelect} />);
}
