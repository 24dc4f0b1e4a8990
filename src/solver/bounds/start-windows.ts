import { compile } from '../compiled/compile.ts';
import { settle } from '../compiled/settle.ts';
import { timeWindows, type Windows } from '../compiled/windows.ts';
import type { Problem } from '../model/problem.ts';

/**
 * First and last start of each activity that releases, deadlines, links and frozen starts leave open, whatever the modes; a last one before
 * the first leaves none. Null where the links contradict each other.
 */
export function startWindows(problem: Problem): Windows | null {
  const c = compile(problem);
  const settled = settle(c.choice, new Uint8Array(c.choice.groups));
  if ('contradiction' in settled) return null;
  const windows = timeWindows(c, settled.state, true);
  return 'cycle' in windows ? null : windows;
}
