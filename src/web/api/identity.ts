import { queryOptions } from '@tanstack/react-query';
import type { Person } from '../../agenda/index.ts';
import { getJson } from './client.ts';

export interface Account {
  name: string;
  mail: string;
  authenticator: boolean;
  recoveryCodes: number;
  passkeys: { id: string; name: string; createdAt: string; lastUsedAt: string | null }[];
  sessions: { id: string; device: string; createdAt: string; lastSeenAt: string; current: boolean }[];
}

export interface PersonRow {
  person: Person;
  version: number;
  hasPassword: boolean;
  hasSecondFactor: boolean;
  lastSeenAt: string | null;
  linkUntil: string | null;
  openedBy: string[];
  mayConfirm: boolean;
}

export interface People {
  people: PersonRow[];
  units: { id: string; name: string }[];
  mail: boolean;
}

export interface InvitationLink {
  id: string;
  link: string;
  days: number;
  mailed: boolean;
}

export const accountQuery = queryOptions({
  queryKey: ['/account'],
  queryFn: ({ signal }) => getJson<Account>('/account', signal),
});
export const peopleQuery = queryOptions({
  queryKey: ['/people'],
  queryFn: ({ signal }) => getJson<People>('/people', signal),
});
