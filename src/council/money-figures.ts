import { type Agenda, isIllustrative, type Project, type Text } from '../agenda/index.ts';
import type { Answer, MoneyBalance } from '../planning/index.ts';
import type { RecordRef } from './assessment.ts';
import { type Figure, figure } from './evidence.ts';
import { money } from './figures.ts';
import { openProjects, PHASES, untilFigure } from './plan-inputs.ts';

/** Sums over the budget lines that the candidate draws on, in cents. */
export interface MoneySums {
  available: number;
  running: number;
  planned: number;
  free: number;
  needed: number;
}

export interface MoneyFigures {
  cents: MoneySums;
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
  const cents = sumsOf(balances);
  const until = untilFigure(first.until, run);
  const { available, running, planned } = inputsOf(agenda, balances, cents, until.value, run);
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
  const needed = figure({
    key: 'money.needed',
    value: money(cents.needed),
    derivation: { de: 'einmalige Ausgaben des neuen Vorhabens', en: 'one-off spending of the new project' },
    illustrative: isIllustrative(candidate, PHASES),
    refs: [{ kind: 'project', id: candidate.id, field: PHASES }],
  });
  return { cents, until, available, running, planned, bound, free, needed };
}

function sumsOf(balances: readonly MoneyBalance[]): MoneySums {
  const sum = (field: 'availableCents' | 'runningCents' | 'plannedCents' | 'freeCents' | 'neededCents'): number =>
    balances.reduce((total, balance) => total + balance[field], 0);
  return {
    available: sum('availableCents'),
    running: sum('runningCents'),
    planned: sum('plannedCents'),
    free: sum('freeCents'),
    needed: sum('neededCents'),
  };
}

/** What is there and what the plan spends: the figures that the others are computed from. */
function inputsOf(
  agenda: Agenda,
  balances: readonly MoneyBalance[],
  cents: MoneySums,
  until: Text,
  run: RecordRef,
): Pick<MoneyFigures, 'available' | 'running' | 'planned'> {
  const refs = balances.map((balance): RecordRef => ({ kind: 'budgetLine', id: balance.budgetLine, field: 'years' }));
  const budget = agenda.budgetLines.some(
    (line) => balances.some((one) => one.budgetLine === line.id) && isIllustrative(line, 'years'),
  );
  const by = { de: `bis ${until.de}`, en: `until ${until.en}` };
  return {
    available: figure({
      key: 'money.available',
      value: money(cents.available),
      derivation: { de: `Programmmittel ${by.de}`, en: `programme money ${by.en}` },
      illustrative: budget,
      refs,
    }),
    running: figure({
      key: 'money.running',
      value: money(cents.running),
      derivation: { de: `laufende Kosten ${by.de}`, en: `running costs ${by.en}` },
      illustrative: budget,
      refs,
    }),
    planned: figure({
      key: 'money.planned',
      value: money(cents.planned),
      derivation: {
        de: `Ausgaben der eingeplanten Vorhaben ${by.de}`,
        en: `spending of the planned projects ${by.en}`,
      },
      illustrative: openProjects(agenda).some((project) => isIllustrative(project, PHASES)),
      refs: [run],
    }),
  };
}
