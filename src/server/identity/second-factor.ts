import type { Session } from '../../store/index.ts';
import { Problem } from '../http/problems.ts';

/** How long a shown second factor counts, seconds. */
const FRESH_SECONDS = 300;

/**
 * For steps in the city's name, such as releasing a statement: the second factor must have been shown in this session
 * within five minutes. Throws {@link Problem} `second-factor-needed`; the page then asks for it
 * (`POST /api/session/second-factor`) and repeats the request.
 *
 * A session from the link on the console has no person and no second factor: who can open it commands the server
 * itself, and could make any account.
 */
export function requireSecondFactor({ person, secondFactorAge }: Pick<Session, 'person' | 'secondFactorAge'>): void {
  if (person === null) return;
  if (secondFactorAge !== null && secondFactorAge <= FRESH_SECONDS) return;
  throw new Problem('second-factor-needed');
}
