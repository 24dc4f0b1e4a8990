import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compile } from '../compiled/compile.ts';
import { Timetable } from '../schedule/timetable.ts';
import { PackedProfile } from './packed-profile.ts';
import { compactProblem } from './testing.ts';

it('finds the same room as the timetable, whatever is placed and removed', () => {
  let wide = 0;
  fc.assert(
    fc.property(compactProblem(10), fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean())), (problem, moves) => {
      const c = compile(problem);
      const packed = new PackedProfile(c);
      const table = new Timetable(c);
      if (packed.words > 1) wide++;
      const slots = c.modeFirst[c.activities]!;
      moves.forEach(([pick, from, stays]) => {
        const slot = pick % slots;
        const duration = c.duration[slot]!;
        const low = from % c.horizon;
        const earliest = packed.earliest(slot, low, duration);
        // Money is no matter of the profile: the timetable gets plenty of it.
        table.spent.fill(-1e9);
        expect(earliest).toBe(table.earliest(slot, low, c.horizon - duration));
        expect(packed.latest(slot, low, duration)).toBe(table.latest(slot, 0, low - duration));
        if (earliest < 0) return;
        packed.place(slot, earliest, duration);
        table.place(slot, earliest);
        if (stays) return;
        packed.remove(slot, earliest, duration);
        table.remove(slot, earliest);
      });
    }),
    { seed: 5, numRuns: 300 },
  );
  expect(wide).toBeGreaterThan(20);
});
