import type { Activity, Level, Link, Problem } from '../model/problem.ts';
import type { PriceAim } from './price-certificate.ts';

/** Starts that an activity may have in one of its modes, both inclusive; none if `to` is smaller. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Passes over all links; each only narrows what is open, so it may end after any of them. */
const MOST_PASSES = 100;

/**
 * Starts that are open per activity and mode: release, deadline, what is frozen, and what the links to other activities leave. With an aim
 * at a level, plans that are worse than given in a level above are left out.
 */
export function openStarts(problem: Problem, certain: readonly boolean[], aim: PriceAim): Span[][] {
  const spans = problem.activities.map((activity) => ownSpans(problem, activity));
  if (aim.kind === 'level') {
    aim.above.forEach((most, k) => {
      const level = problem.levels[k];
      if (level) limit(problem, spans, level, most);
    });
  }
  const links = problem.links.filter(({ from, to }) => certain[from] && certain[to]);
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    let narrowed = false;
    for (const link of links) narrowed = follow(problem, spans, link) || narrowed;
    if (!narrowed) break;
  }
  return spans;
}

function ownSpans({ horizon }: Problem, { modes, release, deadline, frozen }: Activity): Span[] {
  return modes.map(({ duration }, m) => {
    const to = Math.min(deadline, horizon) - duration;
    if (!frozen) return { from: release, to };
    return frozen.mode === m ? { from: Math.max(release, frozen.start), to: Math.min(to, frozen.start) } : NONE;
  });
}

const NONE: Span = { from: 0, to: -1 };

/** No single term of a level may be worth more than the whole level. */
function limit(problem: Problem, spans: Span[][], level: Level, most: number): void {
  const finishBy = (activity: number, finish: number) => {
    const modes = problem.activities[activity]?.modes ?? [];
    spans[activity] = (spans[activity] ?? []).map(({ from, to }, m) => ({
      from,
      to: Math.min(to, finish - (modes[m]?.duration ?? 0)),
    }));
  };
  const startWithin = (activity: number, first: number, last: number) => {
    spans[activity] = (spans[activity] ?? []).map(({ from, to }) => ({
      from: Math.max(from, first),
      to: Math.min(to, last),
    }));
  };
  switch (level.kind) {
    case 'makespan':
      for (const a of spans.keys()) finishBy(a, most);
      return;
    case 'lateness':
      for (const { activity, due, weight } of level.terms)
        if (weight > 0) finishBy(activity, due + Math.floor(most / weight));
      return;
    case 'weightedFinish':
      for (const { activity, weight } of level.terms) if (weight > 0) finishBy(activity, Math.floor(most / weight));
      return;
    case 'movement':
      for (const { activity, start, weight } of level.terms) {
        const away = weight > 0 ? Math.floor(most / weight) : problem.horizon;
        startWithin(activity, start - away, start + away);
      }
      return;
    case 'dropped':
  }
}

/** Narrows both ends of a link to what some mode and start of the other end allow; whether that changed anything. */
function follow(problem: Problem, spans: Span[][], { from, to, type, lag }: Link): boolean {
  const moments = (a: number, end: string) =>
    (spans[a] ?? []).flatMap((span, m) => {
      const shift = end === 'F' ? (problem.activities[a]?.modes[m]?.duration ?? 0) : 0;
      return span.from <= span.to ? [{ first: span.from + shift, last: span.to + shift, shift }] : [];
    });
  const before = moments(from, type.charAt(0));
  const after = moments(to, type.charAt(1));
  const first = Math.min(...before.map((moment) => moment.first)) + lag;
  const last = Math.max(...after.map((moment) => moment.last)) - lag;
  if (!Number.isFinite(first) || !Number.isFinite(last)) return false;
  let changed = false;
  const narrow = (a: number, end: string, low: number, high: number) => {
    spans[a] = (spans[a] ?? []).map((span, m) => {
      const shift = end === 'F' ? (problem.activities[a]?.modes[m]?.duration ?? 0) : 0;
      const narrower = { from: Math.max(span.from, low - shift), to: Math.min(span.to, high - shift) };
      if (span.from <= span.to && (narrower.from > span.from || narrower.to < span.to)) changed = true;
      return narrower;
    });
  };
  narrow(to, type.charAt(1), first, Number.POSITIVE_INFINITY);
  narrow(from, type.charAt(0), Number.NEGATIVE_INFINITY, last);
  return changed;
}
