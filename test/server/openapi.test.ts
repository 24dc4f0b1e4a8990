import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openApiDocument } from '../../src/server/index.ts';
import { serverForFile, signIn } from './harness.ts';

const app = serverForFile({ workers: 0 });
const stored: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '../../docs/openapi.json'), 'utf8'));

test('docs/openapi.json is what the routes say (else: node scripts/openapi.ts)', () => {
  expect(JSON.parse(JSON.stringify(openApiDocument()))).toEqual(stored);
});

test('the server gives the same document, to those who are signed in', async () => {
  const client = await signIn(app(), 'reader');
  expect(await client.get('/api/openapi.json')).toEqual(stored);
});

test('every operation has an id of its own, a summary, and problems as problem+json', () => {
  type Entry = { operationId: string; summary: string; responses: Record<string, { content?: object }> };
  const { paths } = stored as { paths: Record<string, Record<string, Entry>> };
  const entries = Object.values(paths).flatMap((methods) => Object.values(methods));
  expect(new Set(entries.map((entry) => entry.operationId)).size).toBe(entries.length);
  for (const { operationId, summary, responses } of entries) {
    expect(summary, operationId).not.toBe('');
    for (const [status, { content }] of Object.entries(responses))
      if (Number(status) >= 400) expect(Object.keys(content ?? {}), operationId).toEqual(['application/problem+json']);
  }
});
