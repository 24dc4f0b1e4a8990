import { type RouteConfig, z } from '@hono/zod-openapi';
import type { Operation } from './operation.ts';
import { type ProblemType, problemSchema, problemTypes } from './problems.ts';

/** Refusals that any route may give; the rest follows from what the route takes. */
const ALWAYS: ProblemType[] = ['not-signed-in', 'not-allowed', 'wrong-host', 'internal', 'database-away'];

/** The OpenAPI entry of an operation. */
export function describe(operation: Operation): RouteConfig {
  const { method, path, summary, params, query, body, versioned, idempotent, tagged, keptFor, file, answer } =
    operation;
  const headers = headersOf(operation);
  return {
    method,
    path,
    summary,
    operationId: operationId(method, path),
    tags: [path.split('/')[2]?.split('.')[0] ?? 'api'],
    security: [{ session: [] }],
    request: {
      ...(params ? { params } : {}),
      ...(query ? { query } : {}),
      ...(headers ? { headers } : {}),
      ...(body ? { body: { required: true, content: { 'application/json': { schema: body } } } } : {}),
    },
    responses: {
      [operation.status ?? 200]: {
        description: summary,
        ...(tagged || keptFor ? { headers: z.object({ ETag: z.string().openapi({ example: '"7"' }) }) } : {}),
        content: file
          ? { [file.mediaType]: { schema: file.content ?? z.string().openapi({ format: 'binary' }) } }
          : { 'application/json': { schema: answer } },
      },
      ...(keptFor && !tagged ? { 304: { description: 'The same answer as the one named in If-None-Match.' } } : {}),
      ...problemsOf([
        ...ALWAYS,
        ...(params || query || body || idempotent ? (['invalid-request'] as const) : []),
        ...(params ? (['not-found'] as const) : []),
        ...(body ? (['invalid-json', 'too-large', 'wrong-media-type'] as const) : []),
        ...(method === 'get' ? [] : (['foreign-origin'] as const)),
        ...(versioned ? (['version-missing', 'version-stale'] as const) : []),
        ...(idempotent ? (['key-reused'] as const) : []),
        ...(operation.refuses ?? []),
      ]),
    },
  };
}

/** `getProjectsByIdWhy` for `GET /api/projects/{id}/why`. */
export function operationId(method: string, path: string): string {
  const words = path.split(/[/.]/).filter((part) => part !== '' && part !== 'api');
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  return method + words.map((word) => capital(word.replace(/^\{(\w+)\}$/, (_, name) => `By${capital(name)}`))).join('');
}

function headersOf(operation: Operation): z.ZodObject | undefined {
  if (operation.versioned) return z.object({ 'If-Match': z.string().openapi({ example: '"7"' }) });
  if (operation.idempotent) return z.object({ 'Idempotency-Key': z.string().max(200).optional() });
  if (operation.keptFor && !operation.tagged) return z.object({ 'If-None-Match': z.string().optional() });
  return undefined;
}

/** Several problems may share a status; the description names each. */
export function problemsOf(types: readonly ProblemType[]): RouteConfig['responses'] {
  const byStatus: RouteConfig['responses'] = {};
  for (const status of new Set(types.map((type) => problemTypes[type].status)).values()) {
    const named = types.filter((type) => problemTypes[type].status === status);
    byStatus[status] = {
      description: named.map((type) => `${type}: ${problemTypes[type].title.en}`).join(' '),
      content: { 'application/problem+json': { schema: problemSchema } },
    };
  }
  return byStatus;
}
