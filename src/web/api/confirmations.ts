import { queryOptions } from '@tanstack/react-query';
import type { Confirmation, ConfirmationSubject, OfferEffect } from '../../planning/index.ts';
import { getJson } from './client.ts';

export interface SubjectRow {
  subject: ConfirmationSubject;
  target: string;
  name: string;
  detail: string;
  on: string | null;
  confirmedOn: string | null;
  linkUntil: string | null;
}

export type OpenConfirmation = Confirmation & { effects: OfferEffect[] };

export interface Confirmations {
  subjects: SubjectRow[];
  open: OpenConfirmation[];
}

export const confirmationsQuery = queryOptions({
  queryKey: ['/confirmations'],
  queryFn: ({ signal }) => getJson<Confirmations>('/confirmations', signal),
});
