import { addDays } from '../../language/format.ts';
import type { Row } from './rows.ts';
import type { TimeScale } from './scale.ts';

export const ROW_HEIGHT = 24;

export interface Arrow {
  key: string;
  /** Right-angled line. */
  line: string;
  /** Arrow head at its end. */
  head: string;
}

interface Place {
  middle: number;
  top: number;
  start: number;
  finish: number;
}

/** Right-angled line from the end of one bar to the beginning of another, entering from above or below. */
function arrow(key: string, from: Place, to: Place): Arrow {
  const out = from.finish + (to.start >= from.finish + 10 ? 5 : 9);
  const into = to.start + 4;
  const below = from.top > to.top;
  const edge = below ? to.top + ROW_HEIGHT - 6 : to.top + 6;
  const turn = below ? to.top + ROW_HEIGHT + 1 : to.top - 1;
  const tip = below ? `l-3.5 5h7z` : `l-3.5 -5h7z`;
  return {
    key,
    line: `M${from.finish} ${from.middle}H${out}V${turn}H${into}V${edge}`,
    head: `M${into} ${edge}${tip}`,
  };
}

/**
 * Lines from the predecessors of the chosen project to it, and from it to those that wait for it. Projects that are
 * not on screen have no line; the panel names them.
 */
export function dependencyArrows(rows: readonly Row[], chosen: string | undefined, scale: TimeScale): Arrow[] {
  const places = new Map<string, Place & { predecessors: readonly string[] }>();
  rows.forEach((row, index) => {
    if (row.kind !== 'project' || row.project.start === null || row.project.finish === null) return;
    places.set(row.project.id, {
      middle: index * ROW_HEIGHT + ROW_HEIGHT / 2,
      top: index * ROW_HEIGHT,
      start: scale.x(row.project.start),
      finish: scale.x(addDays(row.project.finish, 1)),
      predecessors: row.project.predecessors,
    });
  });
  const centre = chosen === undefined ? undefined : places.get(chosen);
  if (chosen === undefined || centre === undefined) return [];
  const into = centre.predecessors.flatMap((id) => {
    const from = places.get(id);
    return from ? [arrow(`${id} ${chosen}`, from, centre)] : [];
  });
  const outOf = [...places].flatMap(([id, place]) =>
    place.predecessors.includes(chosen) ? [arrow(`${chosen} ${id}`, centre, place)] : [],
  );
  return [...into, ...outOf];
}
