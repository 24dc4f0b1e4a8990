import { randomBytes } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

/** Headers that every answer carries; what a page may load is decided by {@link pagePolicy}. */
const ALWAYS: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'X-Permitted-Cross-Domain-Policies': 'none',
};

/** For data: nothing in it may ever be executed or framed. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

/** Two years, as hstspreload.org asks for; only sent where the browser came by https. */
const HSTS = 'max-age=63072000; includeSubDomains';

/**
 * Content-Security-Policy of the pages: everything from this server, nothing inline. The nonce is for style elements
 * that the accessible components (react-aria) add while they run; scripts need none.
 */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export const newNonce = (): string => randomBytes(16).toString('base64');

/** Sets the headers above on every answer; a page has set its own policy by then. */
export function securityHeaders(https: boolean): MiddlewareHandler {
  return async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(ALWAYS)) {
      // A page with a form says `same-origin` itself: with `no-referrer` its form would come from the origin `null`.
      if (name === 'Referrer-Policy' && c.res.headers.get(name) === 'same-origin') continue;
      c.res.headers.set(name, value);
    }
    if (!c.res.headers.has('Content-Security-Policy')) c.res.headers.set('Content-Security-Policy', DATA_POLICY);
    if (https) c.res.headers.set('Strict-Transport-Security', HSTS);
  };
}
