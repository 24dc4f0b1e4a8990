import { expect, test } from 'vitest';
import { type Agenda, generateAgenda } from '../agenda/index.ts';
import { planAgenda } from './plan-agenda.ts';
import { answerQuestion } from './questions/answer-question.ts';
import { simulateRisk } from './questions/risk.ts';
import { whyNot } from './questions/why-not.ts';
import { capacityWorth } from './questions/worth.ts';
import { approved } from './testing.ts';

/** Whoever is cancelled begins nothing more: from then on a question asks a few times only, counted instead of timed. */
const MOST_ASKS_AFTER = 30;

const search = { seed: 1, limit: { iterations: 20 } };
const given = generateAgenda({ projects: 8, seed: 3 });
const agenda: Agenda = approved(given, planAgenda(given, search).plan);
const [plan] = agenda.plans;
const [model] = agenda.projects.filter(({ phases }) => phases.length > 0);
if (!plan || !model) throw new Error('the generated agenda has no plan');
const motion = { ...model, id: 'motion', dependencies: [], deadlines: [], prerequisites: [] };
const hurried: Agenda = {
  ...given,
  projects: given.projects.map((one) => ({ ...one, deadlines: [{ on: '2021-06-30', kind: 'promised' }] })),
};
const late = planAgenda(hurried, search).plan;
if (!late) throw new Error('the hurried agenda has no plan');

type Cancelled = () => boolean;
const questions: readonly [name: string, ask: (cancelled: Cancelled) => unknown][] = [
  ['plan with proofs', (cancelled) => planAgenda(given, { ...search, prove: true, cancelled })],
  [
    'motion with proofs',
    (cancelled) => answerQuestion(agenda, motion, { seed: 1, iterations: 200, prove: true, cancelled }),
  ],
  ['why not', (cancelled) => whyNot(hurried, late, { cancelled })],
  ['worth', (cancelled) => capacityWorth(agenda, { ...search, cancelled })],
  ['risk', (cancelled) => simulateRisk(agenda, plan, { seed: 1, cancelled })],
];

test.each(questions)('%s ends soon, wherever it is cancelled', (_, ask) => {
  let all = 0;
  ask(() => ++all < 0);
  expect(all).toBeGreaterThan(5);
  for (let k = 1; k <= all; k = 3 * k) {
    let asks = 0;
    ask(() => ++asks >= k);
    expect(asks - k, `cancelled at ask ${k} of ${all}`).toBeLessThanOrEqual(MOST_ASKS_AFTER);
  }
});
