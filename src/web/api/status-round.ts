import { queryOptions } from '@tanstack/react-query';
import type { StatusRequest, StatusRow } from '../../planning/index.ts';
import { getJson } from './client.ts';

export type RoundRequest = StatusRequest & { linkUntil: string | null };

export interface StatusRound {
  today: string;
  mail: boolean;
  rows: StatusRow[];
  requests: RoundRequest[];
}

export interface RoundLink {
  request: string;
  name: string;
  mail: string | null;
  projects: number;
  link: string;
  mailed: boolean;
}

export const statusRoundQuery = queryOptions({
  queryKey: ['/status-round'],
  queryFn: ({ signal }) => getJson<StatusRound>('/status-round', signal),
});
