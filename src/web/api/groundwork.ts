import { queryOptions } from '@tanstack/react-query';
import type { PartnerRow, PrerequisiteRow, StagesView } from '../../planning/index.ts';
import { getJson, sendJson } from './client.ts';

function resource<T>(path: string) {
  return queryOptions({ queryKey: [path], queryFn: ({ signal }) => getJson<T>(path, signal) });
}

export const stagesQuery = resource<StagesView>('/stages');
export const prerequisitesQuery = resource<{ prerequisites: PrerequisiteRow[] }>('/prerequisites');
export const partnerRowsQuery = resource<{ partners: PartnerRow[] }>('/partners');

/** Puts the stages into another order; refused if somebody has changed it meanwhile. */
export const orderStages = (before: readonly string[], after: readonly string[]): Promise<object> =>
  sendJson('PUT', '/stages/order', { before, after });
