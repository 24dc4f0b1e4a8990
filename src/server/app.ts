import { Hono } from 'hono';
import type { Env } from './http/env.ts';
import { mount } from './http/mount.ts';
import { onError } from './http/on-error.ts';
import { mountOpen } from './http/open-operation.ts';
import { Problem } from './http/problems.ts';
import { requestLog } from './http/request-log.ts';
import { knownHost, sameOrigin } from './http/same-origin.ts';
import { securityHeaders } from './http/security-headers.ts';
import { identify } from './http/session.ts';
import { unknownRoute } from './http/unknown-route.ts';
import { mountDocument } from './openapi.ts';
import { mountCalendarFeed } from './routes/calendar-feed.ts';
import { mountConfirmationLink } from './routes/confirmation-link.ts';
import { operations } from './routes/index.ts';
import { mountIntranet } from './routes/intranet.ts';
import { mountJobStream } from './routes/job-stream.ts';
import { mountOparl } from './routes/oparl.ts';
import { mountPublicPages } from './routes/public-pages.ts';
import { mountSignIn } from './routes/sign-in.ts';
import { openOperations } from './routes/sign-in-open.ts';
import { mountStatusLink } from './routes/status-link.ts';
import type { Services } from './services.ts';
import { webApp } from './web-app.ts';

/** The whole HTTP application: what happens to a request, in this order. */
export function createApp(services: Services): Hono<Env> {
  const app = new Hono<Env>();

  // Whatever goes wrong below becomes problem+json; every answer is logged and carries the security headers.
  app.onError(onError(services.log));
  app.use(requestLog(services.log));
  app.use(securityHeaders(services.https));

  // Only under our own names, and writing only from our own pages.
  app.use(knownHost(services.publicUrl));
  app.use(sameOrigin(services.publicUrl));

  app.get('/health', (c) => c.json({ status: 'ok' }));

  // Who asks. Each operation then asks for a session and a permission, checks what it is given, and runs in one
  // transaction of the session's city.
  app.use('/anmelden', identify(services));
  app.use('/api/*', identify(services));
  mountSignIn(app, services);
  mountStatusLink(app, services);
  mountConfirmationLink(app, services);
  for (const operation of openOperations) mountOpen(app, services, operation);
  for (const operation of operations) mount(app, services, operation);
  mountJobStream(app, services);
  mountCalendarFeed(app, services);
  mountPublicPages(app, services);
  mountIntranet(app, services);
  mountOparl(app, services);
  mountDocument(app);
  app.all('/api/*', unknownRoute(app));

  // Everything else is the web app: its files, and its page for every address that is not a file.
  app.route('/', webApp());
  app.notFound((c) => onError(services.log)(new Problem('not-found'), c));
  return app;
}
