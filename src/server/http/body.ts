import type { HonoRequest } from 'hono';
import { limits, readJson } from '../../formats/index.ts';
import { Problem } from './problems.ts';

/** Largest body of a request, bytes; an import may be as large as a file. */
export const BODY_BYTES = 1_000_000;
export const IMPORT_BYTES: number = limits.jsonBytes;
const MAX_DRAIN_BYTES = 100_000_000;

/** Keys that reach a prototype when code copies objects carelessly. No record of ours has them. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

function tooLarge(maxBytes: number): Problem {
  const megabytes = Math.floor(maxBytes / 1_000_000);
  return new Problem('too-large', {
    detail: { de: `Höchstens ${megabytes} MB sind erlaubt.`, en: `At most ${megabytes} MB are allowed.` },
  });
}

/**
 * The request's body, never holding more than `maxBytes`. What is too large is read on for a while and thrown away: a
 * browser that is still sending would else see a broken connection instead of the reason.
 */
async function readBytes(request: HonoRequest, maxBytes: number): Promise<Uint8Array> {
  if (Number(request.header('content-length') ?? 0) > MAX_DRAIN_BYTES) throw tooLarge(maxBytes);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.raw.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_DRAIN_BYTES) break;
    if (size > maxBytes) chunks.length = 0;
    else chunks.push(chunk);
  }
  if (size > maxBytes) throw tooLarge(maxBytes);
  return Buffer.concat(chunks, size);
}

/**
 * The request's body as JSON: bounded in size and depth, no key twice, no key that could reach a prototype, no
 * character that cannot be stored. Throws {@link Problem}.
 */
export async function readBody(request: HonoRequest, maxBytes: number = BODY_BYTES): Promise<unknown> {
  const mediaType = request.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (mediaType !== 'application/json') throw new Problem('wrong-media-type');
  const read = readJson(await readBytes(request, maxBytes));
  if ('faults' in read) {
    const [first] = read.faults;
    throw new Problem('invalid-json', first ? { detail: first.message } : {});
  }
  refuseForbiddenKeys(read.value);
  return read.value;
}

function refuseForbiddenKeys(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (FORBIDDEN_KEYS.has(key)) {
      throw new Problem('invalid-json', {
        detail: { de: `Der Feldname „${key}“ ist nicht erlaubt.`, en: `The field name "${key}" is not allowed.` },
      });
    }
    refuseForbiddenKeys(inner);
  }
}
