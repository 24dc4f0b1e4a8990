import { OpenAPIHono } from '@hono/zod-openapi';
import type { Env } from './http/env.ts';
import { mount } from './http/mount.ts';
import { onError } from './http/on-error.ts';
import type { Operation } from './http/operation.ts';
import { Problem } from './http/problems.ts';
import { requestLog } from './http/request-log.ts';
import { knownHost, sameOrigin } from './http/same-origin.ts';
import { securityHeaders } from './http/security-headers.ts';
import { identify } from './http/session.ts';
import { unknownRoute } from './http/unknown-route.ts';
import { mountDocument } from './openapi.ts';
import { agendaRoutes } from './routes/agenda.ts';
import { mountJobStream } from './routes/job-stream.ts';
import { jobRoutes } from './routes/jobs.ts';
import { obligationRoutes } from './routes/obligations.ts';
import { paperRoutes } from './routes/papers.ts';
import { planRunRoutes } from './routes/plan-runs.ts';
import { projectRoutes } from './routes/projects.ts';
import { recordRoutes } from './routes/records.ts';
import { sessionRoutes } from './routes/session.ts';
import { mountSignIn } from './routes/sign-in.ts';
import { viewRoutes } from './routes/views.ts';
import type { Services } from './services.ts';
import { webApp } from './web-app.ts';

/** Every route that needs a session and works in one transaction. */
export const operations: readonly Operation[] = [
  ...sessionRoutes,
  ...viewRoutes,
  ...projectRoutes,
  ...obligationRoutes,
  ...paperRoutes,
  ...jobRoutes,
  ...planRunRoutes,
  ...recordRoutes,
  ...agendaRoutes,
];

/** The whole HTTP application: what happens to a request, in this order. */
export function createApp(services: Services): OpenAPIHono<Env> {
  const app = new OpenAPIHono<Env>();
  app.onError(onError(services.log));
  app.use(requestLog(services.log));
  app.use(securityHeaders(services.https));
  app.use(knownHost(services.publicUrl));
  app.use(sameOrigin(services.publicUrl));

  app.get('/health', (c) => c.json({ status: 'ok' }));
  app.use('/anmelden', identify(services));
  app.use('/api/*', identify(services));
  mountSignIn(app, services);
  for (const operation of operations) mount(app, services, operation);
  mountJobStream(app, services);
  mountDocument(app);
  app.all('/api/*', unknownRoute(app));

  app.route('/', webApp());
  app.notFound(() => {
    throw new Problem('not-found');
  });
  return app;
}
