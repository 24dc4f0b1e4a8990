import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts the CPU time of processes in hundredths of a second, whatever the kernel's own clock (`man 5 proc`). */
const TICK = 10;

interface Line {
  readonly parent: number;
  readonly ticks: number;
}

function processes(): Map<number, Line> {
  const found = new Map<number, Line>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      // The name of the program stands in parentheses and may hold anything; counting starts behind it.
      const fields = readFileSync(`/proc/${name}/stat`, 'latin1')
        .replace(/^.*\) /s, '')
        .split(' ')
        .map(Number);
      const [, parent = 0] = fields;
      // User and system time of itself and of its children that have ended.
      found.set(Number(name), { parent, ticks: fields.slice(11, 15).reduce((sum, one) => sum + one, 0) });
    } catch {
      // It ended while we looked.
    }
  }
  return found;
}

/** CPU milliseconds that a process and all below it have used so far: a server with its database. Linux only. */
export function cpuOfTree(root: number): number {
  const all = processes();
  const below = (pid: number): boolean => {
    for (let at: number | undefined = pid; at !== undefined && at > 1; at = all.get(at)?.parent)
      if (at === root) return true;
    return false;
  };
  let ticks = 0;
  for (const [pid, one] of all) if (below(pid)) ticks += one.ticks;
  return ticks * TICK;
}
