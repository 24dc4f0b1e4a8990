import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { problemOf } from './on-error.ts';
import { problemTypes } from './problems.ts';
import { knownHost, sameOrigin } from './same-origin.ts';

function appFor(publicUrl: URL | null): Hono {
  const app = new Hono();
  app.use(knownHost(publicUrl), sameOrigin(publicUrl));
  app.all('*', (c) => c.text('ok'));
  app.onError((error, c) => c.text('refused', problemTypes[problemOf(error).type].status as 400));
  return app;
}

const local = 'http://127.0.0.1:8080';
const city = new URL('https://fahrplan.musterstadt.de');

test.each([
  ['GET without Origin', null, 'GET', local, {}, 200],
  ['POST without Origin', null, 'POST', local, {}, 403],
  ['POST of our own page', null, 'POST', local, { origin: local }, 200],
  ['POST of another port', null, 'POST', local, { origin: 'http://127.0.0.1:9999' }, 403],
  ['POST of an opaque origin', null, 'POST', local, { origin: 'null' }, 403],
  ['PUT of another site', null, 'PUT', local, { origin: 'https://boese.example' }, 403],
  ['a rebound name', null, 'GET', 'http://boese.example:8080', {}, 421],
  ['localhost', null, 'POST', 'http://localhost:8080', { origin: 'http://localhost:8080' }, 200],
  ['IPv6 loopback', null, 'GET', 'http://[::1]:8080', {}, 200],
  ['the public address', city, 'POST', city.href, { origin: city.origin }, 200],
  ['the public address over http', city, 'POST', city.href, { origin: 'http://fahrplan.musterstadt.de' }, 403],
  ['another name of a public server', city, 'GET', local, {}, 421],
  ['the health check by address', city, 'GET', `${local}/health`, {}, 200],
] as const)('%s', async (_name, publicUrl, method, url, headers, status) => {
  const host = new URL(url).host;
  const answer = await appFor(publicUrl).request(url, { method, headers: { host, ...headers } });
  expect(answer.status).toBe(status);
});
