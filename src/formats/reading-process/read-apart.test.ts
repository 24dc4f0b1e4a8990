import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { packedPdf } from '../document/testing.ts';

/** A parent that has a document read and is killed meanwhile. It says which process reads. */
const PARENT = `
  import { readFileSync } from 'node:fs';
  import { readDocument } from ${JSON.stringify(new URL('../document/read-document.ts', import.meta.url).href)};
  import { buffer } from 'node:stream/consumers';
  void readDocument(new Uint8Array(await buffer(process.stdin))).catch(() => {});
  const look = () => {
    const [child] = readFileSync(\`/proc/self/task/\${process.pid}/children\`, 'utf8').trim().split(' ');
    const used = child ? Number(readFileSync(\`/proc/\${child}/stat\`, 'utf8').split(' ')[13]) : 0;
    if (used > 20) console.log(child); // it has begun
    else setTimeout(look, 5);
  };
  look();
`;

test.runIf(existsSync('/proc/self/task'))(
  'a reader whose parent is killed ends, even in the middle of its file',
  async () => {
    // Two seconds of work for a reader that nobody ends.
    const parent = spawn(process.execPath, ['--input-type=module', '-e', PARENT], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    onTestFinished(() => void parent.kill('SIGKILL'));
    parent.stdin.end(packedPdf('BT /F1 12 Tf (abc) Tj ET\n'.repeat(1_000_000)));
    for await (const pid of createInterface({ input: parent.stdout })) {
      parent.kill('SIGKILL');
      await expect.poll(() => isRunning(pid)).toBe(false);
    }
  },
);

/** Whether a process is there and no mere entry that waits to be collected. */
function isRunning(pid: string): boolean {
  try {
    return !/^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
