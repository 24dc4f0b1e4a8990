import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { commandAs, type RunAs } from './run-as.ts';

/**
 * Runs the server under a shell that waits for the end of a pipe which we hold: when we close it, or when we die in
 * whatever way, the shell sends SIGINT (fast shutdown) and no server is left over. If the server ends first, the
 * shell ends with it.
 */
const SCRIPT = `
"$@" 3<&- &
server=$!
(while read -r line; do :; done; kill -INT "$server") <&3 2>/dev/null &
exec 3<&-
wait "$server"
code=$?
kill $! 2>/dev/null
exit "$code"`;

/** A running server process: whether it has ended, when it ends, and how to stop it. */
export type Lifeline = { readonly ended: boolean; readonly end: Promise<void>; stop(): Promise<void> };

/** Starts `command` under a lifeline; what it prints goes to the open file `log`. */
export function startUnderLifeline(command: string[], runAs: RunAs, log: number): Lifeline {
  const { command: whole, ids } = commandAs(runAs, command);
  const child: ChildProcess = spawn('sh', ['-c', SCRIPT, 'sh', ...whole], {
    ...ids,
    cwd: '/',
    // Own process group: Ctrl-C in the terminal must reach us first, so that our connections close before the server.
    detached: true,
    stdio: ['ignore', log, log, 'pipe'],
  });
  let ended = false;
  const end = new Promise<void>((done) => {
    const finish = (): void => {
      ended = true;
      done();
    };
    child.once('exit', finish);
    child.once('error', finish);
  });
  child.unref();
  const pipe = child.stdio[3] as Socket;
  pipe.on('error', () => {}); // the other end is gone: `exit` tells us
  pipe.unref();
  return {
    get ended() {
      return ended;
    },
    end,
    async stop() {
      if (ended) return;
      child.ref();
      pipe.destroy();
      await end;
    },
  };
}
