import { addDays, type City, daysBetween, type Text } from '../agenda/index.ts';
import { addMonths, dueDate, SAXON_CLOCKS } from './clocks.ts';
import { date, money } from './figures.ts';
import { count, list, NOUNS, tied } from './grammar.ts';
import type { Paper } from './paper.ts';
import { currentVersion, pointsOf, relatedPapers } from './records.ts';

/** What the records suggest for each check, with the reason; never a decision. */

export interface CheckContext {
  paper: Paper;
  others: readonly Paper[];
  city: City;
  asOf: string;
  /** Money that the paper's new project needs, if one is known. */
  neededCents: number | null;
}

/** Words of the administration's own organisation, which is the mayor's (SächsGemO § 53 Abs. 1). */
const INNER_ORGANIZATION =
  /dienstanweisung\w*|geschäftsverteilung\w*|dienstvereinbarung\w*|innere[rn]? organisation|personaleinsatz\w*|organisationsverfügung\w*/giu;

export function competenceHint({ paper }: CheckContext): Text {
  const found = pointsOf(paper).flatMap((point) =>
    [...point.text.matchAll(INNER_ORGANIZATION)].map((match) => ({ number: point.number, word: match[0] })),
  );
  const tasks = tied('SächsGemO § 28 Abs. 2 Nr. 3');
  if (found.length === 0) {
    return {
      de: `Kein Hinweis auf eine innere Angelegenheit der Verwaltung gefunden. Über neue freiwillige Aufgaben entscheidet allein der Stadtrat (${tasks}).`,
      en: `No sign of an internal matter of the administration found. New voluntary tasks are for the council alone (${tasks}).`,
    };
  }
  const where = found.map(({ number, word }) => ({
    de: `„${word}“ (Punkt ${number})`,
    en: `“${word}” (point ${number})`,
  }));
  const inner = tied('SächsGemO § 53 Abs. 1');
  return {
    de: `Mögliche innere Angelegenheit der Verwaltung (${inner}): gefunden ${list(where.map((one) => one.de))}.`,
    en: `Possibly an internal matter of the administration (${inner}): found ${list(
      where.map((one) => one.en),
      'en',
    )}.`,
  };
}

/** Months after which a subject may be brought up again without a material change (SächsGemO § 36 Abs. 5). */
const TREATED_WITHIN_MONTHS = 6;

/** Day on which the paper is to be dealt with: its council meeting, else receipt, else today. */
function treatmentDay({ paper, asOf }: CheckContext): string {
  return paper.consultations.find((one) => one.role === 'authoritative')?.on ?? paper.receivedOn ?? asOf;
}

/** Last day before `day`, and not after today, on which a paper was dealt with in the council or a committee. */
function lastTreated(paper: Paper, day: string, asOf: string): string | undefined {
  const days = [
    ...paper.consultations.filter((one) => one.role !== 'statement').map((one) => one.on),
    paper.outcome?.on,
  ];
  return days.reduce((last, on) => {
    const counts = on !== undefined && on < day && on <= asOf;
    return counts && (last ?? '') < on ? on : last;
  }, undefined);
}

export function sixMonthsHint(context: CheckContext): Text {
  const day = treatmentDay(context);
  const since = addMonths(day, -TREATED_WITHIN_MONTHS);
  const related = relatedPapers(context.paper, context.others);
  if (related.length === 0) {
    return {
      de: 'Keine früheren Papiere zum selben Gegenstand verknüpft.',
      en: 'No earlier papers on the same subject are linked.',
    };
  }
  const findings = related.map(({ reference, paper }) =>
    sixMonthsFinding(reference, paper, { day, since, asOf: context.asOf }),
  );
  return { de: findings.map((one) => one.de).join(' '), en: findings.map((one) => one.en).join(' ') };
}

interface Period {
  day: string;
  since: string;
  asOf: string;
}

function sixMonthsFinding(reference: string, paper: Paper | undefined, { day, since, asOf }: Period): Text {
  if (!paper) {
    return { de: `${reference} ist nicht als Datensatz erfasst.`, en: `${reference} is not on record.` };
  }
  if (paper.kind === 'councilInquiry') {
    const on = paper.receivedOn ?? paper.answer?.on;
    const dated = on ? { de: ` vom ${date(on).de}`, en: ` of ${date(on).en}` } : { de: '', en: '' };
    return {
      de: `${reference}${dated.de} ist eine Anfrage; ein Antrag wurde damit nicht behandelt.`,
      en: `${reference}${dated.en} is an inquiry; no motion was dealt with by it.`,
    };
  }
  const treated = lastTreated(paper, day, asOf);
  if (!treated) {
    return { de: `Für ${reference} ist keine Behandlung erfasst.`, en: `No treatment of ${reference} is on record.` };
  }
  const weeks = count(Math.floor(daysBetween(treated, day) / 7), NOUNS.week);
  return treated > since
    ? {
        de: `${reference} wurde am ${date(treated).de} behandelt, ${weeks.de} vorher und damit innerhalb von sechs Monaten: Hat sich die Sache wesentlich geändert?`,
        en: `${reference} was dealt with on ${date(treated).en}, ${weeks.en} before and so within six months: has the matter changed materially?`,
      }
    : {
        de: `${reference} wurde am ${date(treated).de} behandelt, vor mehr als sechs Monaten.`,
        en: `${reference} was dealt with on ${date(treated).en}, more than six months before.`,
      };
}

export function quorumHint({ paper }: CheckContext): Text {
  const factions = paper.originators.filter((one) => one.kind === 'faction').map((one) => one.name);
  if (factions.length > 0) {
    return {
      de: `Eingereicht von einer Fraktion (${list(factions)}): Ein Fünftel der Mitglieder ist nicht nötig.`,
      en: `Filed by a faction (${list(factions, 'en')}): one fifth of the members is not needed.`,
    };
  }
  const members = paper.originators.filter((one) => one.kind === 'councillor').length;
  return {
    de: `Keine Fraktion als Einreicher, ${members} Ratsmitglieder erfasst: Sind es ein Fünftel der Mitglieder?`,
    en: `No faction among the movers, ${members} councillors on record: are they one fifth of the members?`,
  };
}

export function votableHint({ paper }: CheckContext): Text {
  const questions = pointsOf(paper).filter((point) => /\?\s*$/.test(point.text));
  if (questions.length > 0) {
    const numbers = questions.map((point) => point.number);
    return {
      de: `Als Frage gefasst, nicht als Beschluss: Punkt ${list(numbers)}.`,
      en: `Worded as a question, not as a resolution: point ${list(numbers, 'en')}.`,
    };
  }
  const total = pointsOf(paper).length;
  return total === 1
    ? {
        de: 'Ein Punkt, nicht als Frage gefasst: Darüber kann mit Ja oder Nein abgestimmt werden.',
        en: 'One point, not worded as a question: it can be voted on with yes or no.',
      }
    : {
        de: `${total} Punkte, keiner als Frage gefasst: Über jeden kann mit Ja oder Nein abgestimmt werden.`,
        en: `${total} points, none worded as a question: each can be voted on with yes or no.`,
      };
}

export function fundingHint({ paper, neededCents }: CheckContext): Text {
  const proposal = currentVersion(paper).fundingProposal;
  if (proposal)
    return { de: `Deckungsvorschlag liegt vor: ${proposal}`, en: `A funding proposal is on record: ${proposal}` };
  if (neededCents === null) {
    return {
      de: 'Kein Deckungsvorschlag erfasst; ob der Antrag Geld kostet, ist noch nicht gerechnet.',
      en: 'No funding proposal on record; whether the motion costs money is not yet computed.',
    };
  }
  if (neededCents === 0) {
    return {
      de: 'Nach der Rechnung kostet der Antrag kein zusätzliches Geld.',
      en: 'As computed, the motion costs no extra money.',
    };
  }
  return {
    de: `Nach der Rechnung braucht der Antrag ${money(neededCents).de}; ein Deckungsvorschlag ist nicht erfasst.`,
    en: `As computed, the motion needs ${money(neededCents).en}; no funding proposal is on record.`,
  };
}

export function inquiryHint({ paper, asOf }: CheckContext): Text {
  const rule = SAXON_CLOCKS.find((clock) => clock.id === 'inquiryAnswer');
  const due = rule && paper.receivedOn ? dueDate(rule.span, paper.receivedOn) : null;
  if (!due)
    return {
      de: 'Eingangsdatum fehlt: Die Frist lässt sich nicht berechnen.',
      en: 'Day of receipt missing: the deadline cannot be computed.',
    };
  const answered = paper.answer?.on;
  if (answered) {
    const late = daysBetween(due, answered);
    return late > 0
      ? {
          de: `Beantwortet am ${date(answered).de}, ${count(late, NOUNS.day).de} nach Ablauf am ${date(due).de}.`,
          en: `Answered on ${date(answered).en}, ${count(late, NOUNS.day).en} after the deadline of ${date(due).en}.`,
        }
      : {
          de: `Beantwortet am ${date(answered).de}, rechtzeitig vor dem ${date(addDays(due, 1)).de}.`,
          en: `Answered on ${date(answered).en}, in time before ${date(addDays(due, 1)).en}.`,
        };
  }
  if (paper.answer)
    return {
      de: `Beantwortet, Tag nicht erfasst; Frist war der ${date(due).de}.`,
      en: `Answered, day not on record; the deadline was ${date(due).en}.`,
    };
  return due < asOf
    ? { de: `Die Antwort war am ${date(due).de} fällig.`, en: `The answer was due on ${date(due).en}.` }
    : { de: `Die Antwort ist bis zum ${date(due).de} fällig.`, en: `The answer is due by ${date(due).en}.` };
}
