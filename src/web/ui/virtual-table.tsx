import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type Key, type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { Cells, type Column, cellClass, HeadLabel } from './table.tsx';
import { usePrinting } from './use-printing.ts';

export type VirtualRow<Row> = { kind: 'row'; key: Key; row: Row } | { kind: 'group'; key: Key; label: ReactNode };

/** Distance of the first row from the top of the document, which the window's virtualizer must know. */
function useOffset(first: RefObject<HTMLElement | null>): number {
  const [offset, setOffset] = useState(0);
  // Whatever is drawn above the table may move it: measured after each change.
  useLayoutEffect(() => {
    const top = first.current ? Math.round(first.current.getBoundingClientRect().top + window.scrollY) : 0;
    if (Math.abs(top - offset) > 1) setOffset(top);
  });
  return offset;
}

function useVisible<Row>(rows: readonly VirtualRow<Row>[], first: RefObject<HTMLElement | null>) {
  const printing = usePrinting();
  const offset = useOffset(first);
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => 31,
    overscan: 15,
    scrollMargin: offset,
    getItemKey: (index) => rows[index]?.key ?? index,
    rangeExtractor: printing ? () => rows.map((_, index) => index) : defaultRangeExtractor,
  });
  // Rows of another height than expected must not set the window's place: that would end a smooth scroll on its way.
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = () => false;
  const items = virtualizer.getVirtualItems();
  const before = Math.max((items[0]?.start ?? offset) - offset, 0);
  const after = Math.max(virtualizer.getTotalSize() - ((items.at(-1)?.end ?? offset) - offset), 0);
  return { items, before, after, measure: virtualizer.measureElement };
}

/** Stands for the rows that are not drawn. */
function Spacer({
  height,
  columns,
  top,
}: {
  height: number;
  columns: number;
  top?: RefObject<HTMLTableSectionElement | null>;
}) {
  return (
    <tbody aria-hidden="true" className="fp-spacer" ref={top}>
      <tr>
        <td colSpan={columns} style={{ height }} />
      </tr>
    </tbody>
  );
}

/** A long table that scrolls with the page; only rows on screen are drawn. */
export function VirtualTable<Row>(props: {
  /** Its name, where no heading names it. */
  label?: string;
  labelledBy?: string;
  columns: readonly Column<Row>[];
  rows: readonly VirtualRow<Row>[];
  isKey?: (row: Row) => boolean;
  /** Column head with its button for sorting. */
  head?: (column: Column<Row>) => { sort?: 'ascending' | 'descending'; content: ReactNode };
}) {
  const { label, labelledBy, columns, rows, isKey, head } = props;
  const top = useRef<HTMLTableSectionElement>(null);
  const { items, before, after, measure } = useVisible(rows, top);
  return (
    <table
      className="fp-table fp-stackable"
      aria-label={label}
      aria-labelledby={labelledBy}
      aria-rowcount={rows.length + 1}
    >
      <thead>
        <tr aria-rowindex={1}>
          {columns.map((column) => {
            const own = head?.(column);
            return (
              <th key={column.key} scope="col" className={cellClass(column)} aria-sort={own?.sort}>
                {own?.content ?? <HeadLabel column={column} />}
              </th>
            );
          })}
        </tr>
      </thead>
      <Spacer height={before} columns={columns.length} top={top} />
      <tbody>
        {items.map((item) => {
          const entry = rows[item.index];
          if (entry === undefined) return null;
          const common = { 'data-index': item.index, ref: measure, 'aria-rowindex': item.index + 2 };
          return entry.kind === 'group' ? (
            <tr key={entry.key} {...common} className="fp-group">
              <th scope="rowgroup" colSpan={columns.length}>
                {entry.label}
              </th>
            </tr>
          ) : (
            <tr key={entry.key} {...common} className={isKey?.(entry.row) ? 'fp-row--key' : undefined}>
              <Cells columns={columns} row={entry.row} />
            </tr>
          );
        })}
      </tbody>
      <Spacer height={after} columns={columns.length} />
    </table>
  );
}
