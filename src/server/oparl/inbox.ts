import type { Paper } from '../../council/index.ts';
import {
  type Imported,
  type ImportedOf,
  type IncomingMeeting,
  type IncomingPaper,
  importedSchema,
  incomingMeeting,
  incomingPaper,
  isStatementPaper,
} from '../../formats/index.ts';
import {
  type CityTransaction,
  consultationsOfPapers,
  externalAt,
  listExternal,
  listRecords,
  type StoredExternal,
} from '../../store/index.ts';
import { councilSettings, loadDesk } from '../council/desk.ts';

/** Papers and meetings that are looked at: those that changed last. */
const MOST = 300;

export type InboxPaper = IncomingPaper & { key: string; changedAt: string };
export type InboxMeeting = IncomingMeeting & { key: string; changedAt: string };

interface Entry<K extends Imported['kind']> {
  stored: StoredExternal;
  body: ImportedOf<K>;
}

function entriesOf<K extends Imported['kind']>(kind: K, rows: readonly StoredExternal[]): Entry<K>[] {
  return rows.flatMap((stored) => {
    const body = importedSchema.parse(stored.body);
    return body.kind === kind ? [{ stored, body: body as ImportedOf<K> }] : [];
  });
}

/** Objects by address: those that were given, and what they name, three steps far. */
async function lookUp(tx: CityTransaction, begin: readonly Imported[]): Promise<Map<string, Imported>> {
  const found = new Map(begin.map((one) => [one.address, one]));
  for (let step = 0, open = [...begin]; step < 3 && open.length > 0; step++) {
    const wanted = [...new Set(open.flatMap(namedBy))].filter((address) => !found.has(address));
    open = (await externalAt(tx, wanted)).filter((one) => !one.gone).map((one) => importedSchema.parse(one.body));
    for (const one of open) found.set(one.address, one);
  }
  return found;
}

function namedBy(one: Imported): string[] {
  const present = (...addresses: (string | undefined)[]): string[] => addresses.flatMap((address) => address ?? []);
  switch (one.kind) {
    case 'paper':
      return [...one.originators, ...one.files, ...one.consultations, ...one.related, ...present(one.mainFile)];
    case 'consultation':
      return [...one.organizations, ...present(one.meeting, one.agendaItem, one.paper)];
    case 'meeting':
      return [...one.organizations, ...one.items];
    case 'agendaItem':
      return present(one.meeting, one.consultation);
    default:
      return [];
  }
}

/** The papers of the other server, those that changed last first; those that only answer another one stand with it. */
export async function inboxPapers(tx: CityTransaction): Promise<InboxPaper[]> {
  return papersFrom(tx, await listExternal(tx, 'paper', MOST));
}

/** Puts papers together from these rows. */
export async function papersFrom(tx: CityTransaction, rows: readonly StoredExternal[]): Promise<InboxPaper[]> {
  const { settings } = await councilSettings(tx);
  const register: Paper[] = (await listRecords(tx, 'papers')).map((one) => one.body);
  const entries = entriesOf('paper', rows);
  const papers = entries.map((one) => one.body);
  const addresses = papers.map((one) => one.address);
  const back = entriesOf('consultation', await consultationsOfPapers(tx, addresses)).map((one) => one.body);
  const found = await lookUp(tx, [...papers, ...back]);
  const answers = papers.filter(isStatementPaper);
  return entries
    .filter(({ body }) => !isStatementPaper(body))
    .map(({ stored, body }) => ({
      key: stored.id,
      changedAt: stored.changedAt,
      ...incomingPaper(body, stored.gone, {
        at: (address) => found.get(address),
        consultations: back.filter((one) => one.paper === body.address),
        others: answers,
        register,
        councilBody: settings.councilBody,
        numberForms: settings.numberForms,
        statements: settings.oparlSource?.statements ?? 'both',
      }),
    }));
}

/** The meetings of the other server, those that changed last first. */
export async function inboxMeetings(tx: CityTransaction): Promise<InboxMeeting[]> {
  return meetingsFrom(tx, await listExternal(tx, 'meeting', MOST));
}

/** Puts meetings together from these rows. */
export async function meetingsFrom(tx: CityTransaction, rows: readonly StoredExternal[]): Promise<InboxMeeting[]> {
  const papers: Paper[] = (await listRecords(tx, 'papers')).map((one) => one.body);
  const { meetings, today } = await loadDesk(tx);
  const entries = entriesOf('meeting', rows);
  const found = await lookUp(
    tx,
    entries.map((one) => one.body),
  );
  return entries.map(({ stored, body }) => ({
    key: stored.id,
    changedAt: stored.changedAt,
    ...incomingMeeting(body, stored.gone, {
      at: (address) => found.get(address),
      papers,
      meetings,
      today,
    }),
  }));
}
