import { useId } from 'react';
import type { MovedProject, Repaired } from '../../../planning/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { Asked } from '../../plan/asked.tsx';
import { useNames } from '../../plan/names.ts';
import { ProjectName } from '../../plan/project-name.tsx';
import { Section } from '../../ui/section.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';

function Moved({ repaired }: { repaired: Repaired }) {
  const { t, f } = useLanguage();
  const words = t.asked.repair;
  const nameOf = useNames();
  const titleId = useId();
  const columns: Column<MovedProject>[] = [
    {
      key: 'project',
      label: t.project,
      rowHeader: true,
      cell: (row) => <ProjectName id={row.project} name={nameOf('project', row.project)} />,
    },
    {
      key: 'before',
      label: words.before,
      numeric: true,
      cell: (row) => (row.previousFinish ? f.date(row.previousFinish) : '–'),
    },
    { key: 'after', label: words.after, numeric: true, cell: (row) => f.date(row.finish) },
    { key: 'weeks', label: words.weeks, numeric: true, strong: true, cell: (row) => f.signed(row.movedWeeks) },
    {
      key: 'late',
      label: words.late,
      cell: (row) => (row.lateWeeks === 0 ? '–' : words.lateWeeks(f.number(row.lateWeeks), row.statutoryMissed)),
    },
  ];
  return (
    <>
      <p className="fp-lead">{words.kept[repaired.kept]}</p>
      {repaired.moved.length === 0 ? (
        <p>{words.nothingMoves}</p>
      ) : (
        <>
          <p id={titleId}>{words.moves(repaired.moved.length, f.number(repaired.movedWeeks))}</p>
          <DataTable labelledBy={titleId} columns={columns} rows={repaired.moved} rowKey={(row) => row.project} />
          <p className="fp-note">{words.bestFound}</p>
        </>
      )}
    </>
  );
}

/** What at least has to move in the plan as it stands if the scenario comes true. */
export function RepairSection({ scenario }: { scenario: string }) {
  const { t } = useLanguage();
  const words = t.asked.repair;
  return (
    <Section title={words.title} gap>
      <p className="fp-muted">{words.lead}</p>
      <Asked<Repaired | null> path={`/scenarios/${encodeURIComponent(scenario)}/repair`} action={words.compute}>
        {(repaired) => (repaired ? <Moved repaired={repaired} /> : <p>{words.none}</p>)}
      </Asked>
    </Section>
  );
}
