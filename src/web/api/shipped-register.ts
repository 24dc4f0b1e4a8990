import { queryOptions } from '@tanstack/react-query';
import type { Obligation } from '../../agenda/index.ts';
import { getJson } from './client.ts';

/** Norms of the register that Fahrplan brings along which the city does not have yet. */
export interface OfferedNorms {
  /** The Land whose law is among them. */
  state: string;
  norms: (Pick<Obligation, 'id' | 'law' | 'paragraph' | 'name' | 'force' | 'status'> & {
    inForce: boolean;
    deadline: string | null;
    asOf: string | null;
    level: 'eu' | 'federation' | 'state';
    /** False for law of another Land. */
    own: boolean;
  })[];
}

export const shippedRegisterQuery = queryOptions({
  queryKey: ['/shipped-register'],
  queryFn: ({ signal }) => getJson<OfferedNorms>('/shipped-register', signal),
});
