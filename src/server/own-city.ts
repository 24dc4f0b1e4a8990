import {
  type Agenda,
  agendaCollections,
  type Beginning,
  type City,
  emptyAgenda,
  type Fault,
  parseAgenda,
} from '../agenda/index.ts';
import { basePlan } from '../planning/index.ts';
import {
  type CityTransaction,
  createSignInToken,
  enterCity,
  holdRecords,
  listCities,
  recordEvent,
  type Session,
  saveAgenda,
} from '../store/index.ts';
import { Problem } from './http/problems.ts';
import { refuseFaults } from './http/validation.ts';
import { planSoon } from './jobs/job.ts';
import { EXAMPLE_CITY } from './start/example.ts';
import { FOUNDER } from './start/sign-in-link.ts';

/** What the city begins with: nothing but its name, or the content of an agenda file. */
export type Start = { kind: 'empty'; city: Beginning } | { kind: 'file'; agenda: unknown };

/** The link that leads into the new city is followed at once by the page that asked for it. */
const LINK_MINUTES = 5;

/**
 * True while the installation holds the example alone: its administrator may then begin the city's own agenda beside it.
 * Further cities on one database are the operator's business.
 */
export async function mayBegin(tx: CityTransaction, { city }: Pick<Session, 'city'>): Promise<boolean> {
  if (city !== EXAMPLE_CITY) return false;
  return (await listCities(tx)).every(({ id }) => id === EXAMPLE_CITY);
}

/** What a file would begin with, or everything that is wrong with it, as `fahrplan check` says it. */
export function judgeFile(json: unknown): { faults: Fault[] } | { city: City; counts: Record<string, number> } {
  const parsed = parseAgenda(json);
  if ('faults' in parsed) return parsed;
  const { agenda } = parsed;
  return {
    city: agenda.city,
    counts: Object.fromEntries(agendaCollections.map((kind) => [kind, agenda[kind].length])),
  };
}

/**
 * Begins the city's own agenda beside the example, which stays as it is, and returns the token of a link that signs its
 * founder in there, as administrator and approver: nobody else is there yet. From here on the transaction is in the new
 * city. Throws {@link Problem} if there is one already, or if its id is that of the example.
 */
export async function beginCity(tx: CityTransaction, session: Session, start: Start): Promise<string> {
  await holdRecords(tx); // of two founders the second one finds the first one's city
  if (!(await mayBegin(tx, session))) throw new Problem('conflict', { detail: ALREADY_BEGUN });
  const agenda = agendaOf(start);
  if (agenda.city.id === session.city) throw new Problem('conflict', { detail: SAME_ID });
  await recordEvent(tx, 'beginCity', 'city', agenda.city.id);
  await enterCity(tx, { city: agenda.city.id, actor: FOUNDER.actor });
  await saveAgenda(tx, agenda);
  if (basePlan(agenda) === undefined) await planSoon(tx);
  return createSignInToken(tx, { ...FOUNDER, minutes: LINK_MINUTES });
}

function agendaOf(start: Start): Agenda {
  if (start.kind === 'empty') return emptyAgenda(start.city);
  const parsed = parseAgenda(start.agenda);
  if ('agenda' in parsed) return parsed.agenda;
  refuseFaults(parsed.faults, []);
  throw new Problem('invalid-request');
}

const ALREADY_BEGUN = {
  de: 'Die eigene Stadt ist schon angelegt. Bitte melden Sie sich dort an; den Anmeldelink gibt der Befehl „fahrplan sign-in-link“ aus.',
  en: 'The own city has been set up already. Please sign in there; the command "fahrplan sign-in-link" prints the link.',
};
const SAME_ID = {
  de: `Die Datei trägt die Kennung der Beispielstadt („${EXAMPLE_CITY}“). Bitte geben Sie unter „city.id“ eine eigene an, zum Beispiel den Gemeindeschlüssel.`,
  en: `The file bears the id of the example city ("${EXAMPLE_CITY}"). Please give an own one at "city.id", for example the municipality's key.`,
};
