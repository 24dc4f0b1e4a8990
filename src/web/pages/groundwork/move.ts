import type { DatedProject, PartnerRow, PrerequisiteRow } from '../../../planning/index.ts';

/** What a typed day does to the projects that wait for it. */
export type Move =
  | { kind: 'none' }
  | { kind: 'undated'; projects: DatedProject[] }
  /** The projects are planned before the day and must move at least that far. */
  | { kind: 'later'; on: string; projects: DatedProject[] }
  /** The day comes forward: the projects may begin sooner. */
  | { kind: 'earlier'; projects: DatedProject[] };

interface Days {
  expectedOn?: unknown;
  metOn?: unknown;
}

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** The day that counts is the one on which it was met, else the one on which it is expected. */
export function moveOf(row: Pick<PrerequisiteRow, 'expectedOn' | 'metOn' | 'projects'>, draft: Days): Move {
  const before = row.metOn ?? row.expectedOn;
  const typed = draft.metOn ?? draft.expectedOn;
  if (typed !== undefined && !isDay(typed)) return { kind: 'none' };
  const now = typed ?? null;
  if (now === before || row.projects.length === 0) return { kind: 'none' };
  if (now === null) return { kind: 'undated', projects: row.projects };
  const late = row.projects.filter(({ start }) => start === null || start < now);
  if (late.length > 0 && (before === null || now > before)) return { kind: 'later', on: now, projects: late };
  return before !== null && now < before ? { kind: 'earlier', projects: row.projects } : { kind: 'none' };
}

/** What the typed days of an offer do: projects planned before it is there, and those that end after it is paid for. */
export function offerMove(
  offer: PartnerRow['offers'][number],
  draft: { availableFrom?: unknown; fundedUntil?: unknown },
): { late: DatedProject[]; unpaid: DatedProject[] } {
  const { availableFrom, fundedUntil } = draft;
  const changed = (before: string | undefined, now: unknown): now is string => isDay(now) && now !== before;
  return {
    late: changed(offer.availableFrom, availableFrom)
      ? offer.projects.filter(({ start }) => start !== null && start < availableFrom)
      : [],
    unpaid: changed(offer.fundedUntil, fundedUntil)
      ? offer.projects.filter(({ finish }) => finish !== null && finish > fundedUntil)
      : [],
  };
}
