import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mmlib, patterson } from '../instances/testing.ts';
import { benchmark } from './benchmark.ts';
import { formatLines, summarize } from './table.ts';

const options = {
  cpuSeconds: [0.2],
  seeds: 2,
  solvers: ['fahrplan'],
  sets: [],
  limit: undefined,
  jobs: 1,
  progress: () => {},
};

test('our engine solves both instances, and anyone can check the plans from the result file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fahrplan-bench-'));
  try {
    writeFileSync(join(folder, 'one.rcp'), patterson);
    writeFileSync(join(folder, 'two.mm'), mmlib);
    writeFileSync(join(folder, 'best.json'), '{"p_one": {"lb": 5, "ub": 5}, "mm_two": {"lb": 5, "ub": null}}');
    const out = join(folder, 'result.json');
    const faults: string[] = [];
    const lines = await benchmark({
      ...options,
      instances: folder,
      bestKnown: join(folder, 'best.json'),
      out,
      fault: (message) => faults.push(message),
    });
    expect(faults).toEqual([]);
    expect(lines).toEqual([expect.objectContaining({ solver: 'fahrplan', runs: 4, feasible: 4, gap: 0, compared: 2 })]);
    const rows = JSON.parse(readFileSync(out, 'utf8')) as { instance: string; value: number; seed: number }[];
    expect(rows.map(({ instance, seed, value }) => [instance, seed, value])).toEqual([
      ['one.rcp', 1, 5],
      ['one.rcp', 2, 5],
      ['two.mm', 1, 5],
      ['two.mm', 2, 5],
    ]);
    expect(Object.keys(rows[0] ?? {})).toEqual(
      'set instance solver seed cpuLimit cpuSeconds value bound proven starts modes'.split(' '),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a solver that nobody knows is a fault of each of its runs, not the end', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fahrplan-bench-'));
  try {
    writeFileSync(join(folder, 'one.rcp'), patterson);
    const faults: string[] = [];
    const lines = await benchmark({
      ...options,
      seeds: 1,
      solvers: ['nobody', 'fahrplan'],
      instances: folder,
      bestKnown: undefined,
      out: undefined,
      fault: (message) => faults.push(message),
    });
    expect(faults).toEqual([expect.stringMatching(/one.rcp nobody seed 1, 0.2 s: there is no solver nobody/)]);
    expect(lines.map(({ solver, feasible, gap }) => [solver, feasible, gap])).toEqual([
      ['nobody', 0, null],
      ['fahrplan', 1, null],
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the summary counts plans, proofs, distances, runs over time and what contradicts the best known values', () => {
  const row = { set: 's', instance: 'a', solver: 'x', seed: 1, cpuLimit: 1, bound: 9, starts: [], modes: [] };
  const lines = summarize(
    [
      { ...row, cpuSeconds: 1.04, value: 10, proven: true },
      { ...row, cpuSeconds: 1.06, value: 12, proven: false },
      { ...row, cpuSeconds: 0.2, value: null, proven: false },
      { ...row, cpuSeconds: 0.2, value: 12, proven: true },
      { ...row, cpuSeconds: 0.2, value: 12, bound: 11, proven: false },
      { ...row, cpuSeconds: 0.2, value: null, bound: null, proven: true },
      { ...row, cpuSeconds: 0.2, value: 8, proven: false },
    ],
    () => ({ lb: 9, ub: 10 }),
  );
  expect(lines).toEqual([
    { set: 's', solver: 'x', cpuLimit: 1, runs: 7, feasible: 5, proven: 3, gap: 8, compared: 5, late: 1, doubtful: 4 },
  ]);
  expect(formatLines(lines)).toContain('| 8.00  | –      | 5        |');
});

test('the table says whether a target is reached, and how much larger the gap of a peer is', () => {
  const line = { set: 'j120', cpuLimit: 1, runs: 1, feasible: 1, proven: 0, compared: 1, late: 0, doubtful: 0 };
  const own = { ...line, solver: 'fahrplan', gap: 1.3 };
  const table = formatLines([
    own,
    { ...line, solver: 'cp-sat', gap: 3.9 },
    { ...own, cpuLimit: 10 },
    { ...own, set: 'x' },
  ]);
  expect(
    table
      .split('\n')
      .slice(2)
      .map((row) => row.split('|')[6]?.trim()),
  ).toEqual(['≤ 1.3 reached', '3.0 x ours', '≤ 0.9 missed', '–']);
});
