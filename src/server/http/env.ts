import type { Language } from '../../agenda/index.ts';
import type { FoundSession } from '../../store/index.ts';

/** What the middleware knows of a request by the time its route is reached. */
export type Env = {
  Variables: {
    /** Number of this request in the log, in `X-Request-Id` and in problem reports. */
    requestId: string;
    language: Language;
    /** Who asks; null without a valid session. */
    session: FoundSession | null;
  };
};
