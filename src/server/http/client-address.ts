import { isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { Services } from '../services.ts';

/**
 * The address that a request comes from, for slowing down guesses. Behind a proxy (a public address is set) it is the
 * last one in `X-Forwarded-For`, the one that the proxy itself has added; what stands before it anybody may invent.
 */
export function clientAddress(c: Context, services: Pick<Services, 'publicUrl'>): string {
  const forwarded = services.publicUrl && c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  if (forwarded && isIP(forwarded) !== 0) return forwarded;
  return getConnInfo(c).remote.address ?? '';
}
