import { type AccessEvent, accessEvents, type CityTransaction, listPeople, type Session } from '../../store/index.ts';
import { Problem } from '../http/problems.ts';

/**
 * Four eyes need two people. An administrator who hands out a new link for somebody's password, where no second factor
 * stands in the way, could use it alone and then sign in that person's name. So an account that was opened anew signs
 * nothing for the city until somebody else has confirmed that its owner has it (dual control, NIST SP 800-53 AC-3(2)).
 */

/**
 * Who has opened a person's account anew since that was last confirmed. Whoever has no account of their own used the link
 * on the console and commands the server itself; nothing in here could hold them.
 */
export function openersOf(events: readonly AccessEvent[], person: string, accounts: ReadonlySet<string>): string[] {
  const own = events.filter((one) => one.person === person);
  const since = own.slice(own.findLastIndex(({ action }) => action === 'confirmAccess') + 1);
  const actors = since.flatMap(({ action, actor }) => (action === 'reopenAccess' ? actor : []));
  return [...new Set(actors)].filter((one) => one !== person && accounts.has(one));
}

/** Everybody through whom a person has got in, directly or through others. */
function doorkeepersOf(events: readonly AccessEvent[], person: string): Set<string> {
  const found = new Set([person]);
  for (const one of found) {
    for (const { person: guest, actor, action } of events) {
      if (guest === one && action !== 'confirmAccess') found.add(actor);
    }
  }
  return found;
}

/** Whether somebody's word counts for the account of another: neither of those it is about, nor let in by them. */
export function mayConfirm(
  events: readonly AccessEvent[],
  by: string,
  person: string,
  openers: readonly string[],
): boolean {
  const behind = doorkeepersOf(events, by);
  return ![person, ...openers].some((one) => behind.has(one));
}

/** What is known of the accounts of a city. */
export async function accountAccess(tx: CityTransaction): Promise<{
  openersOf: (person: string) => string[];
  mayConfirm: (by: string, person: string) => boolean;
}> {
  const events = await accessEvents(tx);
  const accounts = new Set((await listPeople(tx)).map(({ person }) => person.id));
  const openers = (person: string): string[] => openersOf(events, person, accounts);
  return {
    openersOf: openers,
    mayConfirm: (by, person) => mayConfirm(events, by, person, openers(person)),
  };
}

/** For what is signed in the city's name. Throws {@link Problem} where the account was opened anew and nobody has confirmed it. */
export async function requireConfirmedAccess(tx: CityTransaction, { person }: Pick<Session, 'person'>): Promise<void> {
  if (person === null || (await accountAccess(tx)).openersOf(person).length === 0) return;
  throw new Problem('not-allowed', {
    detail: {
      de: 'Ihr Zugang ist neu vergeben worden. Bevor Sie damit genehmigen, mitzeichnen oder freigeben, muss eine andere Person mit der Rolle Administration unter „Personen“ bestätigen, dass Sie es sind (Vier-Augen-Prinzip).',
      en: 'Your access was given out anew. Before you approve, co-sign or release with it, another person with the role administration has to confirm under “People” that it is you (four-eyes principle).',
    },
  });
}
