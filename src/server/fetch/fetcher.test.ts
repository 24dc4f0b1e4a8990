import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect as connectPlain } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Target } from './connect.ts';
import { createFetcher } from './fetcher.ts';
import { isPublicAddress } from './public-address.ts';
import { FORBIDDEN_ADDRESSES, FORBIDDEN_NAMES, FORBIDDEN_URLS } from './testing.ts';

const LIMITS = { bytes: 100_000, milliseconds: 20_000 };
const PUBLIC_ADDRESS = '93.184.216.34';

/** A fetcher whose connections are counted and lead nowhere. */
function counted(names: Readonly<Record<string, readonly string[]>> = {}) {
  const targets: Target[] = [];
  const fetcher = createFetcher({
    resolve: async (host) => [...(names[host] ?? [])],
    connect: async (target) => {
      targets.push(target);
      throw new Error('nobody there');
    },
  });
  return { targets, fetcher };
}

describe('what must not be reached', () => {
  test('more than 100 addresses, names and writings: none leads to a connection', async () => {
    const { targets, fetcher } = counted(FORBIDDEN_NAMES);
    const urls = [
      ...[...FORBIDDEN_ADDRESSES, ...Object.keys(FORBIDDEN_NAMES)].flatMap((host) => [
        `http://${host}/oparl`,
        `https://${host}:8443/oparl`,
      ]),
      ...FORBIDDEN_URLS,
    ];
    expect(FORBIDDEN_ADDRESSES.length + Object.keys(FORBIDDEN_NAMES).length).toBeGreaterThanOrEqual(100);
    for (const url of urls) {
      const outcome = await fetcher(url, LIMITS).then(
        () => 'fetched',
        (error: { code?: string }) => error.code,
      );
      expect(['closed', 'address', 'unknownHost'], url).toContain(outcome);
    }
    expect(targets).toEqual([]);
  });

  test('public addresses are open, in both versions of the protocol', () => {
    for (const address of [
      '93.184.216.34',
      '8.8.8.8',
      '172.15.0.1',
      '100.63.0.1',
      '2606:2800:220:1::1',
      '2a00:1450::1',
    ])
      expect(isPublicAddress(address), address).toBe(true);
  });

  test('the connection goes to the address that was checked: a name that changes its meaning gains nothing', async () => {
    let asked = 0;
    const targets: Target[] = [];
    const fetcher = createFetcher({
      resolve: async () => (asked++ === 0 ? [PUBLIC_ADDRESS] : ['127.0.0.1']),
      connect: async (target) => {
        targets.push(target);
        throw new Error('nobody there');
      },
    });
    await expect(fetcher('https://wechselt.example/', LIMITS)).rejects.toMatchObject({ code: 'unreachable' });
    expect(targets).toEqual([{ address: PUBLIC_ADDRESS, port: 443, secureFor: 'wechselt.example' }]);
    await expect(fetcher('https://wechselt.example/', LIMITS)).rejects.toMatchObject({ code: 'closed' });
    expect(targets).toHaveLength(1);
  });
});

describe('a server outside', () => {
  let server: Server;
  let port = 0;
  let connections = 0;
  let answer: RequestListener = (_, response) => response.end();

  /** The name `ratsinfo.example` is public, and its connections come to the listener of this test. */
  const fetcher = createFetcher({
    resolve: async () => [PUBLIC_ADDRESS],
    connect: async ({ address }) => {
      expect(address).toBe(PUBLIC_ADDRESS);
      const socket = connectPlain(port, '127.0.0.1');
      await once(socket, 'connect');
      return socket;
    },
  });
  const get = (path = '/', limits = LIMITS) => fetcher(`http://ratsinfo.example${path}`, limits);

  beforeAll(async () => {
    server = createServer((asked, response) => answer(asked, response));
    server.on('connection', () => connections++);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test('answers are read, packed or not, under the name that was asked', async () => {
    answer = (asked, response) => {
      expect(asked.headers.host).toBe('ratsinfo.example');
      response.setHeader('content-type', 'application/json; charset=utf-8');
      response.setHeader('content-encoding', 'gzip');
      response.end(gzipSync('{"a":1}'));
    };
    const { bytes, mediaType } = await get();
    expect([Buffer.from(bytes).toString(), mediaType]).toEqual(['{"a":1}', 'application/json']);
  });

  test.each([
    'http://127.0.0.1/geheim',
    'http://[::1]/geheim',
    '//169.254.169.254/latest/meta-data/',
    'http://10.0.0.1:8080/',
    'http://name@ratsinfo.example/',
    'file:///etc/passwd',
    '',
  ])('a redirect to %s is not followed', async (location) => {
    answer = (_, response) => response.writeHead(302, { location }).end();
    const before = connections;
    await expect(get()).rejects.toMatchObject({ code: expect.stringMatching(/^(closed|address|redirects)$/) });
    // The empty one leads to the same address again, until that is too often.
    expect(connections - before).toBe(location === '' ? 4 : 1);
  });

  test('a chain of redirects ends after the third, and never goes from https to http', async () => {
    answer = (asked, response) =>
      response.writeHead(307, { location: `/${Number(asked.url?.slice(1) || 0) + 1}` }).end();
    const before = connections;
    await expect(get('/0')).rejects.toMatchObject({ code: 'redirects' });
    expect(connections - before).toBe(4);
    answer = (_, response) => response.writeHead(301, { location: 'http://ratsinfo.example/' }).end();
    await expect(fetcher('https://ratsinfo.example/', LIMITS)).rejects.toMatchObject({ code: 'redirects' });
  });

  test('a bomb, an endless answer and an unknown packing are stopped by name', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000));
    answer = (_, response) => response.setHeader('content-encoding', 'gzip').end(bomb);
    await expect(get()).rejects.toMatchObject({ code: 'tooLarge' });
    answer = (_, response) => {
      const more = (): void => {
        if (!response.destroyed) response.write(Buffer.alloc(50_000), () => setImmediate(more));
      };
      more();
    };
    await expect(get()).rejects.toMatchObject({ code: 'tooLarge' });
    answer = (_, response) => response.setHeader('content-encoding', 'zstd').end('x');
    await expect(get()).rejects.toMatchObject({ code: 'encoding' });
    answer = (_, response) => response.setHeader('content-encoding', 'gzip').end('kein gzip');
    await expect(get()).rejects.toMatchObject({ code: 'broken' });
  });

  test('a server that dribbles, says nothing, or breaks off does not hold anybody up', async () => {
    const quick = { ...LIMITS, milliseconds: 150 };
    answer = () => {};
    await expect(get('/', quick)).rejects.toMatchObject({ code: 'tooSlow' });
    answer = (_, response) => {
      const timer = setInterval(() => response.write(' '), 20);
      response.once('close', () => clearInterval(timer));
    };
    await expect(get('/', quick)).rejects.toMatchObject({ code: 'tooSlow' });
    answer = (_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('halb', () => response.destroy());
    };
    await expect(get()).rejects.toMatchObject({ code: 'broken' });
    answer = (_, response) => response.writeHead(503).end();
    await expect(get()).rejects.toMatchObject({ code: 'status', status: 503 });
  });

  test('whoever cancels gets the reason at once', async () => {
    answer = () => {};
    const cancel = new AbortController();
    const waiting = fetcher('http://ratsinfo.example/', LIMITS, cancel.signal);
    cancel.abort(new Error('abgebrochen'));
    await expect(waiting).rejects.toThrow('abgebrochen');
  });
});
