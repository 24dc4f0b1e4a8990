import { queryOptions } from '@tanstack/react-query';
import type { PartnerRow, PrerequisiteRow, StagesView } from '../../planning/index.ts';
import { getJson } from './client.ts';

function resource<T>(path: string) {
  return queryOptions({ queryKey: [path], queryFn: ({ signal }) => getJson<T>(path, signal) });
}

export const stagesQuery = resource<StagesView>('/stages');
export const prerequisitesQuery = resource<{ prerequisites: PrerequisiteRow[] }>('/prerequisites');
export const partnerRowsQuery = resource<{ partners: PartnerRow[] }>('/partners');
