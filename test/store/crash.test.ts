import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually, processesOf, startProgram } from '../setup/processes.ts';
import { LONG, seeded } from '../setup/random.ts';
import type { Found } from './programs/write.ts';

const WRITE = join(import.meta.dirname, 'programs', 'write.ts');
const rounds = LONG ? 200 : 30;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fahrplan-crash-'));
});
afterAll(async () => {
  await eventually(() => processesOf(folder).length === 0); // the last server is still stopping
  rmSync(folder, { recursive: true, force: true });
});

/** SIGKILL, in turn: the program alone, the program and its server's main process, everything at once. */
function kill(round: number, program: number): void {
  const server = Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const victims = [[program], [program, server], [...processesOf(folder), program]][round % 3] ?? [];
  for (const pid of victims) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It had ended by itself.
    }
  }
}

test(`${rounds} × kill -9 of program and database while writing: no acknowledged write is lost`, async () => {
  const next = seeded(1);
  const acknowledged = new Set<string>();
  let committed = 0;
  // The round after the last one only looks.
  for (let round = 0; round <= rounds; round++) {
    const program = startProgram(WRITE, [folder, String(round)]);
    await program.until('writing\n');
    if (round < rounds) {
      // Before the first write, or after up to three, however slow the disk is, and then at any moment.
      const written = (): number => program.output().split(`\nr${round}-`).length - 1;
      await expect.poll(written, { interval: 5 }).toBeGreaterThanOrEqual(round % 4);
      await sleep(next(250));
    }
    kill(round, program.process.pid ?? 0);
    await program.ended;
    const [first = '', , ...lines] = program.output().split('\n');
    const found = JSON.parse(first) as Found;
    const stored = new Set(found.stored);
    expect(
      [...acknowledged].filter((id) => !stored.has(id)),
      `lost in round ${round}`,
    ).toEqual([]);
    expect(found.halfDone, `half done in round ${round}`).toEqual([]);
    expect(found.intact, `audit chain after round ${round}`).toBe(true);
    // What was said in full was acknowledged; a last line cut off in the middle was not.
    for (const id of lines.slice(0, -1)) acknowledged.add(id);
    committed = stored.size;
  }
  expect(acknowledged.size).toBeGreaterThan(rounds);
  console.info(`${acknowledged.size} acknowledged, 0 lost; ${committed} committed before the last round`);
});
