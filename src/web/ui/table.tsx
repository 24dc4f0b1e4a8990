import type { Key, ReactNode } from 'react';
import { TermHelp } from '../terms/term-help.tsx';
import type { Term } from '../terms/words.ts';
import { IllustrativeMark } from './marks.tsx';

export interface Column<Row> {
  key: string;
  label: string;
  /** Label beside the value where the table is too narrow for columns. */
  short?: string;
  numeric?: boolean;
  noWrap?: boolean;
  strong?: boolean;
  /** The mark in the column head holds for the whole column. */
  illustrative?: boolean;
  hiddenLabel?: boolean;
  /** What the label means stands in the glossary under this term. */
  term?: Term;
  /** Names the row; exactly one column. */
  rowHeader?: boolean;
  className?: string;
  cell: (row: Row) => ReactNode;
}

export function cellClass<Row>(column: Column<Row>): string | undefined {
  const names = [column.numeric && 'fp-num', column.noWrap && 'fp-nw', column.strong && 'fp-strong', column.className];
  return names.filter(Boolean).join(' ') || undefined;
}

export function HeadLabel<Row>({ column }: { column: Column<Row> }) {
  return (
    <>
      {column.hiddenLabel ? <span className="fp-sr">{column.label}</span> : column.label}
      {column.illustrative && <IllustrativeMark />}
      {column.term && <TermHelp of={column.term} />}
    </>
  );
}

/** Cells of one row; in narrow windows each is labelled and stands on its own line. */
export function Cells<Row>({ columns, row }: { columns: readonly Column<Row>[]; row: Row }) {
  return columns.map((column) => {
    const label = column.short ?? column.label;
    const content = column.cell(row);
    return column.rowHeader ? (
      <th key={column.key} scope="row" data-l={label} className={cellClass(column)}>
        <div>{content}</div>
      </th>
    ) : (
      <td key={column.key} data-l={label} className={cellClass(column)}>
        <div>{content}</div>
      </td>
    );
  });
}

/** A table whose rows people compare. */
export function DataTable<Row>(props: {
  labelledBy: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => Key;
  isKey?: (row: Row) => boolean;
  tight?: boolean;
  hideHead?: boolean;
  /** Keeps its columns in narrow windows. */
  rigid?: boolean;
  foot?: ReactNode;
}) {
  const { labelledBy, columns, rows, rowKey, isKey, tight, hideHead, rigid, foot } = props;
  const className = ['fp-table', tight && 'fp-table--tight', !rigid && 'fp-stackable'].filter(Boolean).join(' ');
  return (
    <table className={className} aria-labelledby={labelledBy}>
      <thead className={hideHead ? 'fp-sr' : undefined}>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={cellClass(column)}>
              <HeadLabel column={column} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} className={isKey?.(row) ? 'fp-row--key' : undefined}>
            <Cells columns={columns} row={row} />
          </tr>
        ))}
      </tbody>
      {foot && <tfoot>{foot}</tfoot>}
    </table>
  );
}
