export interface Flag {
  x: number;
  label: string;
  /** Right of its line instead of left. */
  right: boolean;
}

/** Width of a letter, roughly, in pixels. */
const LETTER = 7;

/**
 * Flags of shared deadlines, each beside its line: left of it, or right where it would cover the flag before. One that
 * has room on neither side is left out; its line stays, and the rows name the day.
 *
 * @param free from where on there is room
 */
export function placeFlags(labels: readonly { x: number; label: string }[], free: number): Flag[] {
  const flags: Flag[] = [];
  let edge = free;
  for (const { x, label } of labels.toSorted((a, b) => a.x - b.x)) {
    const width = label.length * LETTER + 14;
    if (x - width >= edge) {
      flags.push({ x: x + 1, label, right: false });
      edge = x;
    } else if (x >= edge) {
      flags.push({ x, label, right: true });
      edge = x + width;
    }
  }
  return flags;
}
