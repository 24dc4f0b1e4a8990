import { queryOptions } from '@tanstack/react-query';
import type { Interview, InterviewGuide, Need } from '../../agenda/index.ts';
import type { SimilarNeeds } from '../../council/index.ts';
import type { NeedsView } from '../../planning/index.ts';
import { change, getJson } from './client.ts';
import type { WrittenRecord } from './types.ts';

/** A record with the version that a change of it must name. */
export interface Versioned<Body> {
  version: number;
  body: Body;
}

export type NeedsAnswer = NeedsView & { records: Versioned<Need>[]; similar: SimilarNeeds[] };

export const needsQuery = queryOptions({
  queryKey: ['/needs'],
  queryFn: ({ signal }) => getJson<NeedsAnswer>('/needs', signal),
});

export interface GuidesAnswer {
  /** `version` null: the proposal for a city without a guide of its own. */
  guides: { version: number | null; guide: InterviewGuide }[];
}

export const guidesQuery = queryOptions({
  queryKey: ['/interview-guides'],
  queryFn: ({ signal }) => getJson<GuidesAnswer>('/interview-guides', signal),
});

export interface TalkRecord extends Versioned<Interview> {
  id: string;
  /** Name of the office. */
  title: string;
}

export const talksQuery = queryOptions({
  queryKey: ['/records/interview'],
  queryFn: ({ signal }) => getJson<{ records: TalkRecord[] }>('/records/interview', signal),
});

/** Writes several needs at once, all or none; the numbers of the changes, by which they are taken back. */
export async function changeNeeds(records: readonly Versioned<Need>[]): Promise<(number | null)[]> {
  const changes = records.map(({ version, body }) => ({ kind: 'need', id: body.id, version, body }));
  const { written } = await change<{ written: WrittenRecord[] }>('POST', '/changes', { body: { changes } });
  return written.map(({ entry }) => entry);
}
