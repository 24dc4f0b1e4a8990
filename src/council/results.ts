import type { AgendaItem, Meeting } from './meeting.ts';
import type { Consultation, Paper } from './paper.ts';

/**
 * What minutes say, carried over to the papers that were dealt with: a result is entered once, at the meeting, and the
 * paper's sequence and outcome follow from it.
 */

/** Role of an item that names none: the council decides, every other body prepares. */
function roleOf(item: AgendaItem, meeting: Meeting, councilBody: string): Consultation['role'] {
  return item.role ?? (meeting.body === councilBody ? 'authoritative' : 'preliminary');
}

/** The paper as it stands after the meeting; the same paper if the meeting did not deal with it. */
export function withResults(paper: Paper, meeting: Meeting, councilBody: string): Paper {
  const item = meeting.items.find((one) => one.paper === paper.id);
  if (item === undefined) return paper;
  const role = roleOf(item, meeting, councilBody);
  const outcome = role === 'authoritative' ? outcomeOf(item, meeting.on) : undefined;
  const { outcome: before, ...rest } = paper;
  // An outcome that another day has brought stays; what this meeting had brought is said anew.
  const kept = outcome ?? (before?.on === meeting.on ? undefined : before);
  return { ...rest, consultations: consultationsAfter(paper, item, meeting, role), ...(kept ? { outcome: kept } : {}) };
}

function consultationsAfter(
  { consultations }: Paper,
  item: AgendaItem,
  meeting: Meeting,
  role: Consultation['role'],
): Consultation[] {
  const same = (one: Consultation): boolean => one.body === meeting.body && one.role === role;
  const dated = consultations.findIndex((one) => same(one) && one.on === meeting.on);
  const at = dated >= 0 ? dated : consultations.findIndex((one) => same(one) && one.on === undefined);
  const { result: _result, resultNote: _note, ...before } = consultations[at] ?? { body: meeting.body, role };
  const entry: Consultation = { ...before, on: meeting.on, public: item.public, ...resultOf(item) };
  return at < 0 ? [...consultations, entry] : consultations.with(at, entry);
}

/** A sequence knows no "with changes" of its own: it is adopted, and the note says how. */
function resultOf({ result, resultNote }: AgendaItem): Pick<Consultation, 'result' | 'resultNote'> {
  if (result === undefined) return {};
  if (result === 'adoptedWithChanges') return { result: 'adopted', resultNote: resultNote ?? 'mit Änderungen' };
  return { result, ...(resultNote ? { resultNote } : {}) };
}

function outcomeOf({ result, resultNote }: AgendaItem, on: string): Paper['outcome'] {
  const note = resultNote ?? (result === 'adoptedWithChanges' ? 'mit Änderungen' : undefined);
  const noted = note ? { note } : {};
  if (result === 'adopted' || result === 'adoptedWithChanges') return { result: 'adopted', on, ...noted };
  if (result === 'rejected' || result === 'withdrawn') return { result, on, ...noted };
  return undefined;
}
