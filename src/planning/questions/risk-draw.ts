import type { Spread } from './question-schemas.ts';

/** Weeks drawn from the triangle of shortest, planned and longest duration, at least one; 0 stays 0. */
export function drawDuration(weeks: number, spread: Spread, seed: number, course: number, block: string): number {
  if (weeks === 0) return 0;
  const low = spread.shortestPercent / 100;
  const high = spread.longestPercent / 100;
  if (high <= low) return weeks;
  const u = uniform(seed, course, block);
  const peak = (1 - low) / (high - low);
  const factor =
    u < peak ? low + Math.sqrt(u * (high - low) * (1 - low)) : high - Math.sqrt((1 - u) * (high - low) * (high - 1));
  return Math.max(1, Math.round(weeks * factor));
}

/** A number in [0, 1) that depends on its arguments alone (FNV-1a over the text, mixed as in MurmurHash3). */
function uniform(seed: number, course: number, text: string): number {
  let hash = 0x811c9dc5 ^ Math.imul(seed | 0, 0x9e3779b1) ^ Math.imul(course + 1, 0x85ebca6b);
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x100000000;
}
