import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { smallAgenda } from '../../src/agenda/testing.ts';
import { smallPaper } from '../../src/formats/testing.ts';

export const ROOT = join(import.meta.dirname, '../..');
const MAIN = join(ROOT, 'src/cli/main.ts');

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

interface Started {
  process: ChildProcess;
  /** Resolves when standard error holds the text. */
  says(text: string): Promise<void>;
  ended: Promise<Ended>;
}

/** Starts the real `fahrplan` command in a process of its own. */
export function start(args: readonly string[], env: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: ROOT, env: { ...process.env, ...env } });
  onTestFinished(() => void child.kill('SIGKILL'));
  let stdout = '';
  let stderr = '';
  const listeners: (() => void)[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    for (const listen of listeners) listen();
  });
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
  const says = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = (): void => void (stderr.includes(text) && resolve());
      listeners.push(look);
      look();
      void ended.then(() => reject(new Error(`ended without saying "${text}": ${stderr}`)));
    });
  return { process: child, says, ended };
}

export function run(...args: string[]): Promise<Ended> {
  return start(args).ended;
}

/** A folder for this test, taken away afterwards. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'fahrplan-cli-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** Files of the small agenda and its motion, after `change`. */
export function smallFiles(
  change: (agenda: ReturnType<typeof smallAgenda>, paper: ReturnType<typeof smallPaper>) => void = () => {},
): { agenda: string; paper: string; folder: string } {
  const place = folder();
  const [agenda, paper] = [smallAgenda(), smallPaper()];
  change(agenda, paper);
  const files = { agenda: join(place, 'agenda.json'), paper: join(place, 'ba-001-2020.json'), folder: place };
  writeFileSync(files.agenda, JSON.stringify(agenda));
  writeFileSync(files.paper, JSON.stringify(paper));
  return files;
}
