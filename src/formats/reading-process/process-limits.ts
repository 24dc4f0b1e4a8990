import { readFile } from 'node:fs/promises';

/** Milliseconds between two looks at the memory. */
const LOOK_MS = 10;
/** Bytes of a page of memory, and microseconds of a tick of processor time, as Linux counts them (proc(5)). */
const MEMORY_PAGE = 4096;
const TICK_US = 10_000;

/**
 * Calls `tooMuch` once a process holds more than so many megabytes. Returns how to stop looking. Where the system does
 * not tell (no /proc), only the heap of the process and its time are bounded.
 */
export function limitMemory(pid: number | undefined, megabytes: number, tooMuch: () => void): () => void {
  const look = async (): Promise<void> => {
    if ((await residentMegabytes(pid)) > megabytes) tooMuch();
  };
  const interval = setInterval(() => void look(), LOOK_MS);
  return () => clearInterval(interval);
}

/** Megabytes of memory that a process holds; 0 where the system does not tell. */
export async function residentMegabytes(pid: number | undefined): Promise<number> {
  const statm = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '0 0');
  return (Number(statm.split(' ')[1]) * MEMORY_PAGE) / (1024 * 1024);
}

/** Microseconds that a process has computed; rejects where the system does not tell. */
export async function processorTimeOf(pid: number | undefined): Promise<{ user: number; system: number }> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  // The second field is the name, in brackets and with any letters; user and system time are the 14th and 15th.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { user: Number(fields[11]) * TICK_US, system: Number(fields[12]) * TICK_US };
}
