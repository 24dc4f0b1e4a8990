import type { Text } from '../../agenda/index.ts';
import { type AgendaItem, type Meeting, type Paper, paperByReference } from '../../council/index.ts';
import { wordKey } from './addresses.ts';
import type { Imported, ImportedOf } from './imported.ts';
import { resultIn, roleIn } from './read-words.ts';
import { ITEM_RESULTS } from './words.ts';

/** A meeting as another server knows it, in the words of the register. */
export interface IncomingMeeting {
  address: string;
  web: string | null;
  /** As it would be taken over; null if day or body are missing. */
  meeting: Meeting | null;
  hints: Text[];
  /** `differs`: here, and the server has items or results that are missing here. */
  state: 'new' | 'known' | 'differs' | 'gone' | 'unusable';
}

export interface MeetingSurroundings {
  at: (address: string) => Imported | undefined;
  papers: readonly Paper[];
  meetings: readonly Meeting[];
  today: string;
}

/** Puts a meeting together from what was read. A meeting is the same as one here if body and day are the same. */
export function incomingMeeting(
  given: ImportedOf<'meeting'>,
  gone: boolean,
  around: MeetingSurroundings,
): IncomingMeeting {
  const named = given.organizations[0] === undefined ? undefined : around.at(given.organizations[0]);
  const body = named?.kind === 'organization' ? named.name : undefined;
  const head = { address: given.address, web: given.web ?? null };
  if (given.cancelled) return { ...head, meeting: null, hints: [CANCELLED], state: 'gone' };
  if (body === undefined || given.on === undefined)
    return { ...head, meeting: null, hints: [body === undefined ? NO_BODY : NO_DAY], state: 'unusable' };
  const here = around.meetings.find((one) => one.body === body && one.on === given.on);
  const meeting: Meeting = {
    id: here?.id ?? `${wordKey(body)}-${given.on}`,
    body,
    on: given.on,
    ...(given.time ? { time: given.time } : {}),
    ...(given.place ? { place: given.place } : {}),
    items: itemsOf(given, around),
  };
  if (gone) return { ...head, meeting, hints: [], state: 'gone' };
  if (here === undefined) return { ...head, meeting, hints: [], state: 'new' };
  const merged = mergedMeeting(here, meeting);
  return { ...head, meeting: merged, hints: [], state: same(here, merged) ? 'known' : 'differs' };
}

const same = (a: Meeting, b: Meeting): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What is here stays; what is missing here comes in. Taking the same over twice changes nothing. */
export function mergedMeeting(here: Meeting, there: Meeting): Meeting {
  const byNumber = new Map(there.items.map((item) => [item.number, item]));
  const numbers = new Set(here.items.map((item) => item.number));
  return {
    ...there,
    ...here,
    items: [
      ...here.items.map((item) => ({ ...byNumber.get(item.number), ...item })),
      ...there.items.filter((item) => !numbers.has(item.number)),
    ].slice(0, 200),
  };
}

function itemsOf(given: ImportedOf<'meeting'>, around: MeetingSurroundings): AgendaItem[] {
  const items = given.items.flatMap((one) => {
    const found = around.at(one);
    return found?.kind === 'agendaItem' ? [found] : [];
  });
  const taken = new Set<string>();
  return items.slice(0, 200).map((item, index): AgendaItem => {
    const number = freeNumber(item, index, taken);
    taken.add(number);
    const consultation = item.consultation === undefined ? undefined : around.at(item.consultation);
    const link = consultation?.kind === 'consultation' ? consultation : undefined;
    const paper = link?.paper === undefined ? undefined : around.at(link.paper);
    const reference = paper?.kind === 'paper' ? paper.reference : undefined;
    const known = reference ? paperByReference(around.papers, reference) : undefined;
    const role = roleIn(link?.role, link?.authoritative);
    const result = given.on !== undefined && given.on <= around.today ? resultIn(item.result) : undefined;
    return {
      number,
      title: item.name ?? 'Ohne Titel',
      ...(known ? { paper: known.id } : {}),
      ...(role ? { role } : {}),
      public: item.public ?? true,
      ...(result ? { result } : {}),
      ...(result && item.result && item.result !== ITEM_RESULTS[result] ? { resultNote: item.result } : {}),
      ...(item.resolutionText ? { resolutionText: item.resolutionText } : {}),
    };
  });
}

/** Public and closed part both begin with 1: the closed one gets its letter. A number that is still taken, its place. */
function freeNumber(item: ImportedOf<'agendaItem'>, index: number, taken: ReadonlySet<string>): string {
  const plain = item.number ?? String(index + 1);
  if (!taken.has(plain)) return plain;
  const closed = item.public === false ? `N ${plain}` : plain;
  return taken.has(closed) ? `${closed} (${index + 1})` : closed;
}

const CANCELLED: Text = { de: 'Die Sitzung fällt aus.', en: 'The meeting is cancelled.' };
const NO_BODY: Text = { de: 'Das Gremium fehlt.', en: 'The body is missing.' };
const NO_DAY: Text = { de: 'Der Tag fehlt oder ist unbrauchbar.', en: 'The day is missing or of no use.' };
