import type { Need } from '../../../agenda/index.ts';
import type { Versioned } from '../../api/needs.ts';

type Records = readonly Versioned<Need>[];

/**
 * The needs to write so that `keep` speaks for `other` too, and for those that `other` spoke for. Nothing else of them
 * changes: each keeps its offices and talks.
 */
export function merging(records: Records, keep: string, other: string): Versioned<Need>[] {
  return records
    .filter(({ body }) => body.id === other || body.mergedInto === other)
    .map(({ version, body }) => ({ version, body: { ...body, mergedInto: keep } }));
}

/** The need to write so that it stands for itself again. */
export function splitting(records: Records, id: string): Versioned<Need>[] {
  return records.flatMap(({ version, body: { mergedInto: _, ...body } }) =>
    body.id === id ? [{ version, body }] : [],
  );
}

/** The need to write so that the pair is not suggested again. */
export function distinguishing(records: Records, keep: string, other: string): Versioned<Need>[] {
  return records.flatMap(({ version, body }) =>
    body.id === other ? [{ version, body: { ...body, distinctFrom: [...body.distinctFrom, keep] } }] : [],
  );
}
