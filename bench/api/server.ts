import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Agenda } from '../../src/agenda/index.ts';
import { openStore, saveAgenda, withCity } from '../../src/store/index.ts';

const main = join(import.meta.dirname, '..', '..', 'src', 'server', 'main.ts');

/** A real server in a process of its own, on a database of its own, with somebody signed in. */
export interface Server {
  readonly address: string;
  readonly cookie: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts the product with this agenda as its only city. */
export async function serve(agenda: Agenda): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'fahrplan-bench-api-'));
  const store = await openStore({ dataFolder: folder });
  await withCity(store.db, { city: agenda.city.id, actor: 'bench' }, (tx) => saveAgenda(tx, agenda));
  await store.close();
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, PORT: '0', FAHRPLAN_DATA: folder, FAHRPLAN_WORKERS: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'close');
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const link = await printedLink(child);
    const answer = await fetch(link, { redirect: 'manual' });
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
    if (cookie === undefined) throw new Error(`signing in failed with status ${answer.status}`);
    return { address: new URL(link).origin, cookie, pid: child.pid ?? 0, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function printedLink(child: ChildProcess): Promise<string> {
  let output = '';
  for await (const chunk of child.stdout ?? []) {
    output += String(chunk);
    const link = /http:\S+\/anmelden\?token=\S+/.exec(output)?.[0];
    if (link) return link;
  }
  throw new Error('the server ended before it printed its sign-in link');
}
