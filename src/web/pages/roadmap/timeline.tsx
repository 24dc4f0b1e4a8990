import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { RoadmapView } from '../../../planning/index.ts';
import type { Zoom } from '../../app/search.ts';
import { useLanguage } from '../../language/context.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { usePrinting } from '../../ui/use-printing.ts';
import { useSteady } from '../../ui/use-steady.ts';
import { useWidth } from '../../ui/use-width.ts';
import { ROW_HEIGHT } from './dependencies.ts';
import type { Draft, DraftMove } from './draft.ts';
import type { Row } from './rows.ts';
import { createScale } from './scale.ts';
import { GridLines, HEAD_HEIGHT, TimelineHead, TimelineLines } from './timeline-axis.tsx';
import { TimelineRow } from './timeline-row.tsx';
import { useTreegrid } from './use-treegrid.ts';

/** Columns of the tree left of the plot; few of them fit a narrow window. */
const wide = { name: 244, others: 224, columns: 5 };
const narrow = { name: 148, others: 0, columns: 2 };

/** A3 landscape between its margins (styles/print.css), in CSS pixels. */
const PAPER_WIDTH = 1490;

/** Rows that are drawn: those on screen and the one that holds the tab stop, or all of them on paper. */
function useVisibleRows(
  rows: readonly Row[],
  scroller: React.RefObject<HTMLDivElement | null>,
  active: number,
  printing: boolean,
) {
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollPaddingStart: HEAD_HEIGHT,
    scrollMargin: HEAD_HEIGHT,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      return indexes.includes(active) || active >= rows.length
        ? indexes
        : [...indexes, active].sort((one, other) => one - other);
    },
  });
  const indexes = printing ? rows.map((_, index) => index) : virtualizer.getVirtualItems().map((item) => item.index);
  return { indexes, scrollTo: (index: number) => virtualizer.scrollToIndex(index) };
}

/** Once, when the page opens with a project in its address, its row is brought into sight. */
function useOpeningScroll(ready: boolean, index: number, scrollTo: (index: number) => void): void {
  const opened = useRef(false);
  useEffect(() => {
    if (opened.current || !ready) return;
    opened.current = true;
    if (index > 0) scrollTo(index);
  });
}

/** How wide everything is: on screen as much as fits, on paper the whole time on one sheet. */
function useMeasures(
  scroller: React.RefObject<HTMLDivElement | null>,
  view: RoadmapView,
  zoom: Zoom,
  monthLetter: (iso: string) => string,
) {
  const tree = useMedia('(max-width: 900px)') ? narrow : wide;
  const width = useWidth(scroller);
  const printing = usePrinting();
  const plotWidth = Math.max((printing ? PAPER_WIDTH : width) - tree.name - tree.others, 240);
  const scale = useMemo(
    () => createScale(view, zoom, plotWidth, monthLetter, printing),
    [view, zoom, plotWidth, monthLetter, printing],
  );
  return { scale, tree, printing, ready: width > 0 };
}

/**
 * Shift and an arrow move the project of the row by a week (with Ctrl by four), Enter then holds it, Escape gives up.
 *
 * @returns true when the key was meant for this
 */
function useMoveKeys(
  {
    move,
    chosen,
    onHold,
    onSelect,
  }: { move: DraftMove; chosen: string | undefined } & {
    onHold: (draft: Draft) => void;
    onSelect: (project: string) => void;
  },
  row: Row | undefined,
) {
  return (event: React.KeyboardEvent): boolean => {
    const weeks = event.ctrlKey || event.metaKey ? 4 : 1;
    const direction = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (event.shiftKey && direction !== 0 && row?.kind === 'project') {
      move.shift(row.project, direction * weeks);
      if (chosen !== row.project.id) onSelect(row.project.id);
    } else if (move.draft && event.key === 'Enter') onHold(move.draft);
    else if (move.draft && event.key === 'Escape') move.clear();
    else return false;
    event.preventDefault();
    return true;
  };
}

/** Size of the whole grid, and of its columns for the style sheet. */
function styleOf(tree: { name: number; others: number }, plotWidth: number, rows: number): React.CSSProperties {
  const left = tree.name + tree.others;
  const size = { width: left + plotWidth, height: HEAD_HEIGHT + rows * ROW_HEIGHT };
  return { ...size, '--fp-name': `${tree.name}px`, '--fp-tree': `${left}px` } as React.CSSProperties;
}

interface TimelineProps {
  view: RoadmapView;
  rows: readonly Row[];
  zoom: Zoom;
  chosen: string | undefined;
  move: DraftMove;
  onHold: (draft: Draft) => void;
  onToggle: (area: string) => void;
  onSelect: (project: string) => void;
}

/** The roadmap over time as an ARIA treegrid; only rows on screen are drawn. */
export function Timeline(props: TimelineProps) {
  const { view, rows, zoom, chosen, move } = props;
  // Scrolling draws this again with every frame; the rows that were there before stay as they are.
  const onToggle = useSteady(props.onToggle);
  const onSelect = useSteady(props.onSelect);
  const { t, f } = useLanguage();
  const scroller = useRef<HTMLDivElement>(null);
  const { scale, tree, printing, ready } = useMeasures(scroller, view, zoom, f.monthLetter);
  const treegrid = useTreegrid({
    rows,
    columns: tree.columns,
    container: scroller,
    initial: chosen,
    onToggle,
    onSelect,
  });
  const moveKeys = useMoveKeys(props, rows[treegrid.activeIndex]);
  const { indexes, scrollTo } = useVisibleRows(rows, scroller, treegrid.activeIndex, printing);
  useOpeningScroll(
    ready,
    rows.findIndex((row) => row.key === chosen),
    scrollTo,
  );
  const style = styleOf(tree, scale.width, rows.length);
  return (
    <div className="fp-tl" ref={scroller}>
      <div
        role="treegrid"
        aria-label={t.roadmap.timelineLabel}
        aria-rowcount={rows.length + 1}
        aria-colcount={tree.columns}
        className="fp-tl__grid"
        data-narrow={tree.columns === 2}
        style={style}
        onKeyDown={(event) => moveKeys(event) || treegrid.onKeyDown(event)}
      >
        <GridLines scale={scale} rows={rows.length} />
        <TimelineHead view={view} scale={scale} narrow={tree.columns === 2} />
        {indexes.map((index) => {
          const row = rows[index];
          if (row === undefined) return null;
          const focus = row.key === treegrid.position.key ? treegrid.position.column : null;
          return (
            <TimelineRow
              key={row.key}
              row={row}
              index={index}
              scale={scale}
              narrow={tree.columns === 2}
              focusedColumn={focus}
              selected={row.key === chosen}
              move={move}
              critical={view.criticalChain.includes(row.key)}
              onFocus={treegrid.moveTo}
              onToggle={onToggle}
              onSelect={onSelect}
            />
          );
        })}
        <TimelineLines view={view} rows={rows} chosen={chosen} scale={scale} />
      </div>
    </div>
  );
}
