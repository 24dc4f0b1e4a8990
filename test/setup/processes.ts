import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { PATIENCE } from './patience.ts';

/** A program of the product under test, in a process of its own: what it has printed so far, and how it ended. */
export type Program = {
  process: ChildProcess;
  output(): string;
  errors(): string;
  /** Waits until the output holds a text; fails if the program ends first. */
  until(text: string): Promise<void>;
  /** Exit code, or the signal that ended it. */
  ended: Promise<number | string>;
};

/** Starts a TypeScript file with the Node of the tests. */
export function startProgram(file: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): Program {
  const child = spawn(process.execPath, [file, ...args], { env, stdio: ['pipe', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const ended = new Promise<number | string>((done) => {
    child.once('close', (code, signal) => done(code ?? signal ?? -1));
  });
  let over = false;
  void ended.then(() => {
    over = true;
  });
  return {
    process: child,
    output: () => output,
    errors: () => errors,
    ended,
    async until(text) {
      while (!output.includes(text)) {
        if (over) throw new Error(`ended before it said "${text}": ${errors}`);
        await sleep(5);
      }
    },
  };
}

/** Numbers of the running processes whose command line names a folder. */
export function processesOf(folder: string): number[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      return readFileSync(`/proc/${name}/cmdline`, 'latin1').includes(folder) ? [Number(name)] : [];
    } catch {
      return []; // it ended while we looked
    }
  });
}

/** Waits until a condition holds, as long as there is patience; returns whether it does. */
export async function eventually(holds: () => boolean | Promise<boolean>): Promise<boolean> {
  const start = performance.now();
  while (!(await holds())) {
    if (performance.now() - start > PATIENCE) return false;
    await sleep(20);
  }
  return true;
}
