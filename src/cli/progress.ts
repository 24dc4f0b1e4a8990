import type { WriteStream } from 'node:tty';
import type { Language } from '../agenda/index.ts';

/** Short work should not flicker. */
const QUIET_MS = 500;
/** Into a file or a pipe goes one line at a time. */
const LINE_MS = 2_000;
const WIDTH = 30;

export interface Progress {
  /** How far the work is, 0 to 1; never goes back on the screen. */
  show(share: number): void;
  /** The user wants an end. */
  stopping(): void;
  /** Takes the bar away. */
  end(): void;
}

const words = {
  de: { working: 'Rechnet', stopping: 'Wird beendet, die beste Antwort bis hierher folgt.' },
  en: { working: 'Computing', stopping: 'Ending; the best answer so far follows.' },
};

/** A progress bar for long work: in place on a terminal, else as a line from time to time. */
export function createProgress(stream: NodeJS.WriteStream & Partial<WriteStream>, language: Language): Progress {
  const start = performance.now();
  const terminal = stream.isTTY === true;
  let most = 0;
  let last = start;
  let visible = false;
  let stopped = false;
  const draw = (): void => {
    const done = Math.round(most * WIDTH);
    const bar = '█'.repeat(done) + '░'.repeat(WIDTH - done);
    const line = `${words[language].working} ${bar} ${String(Math.floor(most * 100)).padStart(3)} %`;
    stream.write(terminal ? `\r${line}` : `${line}\n`);
    visible = true;
  };
  const clear = (): void => {
    if (terminal && visible) stream.write('\r\u001b[K');
    visible = false;
  };
  return {
    show(share) {
      most = Math.max(most, Math.min(1, share));
      const now = performance.now();
      if (stopped || now - start < QUIET_MS || now - last < (terminal ? 80 : LINE_MS)) return;
      last = now;
      draw();
    },
    stopping() {
      clear();
      stopped = true;
      stream.write(`${terminal ? '\r' : ''}${words[language].stopping}\n`);
    },
    end: clear,
  };
}
