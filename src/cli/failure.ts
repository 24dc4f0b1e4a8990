import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Language, Text } from '../agenda/index.ts';
import { failureTexts } from './failure-texts.ts';

/** Something the reader can put right: one sentence on standard error, exit code 1. */
export class Failure extends Error {
  readonly text: Text;

  constructor(text: Text, options?: ErrorOptions) {
    super(text.de, options);
    this.name = 'Failure';
    this.text = text;
  }
}

/** How the system and PostgreSQL say that a disk has no space. */
const DISK_FULL: readonly string[] = ['ENOSPC', 'EDQUOT', '53100'];

/** Errors of other parts that carry a sentence for people: `Refusal`, `StoreRefusal`. */
function textOf(error: unknown): Text | undefined {
  if (error instanceof Error && 'code' in error && DISK_FULL.includes(String(error.code))) return failureTexts.noSpace;
  if (!(error instanceof Error) || !('text' in error)) return undefined;
  const { text } = error;
  const known = typeof text === 'object' && text !== null && 'de' in text && 'en' in text;
  return known ? { de: String(text.de), en: String(text.en) } : undefined;
}

/** Text for a terminal: paths and values from outside must not steer it. */
export function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, '\u{fffd}');
}

/**
 * Prints what went wrong and gives the exit code: 1 for what the reader can put right, 2 for our own fault, whose
 * details go to a file of their own so that the screen keeps one sentence.
 */
export function report(error: unknown, language: Language): 1 | 2 {
  const text = textOf(error);
  if (text) {
    process.stderr.write(`${printable(text[language])}\n`);
    return 1;
  }
  const id = randomUUID();
  const details = [
    `Fahrplan ${id}`,
    `Node ${process.version}, ${process.platform}-${process.arch}`,
    `argv: ${JSON.stringify(process.argv.slice(2))}`,
    error instanceof Error ? (error.stack ?? error.message) : String(error),
  ].join('\n');
  const file = join(tmpdir(), `fahrplan-${id}.txt`);
  let place = file;
  try {
    writeFileSync(file, `${details}\n`, { mode: 0o600 });
  } catch {
    place = `\n${details}\n`;
  }
  process.stderr.write(`${printable(failureTexts.own(id, place)[language])}\n`);
  return 2;
}
