import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { Row } from './rows.ts';

/** Where the keyboard is: a row as a whole (`column` −1) or one of its cells. */
export interface TreePosition {
  key: string;
  column: number;
}

export interface TreeMove {
  position?: TreePosition;
  /** Area to open or close. */
  toggle?: string;
  /** Project to select. */
  select?: string;
}

/** What an arrow to the side does: it opens, closes, climbs, or walks through the cells. */
function sideways(row: Row, column: number, columns: number, right: boolean): TreeMove | null {
  const at = (key: string, next: number): TreeMove => ({ position: { key, column: next } });
  if (right) {
    if (column === -1 && row.kind === 'area' && !row.expanded) return { toggle: row.area.id };
    return column < columns - 1 ? at(row.key, column + 1) : null;
  }
  if (column >= 0) return at(row.key, column - 1);
  if (row.kind === 'project') return at(row.areaKey, -1);
  return row.expanded ? { toggle: row.area.id } : null;
}

/**
 * Keys of the ARIA treegrid pattern (APG): arrows, Home, End, page keys, Enter and Space.
 *
 * @returns what the key asks for; null when it means nothing here
 */
export function treeKey(
  rows: readonly Row[],
  position: TreePosition,
  columns: number,
  key: string,
  control: boolean,
): TreeMove | null {
  const index = rows.findIndex((row) => row.key === position.key);
  const row = rows[index];
  if (row === undefined) return null;
  const { column } = position;
  const to = (target: number): TreeMove => {
    const next = rows[Math.min(Math.max(target, 0), rows.length - 1)] ?? row;
    return { position: { key: next.key, column } };
  };
  switch (key) {
    case 'ArrowDown':
      return to(index + 1);
    case 'ArrowUp':
      return to(index - 1);
    case 'PageDown':
      return to(index + 10);
    case 'PageUp':
      return to(index - 10);
    case 'ArrowRight':
      return sideways(row, column, columns, true);
    case 'ArrowLeft':
      return sideways(row, column, columns, false);
    case 'Home':
      return control || column === -1 ? to(0) : { position: { key: row.key, column: 0 } };
    case 'End':
      return control || column === -1 ? to(rows.length - 1) : { position: { key: row.key, column: columns - 1 } };
    case 'Enter':
    case ' ':
      return row.kind === 'area' ? { toggle: row.area.id } : { select: row.project.id };
    default:
      return null;
  }
}

export interface Treegrid {
  position: TreePosition;
  activeIndex: number;
  onKeyDown: (event: KeyboardEvent) => void;
  /** The pointer or a screen reader went to a place itself. */
  moveTo: (position: TreePosition) => void;
}

/** One tab stop for the whole tree; keys move it and the focus follows. */
export function useTreegrid(options: {
  rows: readonly Row[];
  columns: number;
  container: RefObject<HTMLElement | null>;
  initial: string | undefined;
  onToggle: (area: string) => void;
  onSelect: (project: string) => void;
}): Treegrid {
  const { rows, columns, container, initial, onToggle, onSelect } = options;
  const [wanted, setWanted] = useState<TreePosition>({ key: initial ?? '', column: -1 });
  const focusNext = useRef(false);
  const found = rows.findIndex((row) => row.key === wanted.key);
  const activeIndex = Math.max(found, 0);
  const position = found === -1 ? { key: rows[0]?.key ?? '', column: -1 } : wanted;

  useLayoutEffect(() => {
    if (!focusNext.current) return;
    focusNext.current = false;
    const row = container.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(position.key)}"]`);
    const cell = position.column === -1 ? row : row?.querySelector<HTMLElement>(`[data-column="${position.column}"]`);
    cell?.focus();
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    const move = treeKey(rows, position, columns, event.key, event.ctrlKey || event.metaKey);
    if (move === null || event.altKey) return;
    event.preventDefault();
    if (move.toggle !== undefined) onToggle(move.toggle);
    if (move.select !== undefined) onSelect(move.select);
    if (move.position !== undefined) {
      focusNext.current = true;
      setWanted(move.position);
    }
  };
  return { position, activeIndex, onKeyDown, moveTo: setWanted };
}
