import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** One chapter of docs/benchmarks.md, written by the command that measured it. */
export interface Chapter {
  /** Stays the same over time; a later run replaces the chapter of that name. */
  readonly key: string;
  readonly title: string;
  /** Command as typed. */
  readonly command: string;
  /** Versions, seeds, machine: one line each. */
  readonly notes: readonly string[];
  /** Markdown. */
  readonly body: string;
}

const HEAD = `# Benchmarks

Written by \`npm run -s bench\`, never by hand: each chapter is replaced by the command that it names. How the measuring
works is said in [bench/README.md](../bench/README.md).
`;

const mark = (key: string, which: 'begin' | 'end'): string => `<!-- ${which} ${key} -->`;

/** Puts a chapter into the file, in the place of the one of the same key or at the end. */
export function writeChapter(file: string, chapter: Chapter, day: string): void {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : HEAD;
  writeFileSync(file, withChapter(text, chapter, day));
}

/** The text with the chapter in it. */
export function withChapter(text: string, { key, title, command, notes, body }: Chapter, day: string): string {
  const chapter = [
    mark(key, 'begin'),
    `## ${title}`,
    '',
    `Measured on ${day} with`,
    '',
    '```',
    command,
    '```',
    '',
    ...notes.map((note) => `- ${note}`),
    '',
    body,
    mark(key, 'end'),
  ].join('\n');
  const [begin, end] = [text.indexOf(mark(key, 'begin')), text.indexOf(mark(key, 'end'))];
  if (begin < 0 || end < begin) return `${text.trimEnd()}\n\n${chapter}\n`;
  return text.slice(0, begin) + chapter + text.slice(end + mark(key, 'end').length);
}
