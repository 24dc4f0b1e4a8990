import { queryOptions } from '@tanstack/react-query';
import type { PriorityView } from '../../planning/index.ts';
import { getJson } from './client.ts';
import type { Named } from './types.ts';

export type PrioritiesAnswer = PriorityView & {
  /** Null: the proposal for a city that has declared no criteria. */
  version: number | null;
  weightings: Named[];
};

/** Ranks by a weighting (without one by the first), with each weight moved by so many points. */
export const prioritiesQuery = (weighting: string | undefined, by: number) => {
  const chosen = weighting === undefined ? '' : `&weighting=${encodeURIComponent(weighting)}`;
  const path = `/priorities?by=${by}${chosen}`;
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => getJson<PrioritiesAnswer>(path, signal),
  });
};
