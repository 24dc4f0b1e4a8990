import type { Problem } from './types.ts';

/** An answer that is no success, with what the server says about it. `status` 0: no answer at all. */
export class ApiError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'ApiError';
    this.problem = problem;
  }

  get status(): number {
    return this.problem.status;
  }
}

/** Problem details of a failed answer; proxies in between may answer without any. */
async function problemOf(response: Response): Promise<Problem> {
  const type = response.headers.get('content-type') ?? '';
  if (type.includes('json')) {
    const body: unknown = await response.json().catch(() => null);
    if (typeof body === 'object' && body !== null && 'title' in body) return body as Problem;
  }
  return { title: response.statusText || String(response.status), status: response.status };
}

async function send(path: string, init: RequestInit, own: Record<string, string>): Promise<Response> {
  const headers = { Accept: 'application/json', 'Accept-Language': document.documentElement.lang || 'de', ...own };
  let response: Response;
  try {
    response = await fetch(`/api${path}`, { ...init, headers });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ApiError({ title: 'offline', status: 0 });
  }
  if (!response.ok) throw new ApiError(await problemOf(response));
  return response;
}

/** Reads one resource. Throws {@link ApiError}; the shape is the server's promise (docs/openapi.json). */
export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await send(path, { signal: signal ?? null }, {});
  return (await response.json()) as T;
}

/** Starts something on the server; a key makes a retry harmless. */
export async function post<T>(path: string, idempotencyKey?: string): Promise<T | null> {
  const key: Record<string, string> = idempotencyKey ? { 'Idempotency-Key': idempotencyKey } : {};
  const response = await send(path, { method: 'POST' }, key);
  const text = await response.text();
  return text === '' ? null : (JSON.parse(text) as T);
}

/**
 * Writes a record. `version` is the one that the editor saw: if somebody was faster, the server refuses with 412 and
 * nothing is overwritten. Throws {@link ApiError}.
 */
export async function sendJson<T>(method: 'POST' | 'PUT', path: string, body: unknown, version?: number): Promise<T> {
  const own: Record<string, string> = { 'Content-Type': 'application/json' };
  if (version !== undefined) own['If-Match'] = `"${version}"`;
  const response = await send(path, { method, body: JSON.stringify(body) }, own);
  return (await response.json()) as T;
}

/** Has the server write a file from what is sent. Throws {@link ApiError}. */
export async function fileOf(path: string, body: unknown): Promise<Blob> {
  const own = { Accept: '*/*', 'Content-Type': 'application/json' };
  return (await send(path, { method: 'POST', body: JSON.stringify(body) }, own)).blob();
}

/** What went wrong, in the server's words; a fault of the page itself in its own. */
export function problemIn(error: unknown): Problem {
  return error instanceof ApiError ? error.problem : { title: String(error), status: 0 };
}

/** Changes something on the server. `version` is what the editor saw; without it nothing is replaced. Throws {@link ApiError}. */
export async function change<T>(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  { body, version }: { body?: unknown; version?: number | undefined } = {},
): Promise<T> {
  const headers = {
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
  };
  const response = await send(path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }, headers);
  const text = await response.text();
  return (text === '' ? null : JSON.parse(text)) as T;
}
