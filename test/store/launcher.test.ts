import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startCluster } from '../../src/store/embedded/cluster.ts';
import { startFailure } from '../../src/store/embedded/folder.ts';
import { namespaceWorks } from '../../src/store/embedded/run-as.ts';
import { insertRecord, isUnavailable, listRecords, openStore, saveAgenda, withCity } from '../../src/store/index.ts';
import { eventually, processesOf, startProgram } from '../setup/processes.ts';
import { LONG, seeded } from '../setup/random.ts';
import { sampleAgenda, samplePaper } from '../setup/sample.ts';

const HOLD = join(import.meta.dirname, 'programs', 'hold.ts');
const isRoot = process.getuid?.() === 0;
const acting = { city: 'musterstadt', actor: 'tester' };
/** A data folder after its first start; each test that is not about first starts begins with a copy. */
let started: string;
let base: string;
let folder: string;

beforeAll(async () => {
  started = mkdtempSync(join(tmpdir(), 'fahrplan-started-'));
  await (await openStore({ dataFolder: started })).close();
});
afterAll(() => rmSync(started, { recursive: true, force: true }));

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'fahrplan-launcher-'));
  folder = join(base, 'data-folder');
  cpSync(started, folder, { recursive: true });
});
afterEach(async () => {
  await eventually(() => processesOf(base).length === 0);
  rmSync(base, { recursive: true, force: true });
});

describe('one opener', () => {
  test('a second process is refused while the first goes on, with a sentence that names the folder, and nothing is lost', async () => {
    const first = startProgram(HOLD, [folder]);
    await first.until('open');
    const second = startProgram(HOLD, [folder]);
    expect(await second.ended).toBe(1);
    expect(first.process.exitCode).toBeNull();
    expect(second.errors()).toContain(`Der Datenordner ${folder} wird schon von einem anderen Fahrplan benutzt.`);
    first.process.stdin?.end();
    expect(await first.ended).toBe(0);
  });

  test('within one process too', async () => {
    const store = await openStore({ dataFolder: folder });
    await expect(openStore({ dataFolder: folder })).rejects.toMatchObject({ code: 'folderInUse' });
    await store.close();
    await (await openStore({ dataFolder: folder })).close();
  });

  test('a lock file that a crash left behind is taken over, also when its number belongs to another program now', async () => {
    const stale = [process.pid, join(folder, 'data'), 0, 5432, join(folder, 'socket'), '', ''].join('\n');
    writeFileSync(join(folder, 'data', 'postmaster.pid'), stale);
    await (await openStore({ dataFolder: folder })).close();
  });
});

/** Process number of the server that has the folder, or null while there is none. */
function runningServer(folder: string): number | null {
  const file = join(folder, 'data', 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null;
}

describe('killed', () => {
  const starts = LONG ? 60 : 4;
  test(`${starts} first starts killed: the next start works by itself`, async () => {
    const next = seeded(7);
    for (let round = 0; round < starts; round++) {
      const dataFolder = join(base, `first-${round}`);
      const first = startProgram(HOLD, [dataFolder]);
      await sleep(100 + next(1_600));
      first.process.kill('SIGKILL');
      await first.ended;
      const store = await openStore({ dataFolder });
      await withCity(store.db, acting, (tx) => saveAgenda(tx, sampleAgenda()));
      await store.close();
      expect(readdirSync(dataFolder).filter((name) => name.startsWith('data'))).toContain('data');
    }
  });

  const kills = LONG ? 100 : 5;
  test(`${kills} × the program killed: no server is left over`, async () => {
    for (let round = 0; round < kills; round++) {
      const program = startProgram(HOLD, [folder]);
      await program.until('open');
      expect(processesOf(folder).length).toBeGreaterThan(1);
      program.process.kill('SIGKILL');
      await program.ended;
      expect(await eventually(() => processesOf(folder).length === 0)).toBe(true);
    }
  });

  test('a server that dies alone is started again, and the program lives on', async () => {
    const store = await openStore({ dataFolder: folder });
    await withCity(store.db, acting, (tx) => saveAgenda(tx, sampleAgenda()));
    await withCity(store.db, acting, (tx) => insertRecord(tx, 'papers', samplePaper()));
    const server = runningServer(folder) ?? Number.NaN;
    process.kill(server, 'SIGKILL');
    const read = () => withCity(store.db, acting, (tx) => listRecords(tx, 'papers'));
    // A connection may outlive its server for a moment, so that only another server's answer says that it is back.
    const back = await eventually(async () => {
      const other = runningServer(folder);
      try {
        return (await read()).length === 1 && other !== null && other !== server;
      } catch (error) {
        expect(isUnavailable(error), String(error)).toBe(true);
        return false;
      }
    });
    expect(back).toBe(true);
    await store.close();
  });
});

describe('folder and server', () => {
  test('only the owner may enter the folder, and no network port is opened', async () => {
    const store = await openStore({ dataFolder: folder });
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    const { rows } = await store.pool.query(
      `SELECT current_setting('listen_addresses') AS addresses, current_setting('fsync') AS fsync`,
    );
    expect(rows).toEqual([{ addresses: '', fsync: 'on' }]);
    await store.close();
    expect(existsSync(join(folder, 'data', 'postmaster.pid'))).toBe(false);
  });

  test('a path too long for a socket', async () => {
    const long = join(base, 'ein-sehr-langer-ordnername'.repeat(5));
    cpSync(started, long, { recursive: true });
    const store = await openStore({ dataFolder: long });
    expect((await store.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await store.close();
  });

  test('a server without durability is refused and stopped again', async () => {
    const unsafe = openStore({ dataFolder: folder, embedded: { settings: ['fsync=off'] } });
    await expect(unsafe).rejects.toMatchObject({
      code: 'databaseUnsafe',
      message: expect.stringContaining('fsync=off'),
    });
    expect(processesOf(folder)).toEqual([]);
  });

  test('an empty folder in place of the database, and a full disk, are named', async () => {
    const empty = join(base, 'other');
    mkdirSync(join(empty, 'data'), { recursive: true });
    await expect(openStore({ dataFolder: empty })).rejects.toMatchObject({
      code: 'serverDidNotStart',
      message: expect.stringContaining(empty),
    });
    const full = startFailure(folder, 'FATAL:  could not write to file "pg_wal/xlogtemp.1": No space left on device');
    expect(full).toMatchObject({ code: 'diskFull', text: { de: expect.stringContaining(folder) } });
  });

  // Each way to run under root; the one that this machine does not have is skipped.
  test.skipIf(!isRoot)(
    'root without namespaces: runs as nobody, and a folder that nobody cannot enter is named',
    async () => {
      const closed = join(base, 'closed', 'data');
      mkdirSync(join(base, 'closed'), { mode: 0o700 });
      await expect(startCluster({ folder: closed, runAs: 'nobody' })).rejects.toMatchObject({
        code: 'folderForbidden',
        message: expect.stringContaining(closed),
      });
      const open = mkdtempSync(join('/tmp', 'fahrplan-nobody-'));
      try {
        const asNobody = await openStore({ dataFolder: open, embedded: { runAs: 'nobody' } });
        await withCity(asNobody.db, acting, (tx) => saveAgenda(tx, sampleAgenda()));
        await asNobody.close();
        expect(statSync(join(open, 'data')).uid).toBe(65534);
        // The next start may find another way; the files change hands.
        const store = await openStore({ dataFolder: open });
        expect(await withCity(store.db, acting, (tx) => listRecords(tx, 'projects'))).toHaveLength(3);
        await store.close();
      } finally {
        rmSync(open, { recursive: true, force: true });
      }
    },
  );

  test.skipIf(!isRoot || !namespaceWorks())('root with namespaces: nothing on the machine changes', async () => {
    const store = await openStore({ dataFolder: folder, embedded: { runAs: 'namespace' } });
    expect(statSync(join(folder, 'data')).uid).toBe(0);
    await store.close();
  });
});
