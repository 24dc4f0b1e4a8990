import { randomUUID } from 'node:crypto';
import { flushCompileCache } from 'node:module';
import type { Language } from '../../agenda/index.ts';
import { StoreRefusal } from '../../store/index.ts';
import { Refusal } from '../refusal.ts';

/** What a program that runs until it is told to stop gives back once it runs. */
export interface Running {
  stop(): Promise<void>;
}

/** A stop that hangs must not keep the process: whoever pressed Ctrl-C wants it gone. */
const STOP_MS = 10_000;

/** PostgreSQL's code for a disk without space. */
const DISK_FULL = '53100';

/** One sentence for people, and the exit code: 1 if the reader can remove the cause, 2 for a fault of ours. */
export function explain(error: unknown, language: Language): { sentence: string; code: 1 | 2 } {
  if (error instanceof StoreRefusal || error instanceof Refusal) return { sentence: error.text[language], code: 1 };
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === DISK_FULL) {
    const full = {
      de: 'Auf dem Datenträger ist kein Platz mehr. Bitte Platz schaffen und neu starten; es geht nichts verloren.',
      en: 'No space is left on the disk. Please free some space and start again; nothing is lost.',
    };
    return { sentence: full[language], code: 1 };
  }
  const report = randomUUID();
  const details = error instanceof Error ? error.stack : String(error);
  const own = {
    de: `Das ist ein Fehler von Fahrplan (Bericht ${report}). Bitte mit dem folgenden Text melden:`,
    en: `This is a fault of Fahrplan (report ${report}). Please report it with the following text:`,
  };
  return { sentence: `${own[language]}\n${details}`, code: 2 };
}

/**
 * Runs a program until Ctrl-C or SIGTERM and then stops it in order. Ends the process: with 0 after a clean stop,
 * else as {@link explain} says.
 */
export async function runUntilStopped(start: () => Promise<Running>, language: Language): Promise<void> {
  const fail = (error: unknown): never => {
    const { sentence, code } = explain(error, language);
    console.error(sentence);
    process.exit(code);
  };
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  let running: Running | undefined;
  let asked = false;
  const stop = (): void => {
    if (asked) return; // npm passes on the Ctrl-C that the terminal has sent us already
    asked = true;
    if (running) void end(running);
  };
  const end = async (program: Running): Promise<void> => {
    setTimeout(() => process.exit(2), STOP_MS).unref();
    await program.stop().catch(fail);
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.on('SIGHUP', stop);
  running = await start().catch(fail);
  flushCompileCache(); // now and not at the end: there may be none, and computing threads load the same files
  if (asked) await end(running);
}
