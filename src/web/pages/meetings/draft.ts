import type { AgendaItem, Meeting } from '../../../council/index.ts';
import { nextKey } from '../../form/next-key.ts';
import { parseDay, typedDay } from '../../language/parse.ts';

/** An item of the agenda as it stands in the form: everything as typed. */
export interface ItemRow {
  key: number;
  number: string;
  title: string;
  paper: string;
  public: boolean;
  result: NonNullable<AgendaItem['result']> | 'none';
  resultNote: string;
  yes: string;
  no: string;
  abstained: string;
  resolutionText: string;
  /** What the form does not show. */
  base?: AgendaItem;
}

/** A meeting as it stands in the form. */
export interface MeetingDraft {
  body: string;
  on: string;
  time: string;
  place: string;
  items: ItemRow[];
}

export const emptyItem = (number: string): ItemRow => ({
  key: nextKey(),
  number,
  title: '',
  paper: '',
  public: true,
  result: 'none',
  resultNote: '',
  yes: '',
  no: '',
  abstained: '',
  resolutionText: '',
});

export function draftOf(meeting: Meeting): MeetingDraft {
  return {
    body: meeting.body,
    on: typedDay(meeting.on),
    time: meeting.time ?? '',
    place: meeting.place ?? '',
    items: meeting.items.map((base) => ({
      key: nextKey(),
      number: base.number,
      title: base.title,
      paper: base.paper ?? '',
      public: base.public,
      result: base.result ?? 'none',
      resultNote: base.resultNote ?? '',
      yes: typedCount(base.votes?.yes),
      no: typedCount(base.votes?.no),
      abstained: typedCount(base.votes?.abstained),
      resolutionText: base.resolutionText ?? '',
      base,
    })),
  };
}

const typedCount = (count: number | undefined): string => (count === undefined ? '' : String(count));

/** Votes as numbers: null while only some of them are typed, undefined if none is. */
export function votesOf(row: Pick<ItemRow, 'yes' | 'no' | 'abstained'>): AgendaItem['votes'] | null {
  const typed = [row.yes, row.no, row.abstained].map((one) => one.trim());
  if (typed.every((one) => one === '')) return undefined;
  if (!typed.every((one) => /^\d{1,4}$/.test(one))) return null;
  const [yes = 0, no = 0, abstained = 0] = typed.map(Number);
  return { yes, no, abstained };
}

/** Leaves out what is empty: an empty text is not the same as none. */
function optional<Key extends string>(key: Key, text: string): { [K in Key]?: string } {
  return text.trim() === '' ? {} : ({ [key]: text.trim() } as { [K in Key]?: string });
}

function itemOf(row: ItemRow): AgendaItem {
  const votes = votesOf(row);
  return {
    ...(row.base?.role ? { role: row.base.role } : {}),
    number: row.number.trim(),
    title: row.title.trim(),
    ...optional('paper', row.paper),
    public: row.public,
    ...(row.result === 'none' ? {} : { result: row.result }),
    ...optional('resultNote', row.resultNote),
    ...(votes ? { votes } : {}),
    ...optional('resolutionText', row.resolutionText),
  };
}

/** The draft without rows in which nothing stands, so that places in the server's answer are places in the form. */
export function tidied(draft: MeetingDraft): MeetingDraft {
  return { ...draft, items: draft.items.filter((one) => one.title.trim() !== '' || one.paper !== '') };
}

/** The meeting that the form describes. Its day must be readable. */
export function meetingOf(draft: MeetingDraft, id: string): Meeting {
  return {
    id,
    body: draft.body.trim(),
    on: parseDay(draft.on) ?? '',
    ...optional('time', draft.time),
    ...optional('place', draft.place),
    items: draft.items.map(itemOf),
  };
}

/** `stadtrat-2021-02-17`: a body meets at most once a day under one name. */
export const meetingId = (body: string, on: string): string => `${idOf(body).slice(0, 50)}-${on}`;

/** A key made of a name: `verwaltungs-und-finanzausschuss`. */
export const idOf = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
