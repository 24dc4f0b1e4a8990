import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { PATIENCE } from '../setup/patience.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** A program of ours as a real process, with what it has printed so far. */
export class Program {
  readonly child: ChildProcess;
  output = '';
  errors = '';
  readonly #ended: Promise<number | null>;
  #over = false;

  constructor(file: string, env: Record<string, string>, args: string[] = []) {
    const { LANG: _lang, LC_ALL: _all, LC_MESSAGES: _messages, ...inherited } = process.env;
    this.child = spawn(process.execPath, [join(ROOT, file), ...args], { cwd: ROOT, env: { ...inherited, ...env } });
    this.child.stdout?.on('data', (data: Buffer) => {
      this.output += data.toString();
    });
    this.child.stderr?.on('data', (data: Buffer) => {
      this.errors += data.toString();
    });
    this.#ended = once(this.child, 'close').then(([code]) => {
      this.#over = true;
      return code as number | null;
    });
  }

  /** Waits until it has printed what fits, and returns the match; fails with all that it printed if it ends first. */
  async printed(pattern: RegExp): Promise<RegExpExecArray> {
    const end = performance.now() + PATIENCE;
    for (;;) {
      const over = this.#over;
      const match = pattern.exec(this.output) ?? pattern.exec(this.errors);
      if (match) return match;
      if (over || performance.now() > end) throw new Error(`never printed ${pattern}\n${this.output}\n${this.errors}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** Sends a signal and returns the exit code (null if the signal itself ended it). */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    this.child.kill(signal);
    return this.#ended;
  }

  ended(): Promise<number | null> {
    return this.#ended;
  }
}

/** Starts a program that does not outlive the test, however the test ends. */
export function startProgram(file: string, env: Record<string, string>, args: string[] = []): Program {
  const program = new Program(file, env, args);
  onTestFinished(async () => {
    if (program.child.exitCode === null && program.child.signalCode === null) await program.end('SIGKILL');
  });
  return program;
}

/** Starts `src/server/main.ts` and waits for its sign-in link. */
export async function startMain(
  env: Record<string, string>,
): Promise<{ program: Program; address: string; link: string }> {
  const program = startProgram('src/server/main.ts', { PORT: '0', ...env });
  const [link = ''] = await program.printed(/http:\S+\/anmelden\?token=\S+/);
  return { program, link, address: new URL(link).origin };
}
