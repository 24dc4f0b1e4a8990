import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';

const here = (file: string): string => JSON.stringify(new URL(file, import.meta.url).href);

/** A reader that is held up by its file for ever, and hears nothing. */
const READER = `
  import { answerOnce } from ${here('./answer-once.ts')};
  await answerOnce(() => { for (;;); }, () => 'never');
`;

/** Has something read, with bounds that are not reached, and says which process reads once that computes. */
const PARENT = `
  import { readFileSync } from 'node:fs';
  import { readerApart } from ${here('./read-apart.ts')};
  const read = readerApart(new URL('./reader.mjs', import.meta.url), {
    heapMegabytes: 64, moreMegabytes: 10_000, milliseconds: 3_600_000, atOnce: 1,
  });
  void read('rows', new Uint8Array(100_000));
  const look = () => {
    const [child] = readFileSync(\`/proc/self/task/\${process.pid}/children\`, 'utf8').split(' ');
    const ticks = child && Number(readFileSync(\`/proc/\${child}/stat\`, 'utf8').split(') ').at(-1).split(' ')[11]);
    if (ticks > 50) console.log(child);
    else setTimeout(look, 5);
  };
  look();
`;

test.runIf(existsSync('/proc/self/task'))('a reader that hears nothing ends when its parent is killed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fahrplan-orphan-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'reader.mjs'), READER);
  writeFileSync(join(folder, 'parent.mjs'), PARENT);
  const parent = spawn(process.execPath, [join(folder, 'parent.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void parent.kill('SIGKILL'));
  const [pid] = (await once(createInterface({ input: parent.stdout }), 'line')) as [string];
  expect(isRunning(pid)).toBe(true);
  parent.kill('SIGKILL');
  await expect.poll(() => isRunning(pid)).toBe(false);
});

/** Whether a process is there, and no mere entry that waits to be collected. */
function isRunning(pid: string | undefined): boolean {
  try {
    return !/^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
