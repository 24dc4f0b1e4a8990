import { closeSync, existsSync, fstatSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { copyServer, embeddedServerFolder } from './binaries.ts';
import { initialise, openFolderFor, PORT, socketFolder, startFailure } from './folder.ts';
import { type Lifeline, startUnderLifeline } from './lifeline.ts';
import { lockFolder } from './lock.ts';
import { waitForPredecessor } from './predecessor.ts';
import { answers } from './ready.ts';
import { chooseRunAs, type RunAs } from './run-as.ts';

/** Crash recovery replays the log of at most a few minutes; longer means that something is wrong. */
const READY_MS = 300_000;
/** How long to wait for the last processes of a killed server to let go of its shared memory. */
const LET_GO_MS = 30_000;

/** A log that has grown beyond this is put aside at the next start; one older log is kept. */
const LOG_BYTES = 10_000_000;
/** Pause before the next try to start a server that ended on its own and did not come back. */
const RESTART_MS = 2_000;

export type ClusterOptions = {
  folder: string;
  /** Who runs the server; found out by itself unless a test asks for one way. */
  runAs?: RunAs;
  /** False leaves out the disk flush at the end of the very first start. For throw-away clusters of tests only. */
  syncFirstStart?: boolean;
  /** Further settings, `name=value`. */
  settings?: readonly string[];
};

/** A PostgreSQL server that we started and that ends with us. */
export type Cluster = {
  socket: string;
  runAs: RunAs;
  /** Connection address for a role and a database of this server. */
  url(role: string, database: string): string;
  stop(): Promise<void>;
};

/** What the log says since the position `from`. */
function logSince(log: number, from: number): string {
  const buffer = Buffer.alloc(Math.min(fstatSync(log).size - from, 100_000));
  readSync(log, buffer, 0, buffer.length, from);
  return buffer.toString('utf8');
}

/** Starts the server program and waits until it takes connections; tries again while its predecessor lets go. */
async function startServer(folder: string, command: string[], runAs: RunAs, socket: string): Promise<Lifeline> {
  const logFile = join(folder, 'postgres.log');
  if (existsSync(logFile) && statSync(logFile).size > LOG_BYTES) renameSync(logFile, `${logFile}.old`);
  const log = openSync(logFile, 'a+', 0o600);
  const start = performance.now();
  try {
    for (;;) {
      const from = fstatSync(log).size;
      const server = startUnderLifeline(command, runAs, log);
      while (!server.ended && performance.now() - start < READY_MS) {
        if (await answers(socket)) return server;
        await sleep(15);
      }
      await server.stop();
      const said = logSince(log, from);
      const held = /shared memory block|lock file ".*" already exists/.test(said);
      if (!held || performance.now() - start > LET_GO_MS) throw startFailure(folder, said);
      await sleep(100);
    }
  } finally {
    closeSync(log);
  }
}

/** Starts the server again whenever it ends without being told to (out of memory, killed by hand). */
function keepRunning(first: Lifeline, start: () => Promise<Lifeline>): { stop(): Promise<void> } {
  let current = first;
  const stopping = new AbortController();
  const watch = async (): Promise<void> => {
    for (;;) {
      await current.end;
      if (stopping.signal.aborted) return;
      try {
        current = await start();
        if (stopping.signal.aborted) await current.stop(); // told to stop while it was starting
      } catch {
        // The reason stands in postgres.log; requests are told that the database is away until it comes back.
        await sleep(RESTART_MS, undefined, { ref: false });
      }
    }
  };
  const watching = watch();
  return {
    async stop() {
      stopping.abort();
      await current.stop();
      await watching;
    },
  };
}

/**
 * Starts the embedded PostgreSQL on a data folder, making the folder and the database cluster on the first start.
 * It listens on a unix socket in a private folder and on nothing else. Refuses if another process has the folder.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const folder = resolve(options.folder);
  const runAs = options.runAs ?? chooseRunAs();
  let server = embeddedServerFolder();
  const unlock = await lockFolder(folder);
  let socket: ReturnType<typeof socketFolder> | undefined;
  const giveBack = async (): Promise<void> => {
    if (socket?.temporary) rmSync(socket.path, { recursive: true, force: true });
    await unlock();
  };
  try {
    openFolderFor(runAs, folder);
    if (runAs === 'nobody') server = await copyServer(server, folder);
    const data = initialise(server, runAs, folder, options.syncFirstStart ?? true);
    await waitForPredecessor(folder);
    socket = socketFolder(runAs, folder);
    const { path } = socket;
    // Durability is given on the command line: nobody can switch it off in a configuration file.
    const durable = ['listen_addresses=', 'fsync=on', 'full_page_writes=on', 'synchronous_commit=on'];
    // The log names faults, not contents: neither statements nor the rows they failed on.
    const quiet = ['log_error_verbosity=terse', 'log_min_error_statement=panic', 'log_checkpoints=off'];
    const settings = [...durable, ...quiet, 'timezone=UTC', 'log_timezone=UTC', ...(options.settings ?? [])];
    const program = [join(server, 'bin', 'postgres'), '-D', data, '-p', String(PORT), '-k', path];
    const command = [...program, ...settings.flatMap((setting) => ['-c', setting])];
    const start = (): Promise<Lifeline> => startServer(folder, command, runAs, path);
    const keeper = keepRunning(await start(), async () => {
      await waitForPredecessor(folder);
      return start();
    });
    return {
      socket: path,
      runAs,
      url: (role, database) => `postgres://${role}@localhost:${PORT}/${database}?host=${encodeURIComponent(path)}`,
      async stop() {
        await keeper.stop();
        await giveBack();
      },
    };
  } catch (error) {
    await giveBack();
    throw error;
  }
}
