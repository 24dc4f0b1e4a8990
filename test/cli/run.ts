import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { smallAgenda } from '../../src/agenda/testing.ts';
import { smallPaper } from '../../src/formats/testing.ts';

export const ROOT = join(import.meta.dirname, '../..');
const MAIN = join(ROOT, 'src/cli/main.ts');

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
  /** Standard error without the lines that say how far it is: on a slow machine there are some, on a quick one none. */
  notes: string;
}

const PROGRESS = /^(?:Rechnet|Computing) [█░]{30} [ \d]{3} %\n/gm;

interface Started {
  process: ChildProcess;
  /** Resolves when standard output holds the words. */
  prints(words: string): Promise<void>;
  /** Resolves when standard error holds the words. */
  says(words: string): Promise<void>;
  ended: Promise<Ended>;
}

/** Starts the real `fahrplan` command in a process of its own; `node` are options of Node. */
export function start(
  args: readonly string[],
  env: Record<string, string> = {},
  node: readonly string[] = [],
): Started {
  const child = spawn(process.execPath, [...node, MAIN, ...args], { cwd: ROOT, env: { ...process.env, ...env } });
  onTestFinished(() => void child.kill('SIGKILL'));
  const text = { stdout: '', stderr: '' };
  const listeners: (() => void)[] = [];
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (part: string) => {
      text[name] += part;
      for (const listen of listeners) listen();
    });
  }
  const ended = new Promise<Ended>((resolve) =>
    child.on('close', (code) => resolve({ code, ...text, notes: text.stderr.replaceAll(PROGRESS, '') })),
  );
  const hears = (name: 'stdout' | 'stderr', words: string) =>
    new Promise<void>((resolve, reject) => {
      const look = (): void => void (text[name].includes(words) && resolve());
      listeners.push(look);
      look();
      void ended.then(() => reject(new Error(`ended without "${words}": ${text.stderr}`)));
    });
  return { process: child, prints: (words) => hears('stdout', words), says: (words) => hears('stderr', words), ended };
}

export function run(...args: string[]): Promise<Ended> {
  return start(args).ended;
}

/** Has Node tell on standard error which files it loads. */
const TELL = `import { registerHooks } from 'node:module';
registerHooks({ load(url, context, next) { if (url.startsWith('file:')) console.error(url); return next(url, context); } });`;

/** The files that a call loads, as paths from the repository's folder. */
export async function modulesOf(...args: string[]): Promise<string[]> {
  const tell = `data:text/javascript,${encodeURIComponent(TELL)}`;
  const { stderr } = await start(args, {}, ['--import', tell]).ended;
  return stderr.match(/^file:.*$/gm)?.map((url) => relative(ROOT, fileURLToPath(url))) ?? [];
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
