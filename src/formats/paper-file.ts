import { readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { canonicalJson, type Fault, formatFault, shapeFaults } from '../agenda/index.ts';
import { type Paper, paperSchema } from '../council/index.ts';
import { paperFaults } from './check-paper.ts';
import { limits } from './limits.ts';
import { readBytes } from './read-file.ts';
import { type Read, readJson } from './read-json.ts';

/** A council paper from parsed JSON; what it says of an agenda is checked by `paperFaultsBeside`. */
export function parsePaper(json: unknown): { paper: Paper } | { faults: Fault[] } {
  const wrong = formatFault(json, 'fahrplan-paper', 1);
  if (wrong) return { faults: [wrong] };
  const parsed = paperSchema.safeParse(json);
  if (!parsed.success) return { faults: shapeFaults(parsed.error, json) };
  const faults = paperFaults(parsed.data);
  return faults.length > 0 ? { faults } : { paper: parsed.data };
}

/** A council paper from the bytes of a file. */
export function readPaper(bytes: Uint8Array): Read<Paper> {
  const json = readJson(bytes);
  if ('faults' in json) return json;
  const parsed = parsePaper(json.value);
  return 'faults' in parsed ? parsed : { value: parsed.paper };
}

export async function readPaperFile(file: string): Promise<Read<Paper>> {
  const bytes = await readBytes(file);
  return 'faults' in bytes ? bytes : readPaper(bytes.value);
}

/** The paper as bytes of its file: equal papers give equal text, and `parsePaper` gives it back. */
export function writePaper(paper: Paper): string {
  return canonicalJson(paperSchema, paper);
}

/** The other papers in the folder of a paper's file. Files that are no sound papers are named, not fatal. */
export async function readPapersBeside(file: string): Promise<{ papers: Paper[]; skipped: string[] }> {
  const folder = dirname(resolve(file));
  const papers: Paper[] = [];
  const skipped: string[] = [];
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  for (const name of names.slice(0, limits.papersInFolder)) {
    const path = join(folder, name);
    if (path === resolve(file)) continue;
    const bytes = await readBytes(path);
    const json = 'faults' in bytes ? bytes : readJson(bytes.value);
    // Other kinds of files may lie in the same folder; only what calls itself a paper is expected to be one.
    if ('faults' in json || formatFault(json.value, 'fahrplan-paper', 1)?.code === 'wrongFormat') continue;
    const parsed = parsePaper(json.value);
    if ('paper' in parsed) papers.push(parsed.paper);
    else skipped.push(name);
  }
  return { papers, skipped };
}
