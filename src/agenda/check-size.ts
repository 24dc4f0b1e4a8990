import { openPhases } from './check-capacity.ts';
import type { Rule } from './check-index.ts';
import { type FaultPath, fault } from './fault.ts';

/** Tenths of a person-day per week over all phases of a team: a million person-days, far beyond any city, yet exact in 32 bits. */
const MOST_TENTHS = 10_000_000;
/** Ten billion euros in cents. */
const MOST_CENTS = 1_000_000_000_000;

/** The sum of something, and the place of its largest part, where a typing error is most likely. */
interface Total {
  sum: number;
  largest: number;
  path: FaultPath;
}

function add(totals: Map<string, Total>, key: string, value: number, path: FaultPath): void {
  const total = totals.get(key);
  if (total === undefined) {
    totals.set(key, { sum: value, largest: value, path });
    return;
  }
  total.sum += value;
  if (value <= total.largest) return;
  total.largest = value;
  total.path = path;
}

/** What all phases ask of a team in a week can be summed exactly. */
export const effortInRange: Rule = function* (agenda) {
  const totals = new Map<string, Total>();
  for (const { path, phase } of openPhases(agenda)) {
    for (const [mode, { weeks, effortTenths }] of Object.entries(phase.work)) {
      for (const [team, tenths] of Object.entries(effortTenths)) {
        add(totals, team, tenths / weeks, [...path, 'work', mode, 'effortTenths', team]);
      }
    }
  }
  for (const [team, { sum, path }] of totals) {
    if (sum <= MOST_TENTHS) continue;
    yield fault(
      'effortTooLarge',
      path,
      `Der Aufwand aller Phasen für das Team „${team}“ ergibt mehr als eine Million Personentage je Woche; hier steht der größte, bitte prüfen (Angabe in Zehnteln eines Personentags).`,
      `The effort of all phases for team “${team}” adds up to more than a million person-days a week; the largest one stands here, please check it (in tenths of a person-day).`,
    );
  }
};

/** The money of a budget line, and that of all phases together, can be summed exactly. */
export const moneyInRange: Rule = function* (agenda) {
  const totals = new Map<string, Total>();
  for (const [b, line] of agenda.budgetLines.entries()) {
    for (const [y, year] of line.years.entries()) {
      const path = ['budgetLines', b, 'years', y];
      add(totals, line.id, year.amountCents, [...path, 'amountCents']);
      add(totals, line.id, year.runningCents, [...path, 'runningCents']);
    }
  }
  for (const { path, phase } of openPhases(agenda)) {
    for (const [mode, { costs }] of Object.entries(phase.work)) {
      for (const [c, cost] of costs.entries())
        add(totals, '', cost.cents, [...path, 'work', mode, 'costs', c, 'cents']);
    }
  }
  for (const [line, { sum, path }] of totals) {
    if (sum <= MOST_CENTS) continue;
    const [de, en] =
      line === ''
        ? ['Die Kosten aller Phasen ergeben', 'The costs of all phases add up to']
        : [`Die Beträge des Budgets „${line}“ ergeben`, `The amounts of budget line “${line}” add up to`];
    yield fault(
      'moneyTooLarge',
      path,
      `${de} zusammen mehr als 10 Milliarden Euro; hier steht der größte, bitte prüfen (Angabe in Cent).`,
      `${en} more than 10 billion euros; the largest one stands here, please check it (in cents).`,
    );
  }
};
