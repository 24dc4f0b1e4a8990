import { type Agenda, isIllustrative, type Project, type Text } from '../agenda/index.ts';
import type { Answer } from '../planning/index.ts';
import type { RecordRef } from './assessment.ts';
import { type Figure, figure } from './evidence.ts';
import { money } from './figures.ts';
import { openProjects, PHASES, untilFigure } from './plan-inputs.ts';

export interface MoneyFigures {
  /** Sums over the budget lines that the candidate draws on. */
  cents: { available: number; running: number; planned: number; free: number; needed: number };
  until: Figure;
  available: Figure;
  running: Figure;
  planned: Figure;
  /** Running costs and projects together. */
  bound: Figure;
  free: Figure;
  needed: Figure;
}

/** Programme money that the candidate draws on; all lines if it needs none. */
export function moneyFigures(agenda: Agenda, candidate: Project, answer: Answer, run: RecordRef): MoneyFigures | null {
  const wanted = answer.money.filter((balance) => balance.neededCents > 0);
  const balances = wanted.length > 0 ? wanted : answer.money;
  const first = balances[0];
  if (!first) return null;
  const sum = (field: 'availableCents' | 'runningCents' | 'plannedCents' | 'freeCents' | 'neededCents'): number =>
    balances.reduce((total, balance) => total + balance[field], 0);
  const cents = {
    available: sum('availableCents'),
    running: sum('runningCents'),
    planned: sum('plannedCents'),
    free: sum('freeCents'),
    needed: sum('neededCents'),
  };
  const lines = balances.map((balance): RecordRef => ({ kind: 'budgetLine', id: balance.budgetLine, field: 'years' }));
  const budget = agenda.budgetLines.some(
    (line) => balances.some((one) => one.budgetLine === line.id) && isIllustrative(line, 'years'),
  );
  const costs = openProjects(agenda).some((project) => isIllustrative(project, PHASES));
  const make = (
    key: string,
    cents: number,
    derivation: Text,
    illustrative: boolean,
    refs: readonly RecordRef[],
  ): Figure => figure({ key: `money.${key}`, value: money(cents), derivation, illustrative, refs });
  const until = untilFigure(first.until, run);
  const by = { de: `bis ${until.value.de}`, en: `until ${until.value.en}` };
  const available = make(
    'available',
    cents.available,
    { de: `Programmmittel ${by.de}`, en: `programme money ${by.en}` },
    budget,
    lines,
  );
  const running = make(
    'running',
    cents.running,
    { de: `laufende Kosten ${by.de}`, en: `running costs ${by.en}` },
    budget,
    lines,
  );
  const planned = make(
    'planned',
    cents.planned,
    { de: `Ausgaben der eingeplanten Vorhaben ${by.de}`, en: `spending of the planned projects ${by.en}` },
    costs,
    [run],
  );
  const bound = figure({
    key: 'money.bound',
    value: money(cents.running + cents.planned),
    derivation: {
      de: `laufende Kosten ${running.value.de} und Vorhaben ${planned.value.de}`,
      en: `running costs ${running.value.en} and projects ${planned.value.en}`,
    },
    inputs: [running, planned],
  });
  const free = figure({
    key: 'money.free',
    value: money(cents.free),
    derivation: {
      de: `Programmmittel ${available.value.de} minus laufende Kosten ${running.value.de} minus Vorhaben ${planned.value.de}`,
      en: `programme money ${available.value.en} minus running costs ${running.value.en} minus projects ${planned.value.en}`,
    },
    inputs: [available, running, planned],
  });
  const needed = make(
    'needed',
    cents.needed,
    { de: 'einmalige Ausgaben des Antrags', en: 'one-off spending of the motion' },
    isIllustrative(candidate, PHASES),
    [{ kind: 'project', id: candidate.id, field: 'phases' }],
  );
  return { cents, until, available, running, planned, bound, free, needed };
}
