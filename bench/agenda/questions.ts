import type { Agenda } from '../../src/agenda/index.ts';
import { answerQuestion, checkPlan, comparePlans, planAgenda, whyDate } from '../../src/planning/index.ts';
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

/** The agenda in which one project may only start some weeks later than planned: the change of every day. */
function delayed(agenda: Agenda, number: number): Agenda {
  const late = pick(
    agenda.projects.filter((project) => !project.fixedStart),
    number,
  );
  const from = new Date(Date.parse(agenda.planStart) + (8 + (number % 40)) * 7 * 86_400_000).toISOString().slice(0, 10);
  const projects = agenda.projects.map((project) => (project === late ? { ...project, earliestStart: from } : project));
  return { ...agenda, projects };
}

export const QUESTIONS: readonly Question[] = [
  {
    name: 'plan from nothing: first plan',
    target: {},
    ask: ({ agenda }, number) => planAgenda({ ...agenda, plans: [] }, { seed: number, limit: { iterations: 1 } }),
  },
  {
    name: 'one project is late: least movement, with the list of what moved',
    target: { 300: 10, 2000: 50 },
    ask: ({ agenda }, number) => {
      const [present] = agenda.plans;
      const changed = delayed(agenda, number);
      const { plan } = planAgenda(changed, { ...search(1), way: 'stay', ...(present ? { present } : {}) });
      return plan && present && comparePlans(changed, present, plan, agenda.planStart);
    },
  },
  {
    name: 'why this date?',
    target: {},
    ask: ({ agenda }, number) => agenda.plans[0] && whyDate(agenda, agenda.plans[0], pick(agenda.projects, number).id),
  },
  {
    name: 'is this plan valid?',
    target: {},
    ask: ({ agenda }) => agenda.plans[0] && checkPlan(agenda, agenda.plans[0]),
  },
  {
    name: 'a motion in full: verdict, displacement, extra capacity, reasons',
    target: { 300: 300 },
    ask: ({ agenda, candidate }, number) => answerQuestion(agenda, candidate(number), { seed: 1 }),
  },
];
