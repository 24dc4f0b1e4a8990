import { queryOptions } from '@tanstack/react-query';
import type { Booking } from '../../agenda/index.ts';
import type { ActualsView } from '../../planning/index.ts';
import { getJson } from './client.ts';

function resource<T>(path: string) {
  return queryOptions({ queryKey: [path], queryFn: ({ signal }) => getJson<T>(path, signal) });
}

export const actualsQuery = resource<ActualsView>('/actuals');
export const bookingsQuery = resource<{ records: { id: string; version: number; body: Booking }[] }>(
  '/records/booking',
);
