/** A thread or process that says how many microseconds it has computed; it rejects when it is gone. */
interface Computing {
  cpuUsage: () => Promise<{ user: number; system: number }>;
}

/** How often a thread is looked at, and how many times its allowance may pass on the clock. */
const LOOK_MS = 100;
const ON_THE_CLOCK = 15;

/**
 * Calls `tooSlow` once a thread has computed for so many milliseconds from now on. Its processor time counts, so that a
 * harmless file is never refused because the machine has other things to do; a thread that does not compute either is
 * given up after fifteen times as long on the clock. Returns how to stop looking.
 */
export function limitTime(worker: Computing, milliseconds: number, tooSlow: () => void): () => void {
  let before: number | undefined;
  const look = async (): Promise<void> => {
    const { user, system } = await worker.cpuUsage();
    const used = (user + system) / 1000;
    before ??= used;
    if (used - before > milliseconds) tooSlow();
  };
  const lookAgain = (): void => void look().catch(() => {}); // it has ended meanwhile
  lookAgain();
  const interval = setInterval(lookAgain, LOOK_MS);
  const timeout = setTimeout(tooSlow, ON_THE_CLOCK * milliseconds);
  return () => {
    clearInterval(interval);
    clearTimeout(timeout);
  };
}
