import { type Agenda, addDays, type Project, type ScenarioChange } from '../../src/agenda/index.ts';
import {
  answerQuestion,
  capacityWorth,
  checkPlan,
  planAgenda,
  repairPlan,
  simulateRisk,
  whyDate,
} from '../../src/planning/index.ts';
import { type Case, pick } from './case.ts';

/** A question that users ask, as the benchmark measures it. */
export interface Question {
  readonly name: string;
  /** 95th percentile in milliseconds that is to be reached, by number of projects. */
  readonly target: Readonly<Record<number, number>>;
  /** Asks it for the `number`th time about another part of the agenda. */
  readonly ask: (given: Case, number: number) => unknown;
}

const search = (iterations: number) => ({ seed: 1, limit: { iterations } });

/** The change of every day: a project may only start some weeks after its planned start. */
function delay({ open, startOf }: Case, number: number): ScenarioChange {
  const late: Project = pick(open, number);
  const earliestStart = addDays(startOf(late.id), 7 * (1 + (number % 12)));
  return { kind: 'delayProject', project: late.id, earliestStart };
}

const approved = ({ agenda }: Case): Agenda['plans'][number] => agenda.plans[0] as Agenda['plans'][number];

export const QUESTIONS: readonly Question[] = [
  {
    name: 'plan from nothing: first plan',
    target: {},
    ask: ({ agenda }, number) => planAgenda({ ...agenda, plans: [] }, { seed: number, limit: { iterations: 1 } }),
  },
  {
    name: 'one project is late: repair while one types, with the list of what moves',
    target: { 300: 10, 2000: 50 },
    ask: (given, number) => given.repair([delay(given, number)], { seed: 1, polish: 0 }),
  },
  {
    name: 'one project is late: repair with least movement',
    target: {},
    ask: (given, number) => repairPlan(given.agenda, approved(given), [delay(given, number)], { seed: 1 }),
  },
  {
    name: 'why this date?',
    target: {},
    ask: (given, number) => whyDate(given.agenda, approved(given), pick(given.open, number).id),
  },
  {
    name: 'is this plan valid?',
    target: {},
    ask: (given) => checkPlan(given.agenda, approved(given)),
  },
  {
    name: 'extra capacity for every date, with exact budgets (whole curve)',
    target: { 2000: 20 },
    ask: ({ curve, candidate }, number) => curve(candidate(number), search(1)),
  },
  {
    name: 'how sure are the dates? (500 simulated courses)',
    target: {},
    ask: (given, number) => simulateRisk(given.agenda, approved(given), { seed: number }),
  },
  {
    name: 'what is one more post worth? (every team and budget line, 100 steps each)',
    target: {},
    ask: ({ agenda }) => capacityWorth(agenda, search(100)),
  },
  {
    name: 'a motion in full: verdict, displacement, extra capacity, reasons',
    target: { 300: 300 },
    ask: ({ agenda, candidate }, number) => answerQuestion(agenda, candidate(number), { seed: 1 }),
  },
];
