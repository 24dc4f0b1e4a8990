import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Env } from './http/env.ts';
import { cookieName, signedIn } from './http/session.ts';

/** The version of the contract; it changes with the paths and bodies, not with the program. */
const API_VERSION = '1.0.0';

const DESCRIPTION = `The API of Fahrplan, the same that its web app uses.

Sign-in: open the one-time link that the program prints (\`npm start\`, \`fahrplan link\`); the answer sets a session
cookie. Requests that change something need the header \`Origin\` with the server's own address. Records carry an
\`ETag\`; changing one needs \`If-Match\` with it (428 without, 412 when somebody was faster). \`Idempotency-Key\` makes a
repeated request take effect once. Refusals are \`application/problem+json\` (RFC 9457) in the language of
\`Accept-Language\` (German or English). Effort is in tenths of a person-day, money in euro cents, days are ISO dates.`;

/** The OpenAPI 3.1 document of all mounted routes: served at /api/openapi.json and kept as docs/openapi.json. */
function openApiDocument(app: OpenAPIHono<Env>): object {
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: cookieName(true),
    description: `Over https; over http on the same machine the name is \`${cookieName(false)}\`.`,
  });
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Fahrplan', version: API_VERSION, description: DESCRIPTION, license: { name: 'EUPL-1.2' } },
    servers: [{ url: '/' }],
  });
}

/** Serves the document to whoever is signed in. All other routes must be there by now. */
export function mountDocument(app: OpenAPIHono<Env>): void {
  const document = openApiDocument(app);
  app.get('/api/openapi.json', (c) => {
    signedIn(c);
    return c.json(document);
  });
}
