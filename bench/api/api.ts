import { operations } from '../../src/server/index.ts';
import { makeCase } from '../agenda/case.ts';
import { quantile } from '../agenda/measure.ts';
import { markdownTable } from '../markdown.ts';
import { cpuOfTree } from './cpu.ts';
import { readPaths } from './read-paths.ts';
import { type Server, serve } from './server.ts';

export interface ApiOptions {
  readonly projects: number;
  readonly connections: number;
  /** Seconds per route, after one second that does not count. */
  readonly seconds: number;
  /** Only routes whose address holds one of these texts; all without it. */
  readonly routes?: readonly string[];
  readonly progress: (message: string) => void;
}

/** The few parts of `autocannon` that are used here; the package is installed with the peers only. */
type Cannon = (options: {
  url: string;
  connections: number;
  duration: number;
  headers: Record<string, string>;
  requests: readonly object[];
}) => Promise<{ non2xx: number; errors: number }> & {
  on(event: 'response', heard: (client: unknown, status: number, bytes: number, milliseconds: number) => void): unknown;
};
const packageName: string = 'autocannon';

/** Asks the running server for every page's data, many at a time; returns a Markdown table. */
export async function measureApi({ projects, connections, seconds, routes, progress }: ApiOptions): Promise<string> {
  const { default: cannon } = (await import(packageName)) as { default: Cannon };
  const { agenda } = makeCase(projects, 1);
  const server = await serve(agenda);
  const rows: string[][] = [];
  const refused: string[] = [];
  try {
    const wanted = (path: string): boolean => !routes || routes.some((text) => path.includes(text));
    for (const path of readPaths(operations, agenda).filter(wanted)) {
      progress(path);
      const { status } = await fetch(`${server.address}${path}`, { headers: { cookie: server.cookie } });
      // Some routes need what a generated agenda does not hold, such as a second plan or a password.
      if (status === 200) rows.push(await measureRoute(cannon, server, path, connections, seconds));
      else refused.push(path);
    }
  } finally {
    await server.stop();
  }
  const table = markdownTable(['route', 'answers/s', 'CPU ms per answer', 'p50 ms', 'p95 ms', 'bytes', 'failed'], rows);
  return refused.length === 0
    ? table
    : `${table}\n\nNot measured, the agenda lacks what they need: ${refused.join(', ')}`;
}

/** Words nobody has asked for yet: the server keeps the answer to a search until the agenda changes. */
function newWords(path: string): (request: object) => object {
  let count = 0;
  return (request) => ({
    ...request,
    path: `${path}+${(count++).toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '')}`,
  });
}

async function measureRoute(
  cannon: Cannon,
  { address, cookie, pid }: Server,
  path: string,
  connections: number,
  seconds: number,
): Promise<string[]> {
  const headers = { cookie, 'accept-encoding': 'gzip' };
  const requests = /search\?q=/.test(path) ? [{ setupRequest: newWords(path) }] : [{}];
  const fire = (duration: number) => cannon({ url: `${address}${path}`, connections, duration, headers, requests });
  await fire(1);
  const times: number[] = [];
  let size = 0;
  const before = cpuOfTree(pid);
  const run = fire(seconds);
  run.on('response', (_client, _status, bytes, milliseconds) => {
    times.push(milliseconds);
    size = bytes;
  });
  const { non2xx, errors } = await run;
  const cpu = times.length === 0 ? '–' : ((cpuOfTree(pid) - before) / times.length).toFixed(2);
  times.sort((a, b) => a - b);
  const time = (q: number): string => (times.length === 0 ? '–' : quantile(times, q).toFixed(1));
  const failed = String(non2xx + errors);
  return [path, (times.length / seconds).toFixed(0), cpu, time(0.5), time(0.95), String(size), failed];
}
