import { z } from 'zod';
import { daysBetween, type Text } from '../agenda/index.ts';
import type { Answer, Placement, Reason, TradeOff } from '../planning/index.ts';
import { QUALITY_WORDS, SENSE_WORDS, SENSES } from './answer-figures.ts';
import { type Assessment, type Dimension, type Sentence, textSchema } from './assessment.ts';
import { textOf } from './evidence.ts';
import { date, money, personDays } from './figures.ts';
import { count, NOUNS } from './grammar.ts';

/** What a second computation says otherwise than the first one: what it is about, both values, and by how much. */
const lineSchema = z.strictObject({
  subject: textSchema,
  before: textSchema,
  after: textSchema,
  /** "4 Wochen später"; null where there is nothing to count. */
  by: textSchema.nullable(),
});
type Line = z.infer<typeof lineSchema>;

export const answerDifferenceSchema = z.strictObject({
  lines: z.array(lineSchema),
  /** Reasons that bind no longer, as the first computation worded them, and those that bind now. */
  reasonsGone: z.array(textSchema),
  reasonsNew: z.array(textSchema),
});
export type AnswerDifference = z.infer<typeof answerDifferenceSchema>;

const NONE: Text = { de: '–', en: '–' };

/** Compares two answers to the same paper, the earlier one first; equal answers have no lines and no reasons. */
export function answerDifference(before: Assessment, after: Assessment): AnswerDifference {
  const lines = [
    ...verdictLines(before, after),
    ...SENSES.flatMap((sense) =>
      placementLines(SENSE_WORDS[sense].name, before.answer?.[sense], after.answer?.[sense]),
    ),
    ...extraLines(before.answer, after.answer),
    ...displacedLines(before.answer, after.answer),
    ...balanceLines(before.answer, after.answer),
  ];
  const [gone, fresh] = [reasonsOnlyIn(before, after), reasonsOnlyIn(after, before)];
  return { lines, reasonsGone: gone, reasonsNew: fresh };
}

/** A line where both texts differ. */
function line(subject: Text, before: Text, after: Text, by: Text | null = null): Line[] {
  return before.de === after.de ? [] : [{ subject, before, after, by }];
}

const plain = ({ de, en }: Sentence): Text => ({ de: textOf(de), en: textOf(en) });

function verdictLines(before: Assessment, after: Assessment): Line[] {
  const stateOf = (of: Assessment, dimension: Dimension['dimension']): Text =>
    of.verdict.dimensions.find((one) => one.dimension === dimension)?.word ?? NONE;
  const names: Record<Dimension['dimension'], Text> = {
    time: { de: 'Zeit', en: 'Time' },
    staff: { de: 'Personal', en: 'Staff' },
    money: { de: 'Geld', en: 'Money' },
    law: { de: 'Recht', en: 'Law' },
  };
  const dimensions = (Object.keys(names) as Dimension['dimension'][]).flatMap((one) =>
    line(names[one], stateOf(before, one), stateOf(after, one)),
  );
  return [
    ...line({ de: 'Ergebnis', en: 'Result' }, before.verdict.label, after.verdict.label),
    ...line(
      { de: 'In einem Satz', en: 'In one sentence' },
      plain(before.verdict.headline),
      plain(after.verdict.headline),
    ),
    ...dimensions,
  ];
}

const WEEK = 7;

function laterBy(before: string, after: string): Text | null {
  const weeks = Math.round(daysBetween(before, after) / WEEK);
  if (weeks === 0) return null;
  const of = count(Math.abs(weeks), NOUNS.week);
  return weeks > 0
    ? { de: `${of.de} später`, en: `${of.en} later` }
    : { de: `${of.de} früher`, en: `${of.en} earlier` };
}

function placementLines(
  sense: Text,
  before: Placement | null | undefined,
  after: Placement | null | undefined,
): Line[] {
  const named = (what: Text): Text => ({ de: `${what.de}, ${sense.de}`, en: `${what.en}, ${sense.en}` });
  const field = (name: 'start' | 'finish', what: Text): Line[] => {
    const [from, to] = [before?.[name], after?.[name]];
    return line(named(what), from ? date(from) : NONE, to ? date(to) : NONE, from && to ? laterBy(from, to) : null);
  };
  const known = (one: Placement | null | undefined): Text => (one ? QUALITY_WORDS[one.quality] : NONE);
  return [
    ...field('start', { de: 'Beginn', en: 'Start' }),
    ...field('finish', { de: 'Ende', en: 'End' }),
    ...(before && after ? line(named({ de: 'Sicherheit', en: 'Certainty' }), known(before), known(after)) : []),
  ];
}

/** Lines of amounts that stand under the same key in both answers, or in one of them. */
function amountLines(
  subject: (key: string) => Text,
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
  shown: (amount: number) => Text,
): Line[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [from, to] = [before.get(key), after.get(key)];
    const by = from === undefined || to === undefined ? null : shown(Math.abs(to - from));
    const sign = (to ?? 0) > (from ?? 0) ? '+' : '\u2212';
    return line(
      subject(key),
      from === undefined ? NONE : shown(from),
      to === undefined ? NONE : shown(to),
      by && { de: sign + by.de, en: sign + by.en },
    );
  });
}

function extraLines(before: Answer | null, after: Answer | null): Line[] {
  const teams = (of: Answer | null) => new Map((of?.extra?.teams ?? []).map((one) => [one.team, one.tenths]));
  const budget = (of: Answer | null) => new Map((of?.extra?.money ?? []).map((one) => [one.budgetLine, one.cents]));
  const needed = (key: string): Text => ({ de: `Zusätzlich nötig, ${key}`, en: `Needed on top, ${key}` });
  return [
    ...amountLines(needed, teams(before), teams(after), personDays),
    ...amountLines(needed, budget(before), budget(after), money),
  ];
}

function displacedLines(before: Answer | null, after: Answer | null): Line[] {
  const wanted = (one: TradeOff): boolean => one.kind === 'protectDuties';
  const weeks = (of: Answer | null) =>
    new Map((of?.tradeOffs.find(wanted)?.displaced ?? []).map((one) => [one.project, one.lateWeeks]));
  const shown = (amount: number): Text => {
    const of = count(amount, NOUNS.week);
    return { de: of.de, en: of.en };
  };
  const subject = (key: string): Text => ({
    de: `${key} nach der Frist, wenn verdrängt wird`,
    en: `${key} after its deadline if others give way`,
  });
  return amountLines(subject, weeks(before), weeks(after), shown);
}

function balanceLines(before: Answer | null, after: Answer | null): Line[] {
  const free = (of: Answer | null) => new Map((of?.teams ?? []).map((one) => [one.team, one.freeTenths]));
  const needed = (of: Answer | null) => new Map((of?.teams ?? []).map((one) => [one.team, one.neededTenths]));
  const cents = (of: Answer | null) => new Map((of?.money ?? []).map((one) => [one.budgetLine, one.freeCents]));
  const until = (of: Answer | null): string => of?.teams[0]?.until ?? '';
  // What is free is free until a day; sums until different days say nothing about each other.
  if (until(before) !== until(after)) return [];
  return [
    ...amountLines((key) => ({ de: `Frei, ${key}`, en: `Free, ${key}` }), free(before), free(after), personDays),
    ...amountLines((key) => ({ de: `Bedarf, ${key}`, en: `Need, ${key}` }), needed(before), needed(after), personDays),
    ...amountLines((key) => ({ de: `Frei, ${key}`, en: `Free, ${key}` }), cents(before), cents(after), money),
  ];
}

/** A reason is the same when it speaks of the same fact, whatever its figures. */
const factOf = ({ kind, team, budgetLine, projects }: Reason): string =>
  JSON.stringify([kind, team, budgetLine, ['teamCapacity', 'budget', 'commitments'].includes(kind) ? [] : projects]);

function reasonsOnlyIn(of: Assessment, other: Assessment): Text[] {
  const known = new Set((other.answer?.reasons ?? []).map(factOf));
  return (of.answer?.reasons ?? []).flatMap((reason, index) => {
    const sentence = of.reasons[index];
    return known.has(factOf(reason)) || !sentence ? [] : [plain(sentence)];
  });
}
