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
  const before = shiftsOf(problem, from, type.charAt(0));
  const after = shiftsOf(problem, to, type.charAt(1));
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  spans[from]?.forEach((span, m) => {
    if (span.from <= span.to) first = Math.min(first, span.from + before(m) + lag);
  });
  spans[to]?.forEach((span, m) => {
    if (span.from <= span.to) last = Math.max(last, span.to + after(m) - lag);
  });
  if (!Number.isFinite(first) || !Number.isFinite(last)) return false;
  const later = narrow(spans, to, (span, m) =>
    first - after(m) > span.from ? { ...span, from: first - after(m) } : span,
  );
  const earlier = narrow(spans, from, (span, m) =>
    last - before(m) < span.to ? { ...span, to: last - before(m) } : span,
  );
  return later || earlier;
}

/** How long after its start each mode of an activity reaches that end. */
function shiftsOf({ activities }: Problem, activity: number, end: string): (mode: number) => number {
  const modes = activities[activity]?.modes ?? [];
  return end === 'F' ? (m) => modes[m]?.duration ?? 0 : () => 0;
}

/** Whether that changed anything that was open. */
function narrow(spans: Span[][], activity: number, change: (span: Span, mode: number) => Span): boolean {
  let changed = false;
  spans[activity]?.forEach((span, m, row) => {
    const narrower = change(span, m);
    if (narrower === span) return;
    row[m] = narrower;
    if (span.from <= span.to) changed = true;
  });
  return changed;
}
