import { type Action, can, type Target } from '../../agenda/index.ts';
import type { Session } from '../../store/index.ts';
import { Problem } from './problems.ts';

/**
 * Refuses what the person may not do to this record; for routes marked `own`. Ask for the record as it is and as it
 * would become, so that no office takes a record over or gives one away. Throws {@link Problem} `not-allowed`.
 */
export function requireOn(session: Session, action: Action, ...targets: readonly Target[]): void {
  if (targets.every((target) => can(session, action, target))) return;
  throw new Problem('not-allowed', {
    detail: {
      de: 'Ihr Amt kann nur ändern, wofür es selbst zuständig ist. Bitte wenden Sie sich an das Programmteam.',
      en: 'Your office can only change what it is responsible for. Please turn to the programme team.',
    },
  });
}
