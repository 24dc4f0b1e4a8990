import type { ProjectAnswer } from '../../api/types.ts';
import { useLanguage } from '../../language/context.tsx';
import { German } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';

type Milestone = ProjectAnswer['project']['milestones'][number];
type Gate = ProjectAnswer['project']['gates'][number];

/** Dated results, and gates that must be passed. */
export function Milestones({ answer }: { answer: ProjectAnswer }) {
  const { t, f } = useLanguage();
  const { milestones, gates } = answer.project;
  const milestoneColumns: Column<Milestone>[] = [
    { key: 'on', label: t.date, noWrap: true, cell: (one) => f.dated(one.on, one.precision) },
    { key: 'name', label: t.overview.milestone, rowHeader: true, cell: (one) => <German>{one.name}</German> },
  ];
  const gateColumns: Column<Gate>[] = [
    { key: 'name', label: t.sheet.gate, rowHeader: true, cell: (one) => <German>{one.name}</German> },
    { key: 'state', label: t.roadmap.state, cell: (one) => t.gateStates[one.state] },
    { key: 'on', label: t.date, numeric: true, cell: (one) => (one.on ? f.date(one.on) : '–') },
  ];
  return (
    <>
      <Section title={t.sheet.milestones}>
        {(titleId) =>
          milestones.length === 0 ? (
            <p className="fp-note">{t.sheet.noMilestones}</p>
          ) : (
            <DataTable labelledBy={titleId} columns={milestoneColumns} rows={milestones} rowKey={(one) => one.id} />
          )
        }
      </Section>
      {gates.length > 0 && (
        <Section title={t.sheet.gates}>
          {(titleId) => <DataTable labelledBy={titleId} columns={gateColumns} rows={gates} rowKey={(one) => one.id} />}
        </Section>
      )}
    </>
  );
}
