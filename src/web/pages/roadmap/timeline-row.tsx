import { type FocusEvent, memo, type ReactNode } from 'react';
import type { ProjectStatus } from '../../../agenda/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { StatusSignal } from '../../plan/status-signal.tsx';
import { German } from '../../ui/marks.tsx';
import { AreaBar, ProjectBars } from './bars.tsx';
import { ROW_HEIGHT } from './dependencies.ts';
import type { DraftMove } from './draft.ts';
import type { AreaRow, ProjectRow, Row } from './rows.ts';
import type { TimeScale } from './scale.ts';
import { HEAD_HEIGHT } from './timeline-axis.tsx';
import { useDrag } from './use-drag.ts';
import type { TreePosition } from './use-treegrid.ts';

interface RowProps {
  row: Row;
  index: number;
  scale: TimeScale;
  narrow: boolean;
  /** Column that holds the tab stop, −1 for the row itself, null when it is elsewhere. */
  focusedColumn: number | null;
  selected: boolean;
  /** Moving by pointer and keyboard, and what is being tried out. */
  move: DraftMove;
  critical: boolean;
  onFocus: (position: TreePosition) => void;
  onToggle: (area: string) => void;
  onSelect: (project: string) => void;
}

const isRunning = (status: ProjectStatus): boolean => status === 'inProgress';

function useAreaCells(row: AreaRow, scale: TimeScale, narrow: boolean): ReactNode[] {
  const { t } = useLanguage();
  const { projects } = row.area;
  const running = projects.filter((project) => isRunning(project.status)).length;
  const name = <German>{row.area.name}</German>;
  const bar =
    row.expanded || row.start === null || row.finish === null ? null : (
      <AreaBar start={row.start} finish={row.finish} scale={scale} />
    );
  if (narrow) return [name, bar];
  const count =
    projects.length === row.total ? t.roadmap.projects(row.total) : t.roadmap.some(projects.length, row.total);
  return [name, '', count, running > 0 ? t.roadmap.running(running) : t.statuses.planned, bar];
}

function useProjectCells(props: RowProps & { row: ProjectRow }, drag: ReturnType<typeof useDrag>): ReactNode[] {
  const { row, scale, narrow, selected, critical, move } = props;
  const { t } = useLanguage();
  const { project } = row;
  const name = (
    <>
      <span className="fp-id">{project.id}</span>
      <German>{project.shortName}</German>
    </>
  );
  const draft = move.draft?.project === project.id ? move.draft : null;
  const bars = (
    <ProjectBars project={project} scale={scale} selected={selected} critical={critical} drag={drag} draft={draft} />
  );
  if (narrow) return [name, bars];
  const kind = (
    <abbr title={t.classes[project.commitmentClass]} className="fp-abbr">
      {t.classLetters[project.commitmentClass]}
    </abbr>
  );
  const lead = project.leadName ? <German>{project.leadName}</German> : '–';
  return [name, kind, lead, <StatusSignal key="status" status={project.status} />, bars];
}

function RowCells({ focusedColumn, cells }: { focusedColumn: number | null; cells: readonly ReactNode[] }) {
  return cells.map((content, column) => (
    <div
      // biome-ignore lint/suspicious/noArrayIndexKey: columns are fixed, their place is what they are.
      key={column}
      role={column === 0 ? 'rowheader' : 'gridcell'}
      data-column={column}
      tabIndex={focusedColumn === column ? 0 : -1}
      className={column === cells.length - 1 ? 'fp-tl__plot' : `fp-tl__cell fp-tl__cell--${column}`}
    >
      {content}
    </div>
  ));
}

/** The column in which the focus has come to rest, −1 for the row itself. */
function columnOf(event: FocusEvent<HTMLElement>): number {
  const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-column]');
  return cell === null ? -1 : Number(cell.dataset.column);
}

const place = (index: number): { top: number } => ({ top: HEAD_HEIGHT + index * ROW_HEIGHT });

function AreaLine(props: RowProps & { row: AreaRow }) {
  const { row, index, scale, narrow, focusedColumn, onFocus, onToggle } = props;
  const cells = useAreaCells(row, scale, narrow);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled once, by the treegrid around all rows.
    <div
      role="row"
      data-row={row.key}
      className="fp-tl__row fp-tl__row--area"
      style={place(index)}
      aria-level={1}
      aria-rowindex={index + 2}
      aria-expanded={row.expanded}
      tabIndex={focusedColumn === -1 ? 0 : -1}
      onFocus={(event) => onFocus({ key: row.key, column: columnOf(event) })}
      onClick={() => onToggle(row.area.id)}
    >
      <RowCells focusedColumn={focusedColumn} cells={cells} />
    </div>
  );
}

function ProjectLine(props: RowProps & { row: ProjectRow }) {
  const { row, index, scale, focusedColumn, selected, move, onFocus, onSelect } = props;
  const drag = useDrag(row.project, scale, move);
  const cells = useProjectCells(props, drag);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled once, by the treegrid around all rows.
    <div
      role="row"
      data-row={row.key}
      className="fp-tl__row"
      style={place(index)}
      aria-level={2}
      aria-rowindex={index + 2}
      aria-posinset={row.position}
      aria-setsize={row.size}
      aria-selected={selected}
      tabIndex={focusedColumn === -1 ? 0 : -1}
      onFocus={(event) => onFocus({ key: row.key, column: columnOf(event) })}
      onClick={() => {
        // What ends a drag is no click; the project that was dragged is shown, and stays so.
        if (!drag.wasDrag() || !selected) onSelect(row.project.id);
      }}
    >
      <RowCells focusedColumn={focusedColumn} cells={cells} />
    </div>
  );
}

/** One line of the tree: an area that opens and closes, or a project with its bars. */
export const TimelineRow = memo(function TimelineRow(props: RowProps) {
  const { row } = props;
  return row.kind === 'area' ? <AreaLine {...props} row={row} /> : <ProjectLine {...props} row={row} />;
});
