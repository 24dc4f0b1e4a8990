import { type Logger, pino } from 'pino';

/**
 * The program's log: one JSON object a line on standard error, so that what is meant for people stays alone on
 * standard output. Written at once: what happened just before a crash is what one wants to read.
 */
export function createLog(level: string): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      // Nothing that is logged should hold one of these; if it does by mistake, it is blotted out.
      serializers: { err: describeError },
      redact: { paths: ['token', 'cookie', 'password', '*.token', '*.cookie', '*.password', '*.authorization'] },
    },
    pino.destination({ fd: 2, sync: true }),
  );
}

/** Errors of libraries carry whole connections with them; what helps to find the fault are these four. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  return { name, message, ...('code' in error ? { code: error.code } : {}), stack };
}
