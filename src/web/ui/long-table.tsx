import type { Key } from 'react';
import { type Column, DataTable } from './table.tsx';
import { VirtualTable } from './virtual-table.tsx';

/** From so many rows on, drawing all of them makes each click on the page wait. */
const LONG = 150;

/** A table that may have thousands of rows: a short one is drawn whole, of a long one what is on screen. */
export function LongTable<Row>(props: {
  labelledBy: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => Key;
  isKey?: (row: Row) => boolean;
}) {
  const { rows, rowKey, ...rest } = props;
  if (rows.length < LONG) return <DataTable {...props} />;
  return <VirtualTable {...rest} rows={rows.map((row) => ({ kind: 'row', key: rowKey(row), row }))} />;
}
