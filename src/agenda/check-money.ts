import type { BudgetLine } from './budget.ts';
import { openPhases } from './check-capacity.ts';
import type { Rule } from './check-index.ts';
import { englishDate, fault, germanDate } from './fault.ts';

/** The years of a budget follow one another without gap or repetition. */
export const budgetYears: Rule = function* (agenda) {
  for (const [b, line] of agenda.budgetLines.entries()) {
    for (const [y, { year }] of line.years.entries()) {
      const before = line.years[y - 1]?.year;
      if (before === undefined || year === before + 1) continue;
      yield fault(
        'budgetYears',
        ['budgetLines', b, 'years', y, 'year'],
        `Im Budget „${line.id}“ folgt auf ${before} das Jahr ${year}; bitte jedes Haushaltsjahr genau einmal und ohne Lücke eintragen, notfalls mit 0.`,
        `In budget line “${line.id}” the year ${before} is followed by ${year}; please enter each fiscal year exactly once and without gap, if need be with 0.`,
      );
    }
  }
};

export const budgetStart: Rule = function* (agenda) {
  for (const [b, line] of agenda.budgetLines.entries()) {
    const first = line.years[0]?.year;
    if (line.from === undefined || Number(line.from.slice(0, 4)) === first) continue;
    yield fault(
      'budgetStart',
      ['budgetLines', b, 'from'],
      `Das Budget „${line.id}“ beginnt am ${germanDate(line.from)}, sein erstes Haushaltsjahr ist ${first}; bitte beides angleichen.`,
      `Budget line “${line.id}” begins on ${englishDate(line.from)}, its first fiscal year is ${first}; please make them agree.`,
    );
  }
};

/** Years in which the running costs exceed amount and all money that can have been carried over. */
function overspentYears(line: BudgetLine): number[] {
  let carried = 0;
  return line.years.flatMap((year, y) => {
    const left = year.amountCents + carried - year.runningCents;
    carried = Math.floor((Math.max(0, left) * line.carryOverPercent) / 100);
    return left < 0 ? [y] : [];
  });
}

export const budgetsOverspent: Rule = function* (agenda) {
  for (const [b, line] of agenda.budgetLines.entries()) {
    for (const y of overspentYears(line)) {
      const year = line.years[y]?.year;
      yield fault(
        'budgetOverspent',
        ['budgetLines', b, 'years', y, 'runningCents'],
        `Im Budget „${line.id}“ sind die laufenden Kosten ${year} höher als der Ansatz samt übertragbaren Mitteln; bitte Ansatz oder laufende Kosten berichtigen.`,
        `In budget line “${line.id}” the running costs of ${year} exceed the amount and what can be carried over; please correct amount or running costs.`,
      );
    }
  }
};

/** Money can only be spent from a line that has a year on or after the time when it is needed. */
export const costsWithoutBudget: Rule = function* (agenda, index) {
  for (const { path, owner, phase, from } of openPhases(agenda)) {
    for (const [mode, work] of Object.entries(phase.work)) {
      for (const [c, cost] of work.costs.entries()) {
        const last = index.budgetLines.get(cost.budgetLine)?.years.at(-1)?.year;
        if (last === undefined || cost.cents === 0 || last >= Number(from.slice(0, 4))) continue;
        yield fault(
          'costWithoutBudget',
          [...path, 'work', mode, 'costs', c],
          `Die Phase „${phase.id}“ von „${owner}“ kostet frühestens ab ${germanDate(from)} Geld, das Budget „${cost.budgetLine}“ endet aber ${last}; bitte weitere Haushaltsjahre eintragen oder ein anderes Budget wählen.`,
          `Phase “${phase.id}” of “${owner}” costs money from ${englishDate(from)} at the earliest, but budget line “${cost.budgetLine}” ends in ${last}; please enter further fiscal years or choose another line.`,
        );
      }
    }
  }
};

export const scenarioYears: Rule = function* (agenda, index) {
  for (const [s, scenario] of agenda.scenarios.entries()) {
    for (const [c, change] of scenario.changes.entries()) {
      if (change.kind !== 'money') continue;
      const line = index.budgetLines.get(change.budgetLine);
      if (!line || line.years.some(({ year }) => year === change.year)) continue;
      yield fault(
        'unknownBudgetYear',
        ['scenarios', s, 'changes', c, 'year'],
        `Das Szenario „${scenario.id}“ ändert das Budget „${line.id}“ im Jahr ${change.year}, für das dort nichts eingetragen ist; bitte das Jahr berichtigen oder unter „budgetLines“ ergänzen.`,
        `Scenario “${scenario.id}” changes budget line “${line.id}” in ${change.year}, for which nothing is entered there; please correct the year or add it under “budgetLines”.`,
      );
    }
  }
};

/** What was paid or ordered belongs to a year of the budget, or it would be compared with nothing. */
export const bookingYears: Rule = function* (agenda, index) {
  for (const [i, booking] of agenda.bookings.entries()) {
    const line = index.budgetLines.get(booking.budgetLine);
    if (!line || line.years.some(({ year }) => year === booking.year)) continue;
    yield fault(
      'unknownBudgetYear',
      ['bookings', i, 'year'],
      `Die Buchung „${booking.id}“ gehört zum Haushaltsjahr ${booking.year}, für das im Budget „${line.id}“ nichts eingetragen ist; bitte das Jahr berichtigen oder im Budget ergänzen.`,
      `Booking “${booking.id}” belongs to the fiscal year ${booking.year}, for which nothing is entered in budget line “${line.id}”; please correct the year or add it to the budget line.`,
    );
  }
};

/** SächsGemO § 74(1): with a two-year budget it must be known with which year the pairs begin. */
export const biennialYear: Rule = function* ({ city }) {
  if (city.budgetRhythm !== 'biennial' || city.firstBiennialYear !== undefined) return;
  yield fault(
    'biennialYearMissing',
    ['city', 'firstBiennialYear'],
    'Beim Doppelhaushalt fehlt das erste Jahr eines Haushaltspaares; bitte „firstBiennialYear“ eintragen, zum Beispiel 2021.',
    'With a two-year budget the first year of a pair is missing; please enter “firstBiennialYear”, for example 2021.',
  );
};
