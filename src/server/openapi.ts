import { OpenAPIHono } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import { describe } from './http/describe.ts';
import type { Env } from './http/env.ts';
import { describeOpen } from './http/open-operation.ts';
import { cookieName, signedIn } from './http/session.ts';
import { operations } from './routes/index.ts';
import { jobStreamPath } from './routes/job-stream.ts';
import { signInPaths } from './routes/sign-in.ts';
import { openOperations } from './routes/sign-in-open.ts';

/** The version of the contract; it changes with the paths and bodies, not with the program. */
const API_VERSION = '1.0.0';

const DESCRIPTION = `The API of Fahrplan, the same that its web app uses.

Sign-in: password or passkey (\`/api/sign-in\`), or the one-time link that the program prints (\`npm start\`,
\`fahrplan sign-in-link\`); the answer sets a session cookie. Requests that change something need the header \`Origin\` with the server's own address. Records carry an
\`ETag\`; changing one needs \`If-Match\` with it (428 without, 412 when somebody was faster). \`Idempotency-Key\` makes a
repeated request take effect once. Refusals are \`application/problem+json\` (RFC 9457) in the language of
\`Accept-Language\` (German or English). Effort is in tenths of a person-day, money in euro cents, days are ISO dates.`;

/** The OpenAPI 3.1 document of the API: served at /api/openapi.json, and in the repository as docs/openapi.json. */
export function openApiDocument(): object {
  const { openAPIRegistry: registry, getOpenAPI31Document } = new OpenAPIHono();
  for (const path of [...signInPaths, ...openOperations.map(describeOpen), ...operations.map(describe), jobStreamPath])
    registry.registerPath(path);
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: cookieName(true),
    description: `Over https; over http on the same machine the name is \`${cookieName(false)}\`.`,
  });
  return getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Fahrplan', version: API_VERSION, description: DESCRIPTION, license: { name: 'EUPL-1.2' } },
    servers: [{ url: '/' }],
  });
}

/** Serves the document to whoever is signed in. */
export function mountDocument(app: Hono<Env>): void {
  let document: object | undefined;
  app.get('/api/openapi.json', (c) => {
    signedIn(c);
    document ??= openApiDocument();
    return c.json(document);
  });
}
