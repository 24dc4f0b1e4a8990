import { type PointerEvent, useRef } from 'react';
import type { RoadmapProject } from '../../../planning/index.ts';
import { addDays } from '../../language/format.ts';
import { type DraftMove, isMovable } from './draft.ts';
import type { TimeScale } from './scale.ts';

/** Movement of the pointer, in pixels, below which a press is a click. */
const CLICK = 5;

/** Pixels of one week on the scale. */
const weekWidth = (scale: TimeScale): number => Math.max(scale.x(addDays(scale.from, 7)), 1);

/**
 * Dragging the bars of one row along the time. Everything it does can be done by keyboard and by form as well.
 *
 * @returns handlers of the bars, and whether the click that follows belongs to the drag
 */
export function useDrag(project: RoadmapProject, scale: TimeScale, move: DraftMove) {
  const from = useRef<number | null>(null);
  const dragged = useRef(false);
  const movable = isMovable(project);
  return {
    movable,
    /** True once, right after a drag. */
    wasDrag(): boolean {
      const was = dragged.current;
      dragged.current = false;
      return was;
    },
    handlers: {
      onPointerDown(event: PointerEvent<SVGElement>) {
        if (!movable || event.button !== 0) return;
        from.current = event.clientX;
        dragged.current = false;
        event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerMove(event: PointerEvent<SVGElement>) {
        if (from.current === null) return;
        const distance = event.clientX - from.current;
        if (Math.abs(distance) < CLICK && !dragged.current) return;
        dragged.current = true;
        move.drag(project, Math.round(distance / weekWidth(scale)));
      },
      onPointerUp(event: PointerEvent<SVGElement>) {
        from.current = null;
        event.currentTarget.releasePointerCapture(event.pointerId);
      },
      onPointerCancel() {
        from.current = null;
        move.clear();
      },
    },
  };
}
