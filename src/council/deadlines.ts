import { daysBetween, type Text } from '../agenda/index.ts';
import { type Clock, clocksOf } from './clocks.ts';
import { date } from './figures.ts';
import type { Meeting } from './meeting.ts';
import type { Paper } from './paper.ts';
import { pointsOf } from './records.ts';
import { type CouncilSettings, clockRules } from './settings.ts';
import type { StatementFile } from './statement-file.ts';

/** What a person at the council desk has to do next with a paper, in the order of the work. */
export type TaskKind = 'examine' | 'assign' | 'assess' | 'draft' | 'cosign' | 'release' | 'answer';

export interface Task {
  paper: string;
  kind: TaskKind;
  /** Unit that has to see to it; null if nobody was named. */
  responsible: string | null;
  dueOn: string | null;
  /** Rule that the day comes from: `SächsGemO § 28 Abs. 6`, or the meeting; without a day, why there is none and what gives one. */
  basis: Text;
  /** Days until it is due; negative when it is late. */
  daysLeft: number | null;
}

export interface PaperDeadline {
  paper: string;
  label: Text;
  basis: Text;
  dueOn: string;
  daysLeft: number;
  /** True for what somebody owes; false for a day that only passes (an objection that may be made until then). */
  owed: boolean;
  overdue: boolean;
}

/** How far the work on a paper has come, as far as it stands outside the paper itself. */
export interface PaperProgress {
  assessed: boolean;
  statement: 'none' | StatementFile['stage'];
}

export interface Desk {
  settings: CouncilSettings;
  meetings: readonly Meeting[];
  /** Day that counts as today. */
  today: string;
}

/** What a body does with a paper at a station of its way. */
export const ROLE_NAMES: Record<Paper['consultations'][number]['role'], Text> = {
  statement: { de: 'Stellungnahme', en: 'Statement' },
  preliminary: { de: 'Vorberatung', en: 'Preliminary reading' },
  authoritative: { de: 'Beschluss', en: 'Decision' },
  hearing: { de: 'Anhörung', en: 'Hearing' },
};

/** True as long as the council has not settled the paper by the given day. */
export function isOpenOn(paper: Paper, day: string): boolean {
  const { outcome } = paper;
  if (outcome === undefined || outcome.result === 'open') return true;
  return outcome.on !== undefined && outcome.on > day;
}

/** Whether what a clock asks for has been done; clocks that only inform are never owed. */
function owes(clock: Clock, paper: Paper): boolean {
  switch (clock.rule.starts) {
    case 'received':
      if (paper.kind === 'councilInquiry') return paper.answer === undefined;
      return !paper.consultations.some((one) => one.role !== 'statement' && one.on !== undefined);
    case 'objection':
      return true;
    default:
      return false;
  }
}

/**
 * Every deadline of a paper that still counts on the desk's day: statutory clocks, and the days of its own
 * consultations that have no result yet. A clock that nobody owes any more is left out once it has passed.
 */
export function deadlinesOf(paper: Paper, { settings, meetings, today }: Desk): PaperDeadline[] {
  const days = meetings.filter((one) => one.body === settings.councilBody).map((one) => one.on);
  const clocks = clocksOf(paper, clockRules(settings), { meetings: days }).flatMap((clock): PaperDeadline[] => {
    // A resolution of later days (a register goes on) has not been passed on the desk's day.
    const yetToCome = clock.rule.starts === 'resolution' && (clock.startsOn ?? '') > today;
    if (clock.dueOn === null || yetToCome) return [];
    const owed = isOpenOn(paper, today) && owes(clock, paper);
    // What was done in time no longer counts; what only passes is shown until then.
    if (!owed && (clock.rule.starts === 'received' || clock.dueOn < today)) return [];
    const basis = { de: clock.rule.paragraph, en: clock.rule.paragraph };
    return [deadline(paper, clock.rule.text, basis, clock.dueOn, today, owed)];
  });
  if (!isOpenOn(paper, today)) return clocks;
  // A meeting that has passed without a recorded result only lacks its record.
  const consultations = paper.consultations
    .filter((one) => one.on !== undefined && one.on >= today)
    .map((one) => deadline(paper, ROLE_NAMES[one.role], { de: one.body, en: one.body }, one.on ?? '', today, true));
  return [...clocks, ...consultations].sort(byDay);
}

function deadline(paper: Paper, label: Text, basis: Text, dueOn: string, today: string, owed: boolean): PaperDeadline {
  const daysLeft = daysBetween(today, dueOn);
  return { paper: paper.id, label, basis, dueOn, daysLeft, owed, overdue: owed && daysLeft < 0 };
}

const later = (on: string | null): string => on ?? '9999';

function byDay(a: { dueOn: string | null }, b: { dueOn: string | null }): number {
  return later(a.dueOn) < later(b.dueOn) ? -1 : later(a.dueOn) > later(b.dueOn) ? 1 : 0;
}

/** What has to be done next with a paper; null when the council has settled it or the statement is released. */
export function nextTask(paper: Paper, progress: PaperProgress, desk: Desk): Task | null {
  if (!isOpenOn(paper, desk.today) || paper.kind === 'information') return null;
  const kind = taskKind(paper, progress);
  if (kind === null) return null;
  const first = deadlinesOf(paper, desk).find((one) => one.owed);
  return {
    paper: paper.id,
    kind,
    responsible: paper.responsible ?? null,
    dueOn: first?.dueOn ?? null,
    basis: first
      ? { de: `${first.label.de} (${first.basis.de})`, en: `${first.label.en} (${first.basis.en})` }
      : whyNoDay(paper, desk),
    daysLeft: first?.daysLeft ?? null,
  };
}

/** Why no day is known for what is owed: a clock that cannot run, a meeting without its record, or no consultation. */
function whyNoDay(paper: Paper, { settings, meetings, today }: Desk): Text {
  const body = settings.councilBody;
  const days = meetings.filter((one) => one.body === body).map((one) => one.on);
  const clock = clocksOf(paper, clockRules(settings), { meetings: days }).find(
    (one) => one.dueOn === null && owes(one, paper) && one.rule.starts === 'received',
  );
  if (clock?.startsOn === null) {
    return {
      de: `Kein Eingang eingetragen – mit ihm läuft die Frist nach ${clock.rule.paragraph}; bitte im Papier eintragen`,
      en: `No day of receipt entered – it starts the clock of ${clock.rule.paragraph}; please enter it in the paper`,
    };
  }
  if (clock) {
    return {
      de: `${clock.rule.text.de} (${clock.rule.paragraph}) – dazu fehlen Sitzungen (${body}) nach dem Eingang; bitte unter Sitzungen eintragen, oder im Papier eine Beratung mit Termin`,
      en: `${clock.rule.text.en} (${clock.rule.paragraph}) – meetings (${body}) after the receipt are missing; please enter them under meetings, or a dated consultation in the paper`,
    };
  }
  const passed = paper.consultations.findLast((one) => one.on !== undefined && one.on < today && !one.result);
  if (passed) {
    return {
      de: `Beratung vom ${date(passed.on ?? '').de} (${passed.body}) ohne Ergebnis – bitte Ergebnis oder nächste Beratung eintragen`,
      en: `Consultation of ${date(passed.on ?? '').en} (${passed.body}) without a result – please enter the result or the next consultation`,
    };
  }
  return {
    de: 'Keine Beratung mit Termin eingetragen – bitte im Papier in der Beratungsfolge eintragen',
    en: 'No consultation with a day entered – please enter it in the sequence of the paper',
  };
}

function taskKind(paper: Paper, { assessed, statement }: PaperProgress): TaskKind | null {
  if (statement === 'released') return paper.kind === 'councilInquiry' && !paper.answer ? 'answer' : null;
  if (statement === 'cosigning') return 'release';
  if (statement === 'draft') return 'cosign';
  // Whoever has withdrawn a text has to write another one, as if there had been none.
  if (paper.checks.length === 0 && paper.kind !== 'councilInquiry') return 'examine';
  const decided = new Set(paper.pointDecisions.map((one) => one.point));
  if (pointsOf(paper).some((point) => !decided.has(point.number))) return 'assign';
  return assessed ? 'draft' : 'assess';
}

/** Every task of the desk, the most urgent first; what has no day comes last. */
export function tasksOf(papers: readonly { paper: Paper; progress: PaperProgress }[], desk: Desk): Task[] {
  return papers
    .flatMap(({ paper, progress }) => nextTask(paper, progress, desk) ?? [])
    .sort((a, b) => byDay(a, b) || (a.paper < b.paper ? -1 : 1));
}
