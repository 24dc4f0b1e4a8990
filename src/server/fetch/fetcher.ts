import { lookup } from 'node:dns/promises';
import { type IncomingMessage, request } from 'node:http';
import { isIP, type Socket } from 'node:net';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { type Connect, connect as connectReally } from './connect.ts';
import { isPublicAddress } from './public-address.ts';
import { FetchRefusal } from './refusal.ts';

/** How far one answer may go. */
export interface FetchLimits {
  /** Bytes of the answer, unpacked. */
  bytes: number;
  /** Everything together: name, connection, redirects, answer. */
  milliseconds: number;
}

export interface Fetched {
  /** Where the answer came from in the end. */
  url: string;
  bytes: Uint8Array;
  mediaType: string;
}

/** Fetches from servers outside of the house. Throws {@link FetchRefusal}. */
export type Fetcher = (url: string, limits: FetchLimits, signal?: AbortSignal) => Promise<Fetched>;

/** What a fetcher rests on; tests give their own. */
export interface Outside {
  resolve: (host: string) => Promise<string[]>;
  connect: Connect;
  /** Which addresses and ports may be reached. */
  allows: (address: string, port: number) => boolean;
}

const PORTS = new Set([80, 443, 8080, 8443]);
const MOST_REDIRECTS = 3;
/** Addresses of one name that are tried. */
const MOST_ADDRESSES = 3;

const PUBLIC: Outside = {
  resolve: async (host) => (await lookup(host, { all: true, order: 'ipv4first' })).map((one) => one.address),
  connect: connectReally,
  allows: (address, port) => isPublicAddress(address) && PORTS.has(port),
};

/**
 * Makes a fetcher that reaches public addresses only. A name is resolved once for each request; all of its addresses
 * are checked, and the connection goes to one of those that were checked, so that a name that changes its meaning
 * (DNS rebinding) gains nothing. Redirects are checked like the first address.
 */
export function createFetcher(outside: Partial<Outside> = {}): Fetcher {
  const way: Outside = { ...PUBLIC, ...outside };
  return async (given, limits, signal) => {
    const timeout = AbortSignal.timeout(limits.milliseconds);
    const ended = signal ? AbortSignal.any([timeout, signal]) : timeout;
    let url = permitted(given);
    try {
      for (let hop = 0; ; hop++) {
        const answer = await open(url, way, ended);
        const next = redirectOf(answer, url);
        if (next === null) return await read(answer, url, limits.bytes);
        answer.destroy();
        if (hop >= MOST_REDIRECTS || (url.protocol === 'https:' && next.protocol === 'http:'))
          throw new FetchRefusal('redirects', given);
        url = next;
      }
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      if (timeout.aborted) throw new FetchRefusal('tooSlow', url.href);
      if (error instanceof FetchRefusal) throw error;
      throw new FetchRefusal('broken', url.href, { cause: error });
    }
  };
}

/** The address as the standard for URLs reads it: `http://2130706433` is 127.0.0.1 and nothing else. */
function permitted(given: string, base?: URL): URL {
  const url = URL.parse(given, base?.href);
  const usual = url !== null && (url.protocol === 'https:' || url.protocol === 'http:');
  if (!usual || url.username !== '' || url.password !== '' || url.hostname === '')
    throw new FetchRefusal('address', given);
  url.hash = '';
  return url;
}

/** Connects to a checked address and sends the request. */
async function open(url: URL, way: Outside, signal: AbortSignal): Promise<IncomingMessage> {
  const secure = url.protocol === 'https:';
  const port = Number(url.port) || (secure ? 443 : 80);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) ? [host] : await resolved(host, url, way, signal);
  // One closed address among open ones is enough: a name that means both is made to deceive.
  if (addresses.some((address) => !way.allows(address, port))) throw new FetchRefusal('closed', url.href);
  let socket: Socket | undefined;
  let last: unknown;
  for (const address of addresses.slice(0, MOST_ADDRESSES)) {
    try {
      socket = await way.connect({ address, port, secureFor: secure ? host : null }, signal);
      break;
    } catch (error) {
      if (signal.aborted) throw error;
      last = error;
    }
  }
  if (socket === undefined) throw new FetchRefusal('unreachable', url.href, { cause: last });
  return send(url, socket, signal);
}

async function resolved(host: string, url: URL, way: Outside, signal: AbortSignal): Promise<string[]> {
  // A look-up cannot be stopped; whoever waits for it can.
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  const addresses = await Promise.race([way.resolve(host), stopped]).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new FetchRefusal('unknownHost', url.href, { cause: error });
  });
  if (addresses.length === 0) throw new FetchRefusal('unknownHost', url.href);
  return addresses;
}

function send(url: URL, socket: Socket, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked = request({
      createConnection: () => socket,
      path: `${url.pathname}${url.search}`,
      headers: {
        host: url.host,
        accept: 'application/json, */*;q=0.5',
        'accept-encoding': 'gzip, deflate, br',
        'user-agent': 'Fahrplan (OParl)',
        connection: 'close',
      },
      signal,
    });
    asked.once('response', resolve);
    asked.on('error', reject); // also later: an answer that breaks off is told by the answer itself
    asked.end();
  });
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

function redirectOf({ statusCode, headers }: IncomingMessage, url: URL): URL | null {
  if (!REDIRECTS.has(statusCode ?? 0)) return null;
  return permitted(headers.location ?? '', url);
}

/** Reads an answer to its end. What it unpacks to is counted while it is unpacked, so that no bomb goes off. */
async function read(answer: IncomingMessage, url: URL, most: number): Promise<Fetched> {
  const { statusCode = 0, headers } = answer;
  if (statusCode !== 200) {
    answer.destroy();
    throw new FetchRefusal('status', url.href, { status: statusCode });
  }
  const content = unpacked(answer, url);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of content) {
      size += (chunk as Buffer).length;
      if (size > most) throw new FetchRefusal('tooLarge', url.href);
      chunks.push(chunk as Buffer);
    }
  } finally {
    answer.destroy();
  }
  const mediaType = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  return { url: url.href, bytes: Buffer.concat(chunks), mediaType };
}

function unpacked(answer: IncomingMessage, url: URL): NodeJS.ReadableStream {
  const encoding = (answer.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity' || encoding === '') return answer;
  const unpack = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress }[
    encoding
  ];
  if (unpack === undefined) {
    answer.destroy();
    throw new FetchRefusal('encoding', url.href);
  }
  const stream = unpack();
  answer.once('error', (error) => stream.destroy(error));
  return answer.pipe(stream);
}
