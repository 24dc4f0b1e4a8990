export interface GridPosition {
  row: number;
  column: number;
}

/** Keys of the ARIA grid pattern: arrows, Home and End, with Control to the corners, page keys by years. */
export function gridKey(
  at: GridPosition,
  size: { rows: number; columns: number },
  key: string,
  control: boolean,
): GridPosition | null {
  const to = (row: number, column: number): GridPosition => ({
    row: Math.min(Math.max(row, 0), size.rows - 1),
    column: Math.min(Math.max(column, 0), size.columns - 1),
  });
  switch (key) {
    case 'ArrowRight':
      return to(at.row, at.column + 1);
    case 'ArrowLeft':
      return to(at.row, at.column - 1);
    case 'ArrowDown':
      return to(at.row + 1, at.column);
    case 'ArrowUp':
      return to(at.row - 1, at.column);
    case 'Home':
      return to(control ? 0 : at.row, 0);
    case 'End':
      return to(control ? size.rows - 1 : at.row, size.columns - 1);
    case 'PageDown':
      return to(at.row, at.column + 12);
    case 'PageUp':
      return to(at.row, at.column - 12);
    default:
      return null;
  }
}
