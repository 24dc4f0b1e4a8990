import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Agenda, addDays, agendaSchema, generateAgenda, type Project, projectSchema } from '../agenda/index.ts';
import { planAgenda } from './plan-agenda.ts';
import { answerQuestion } from './questions/answer-question.ts';
import { CandidateError } from './questions/candidate.ts';
import { approved, quickAgenda, quickProject } from './testing.ts';

/** Stored plan runs; `LONG=1` recomputes a thousand. */
const RUNS = process.env.LONG ? 1000 : 5;
const options = (seed: number) => ({ seed, iterations: 200 });
const plainly = { seed: 1, limit: { iterations: 50 } };
const SEED = 4;
/** Days between the end that the plan has and the promised one. */
const SLACK = 35;

interface Question {
  agenda: Agenda;
  candidates: readonly Project[];
}

/** An agenda with an approved plan, and one project more that is none of its own. */
function generated(seed: number): Question {
  const whole = generateAgenda({ projects: 3 + (seed % 8), seed });
  const own = { ...whole, projects: whole.projects.slice(0, -1) };
  return { agenda: approved(own, planAgenda(own, plainly).plan), candidates: whole.projects.slice(-1) };
}

const work = fc.record({ weeks: fc.nat(8), PM: fc.nat(5), IT: fc.nat(2) });

/** An agenda that promises what its plan says and little room besides, so that each answer has to search, and two projects more. */
const tight: fc.Arbitrary<Question> = fc.array(work, { minLength: 12, maxLength: 14 }).map((works) => {
  const projects = works.map(({ weeks, PM, IT }, i) => {
    const days = { PM: (4 + weeks) * (3 + PM), IT: (4 + weeks) * (1 + IT) };
    return quickProject({ id: `p${i}`, weeks: 4 + weeks, days });
  });
  const plain = { ...quickAgenda([]), projects: projects.slice(2) };
  const { plan } = planAgenda(plain, plainly);
  const promised = (id: string) => plan?.phases.find(({ project }) => project === id)?.finish ?? plain.planStart;
  const bound = plain.projects.map((project): Project => {
    return { ...project, deadlines: [{ on: addDays(promised(project.id), SLACK), kind: 'promised' }] };
  });
  return { agenda: approved({ ...plain, projects: bound }, plan), candidates: projects.slice(0, 2) };
});

/** The answer as it is stored; null for a project that waits for something without a date: there is nothing to compute then. */
function answered(agenda: Agenda, candidate: Project, seed: number): string | null {
  try {
    return JSON.stringify(answerQuestion(agenda, candidate, options(seed)));
  } catch (error) {
    if (error instanceof CandidateError) return null;
    throw error;
  }
}

/** Agenda and project as a process reads them that knows nothing else. */
const read = (agenda: Agenda, candidate: Project): [Agenda, Project] => [
  agendaSchema.parse(JSON.parse(JSON.stringify(agenda))),
  projectSchema.parse(JSON.parse(JSON.stringify(candidate))),
];

test('a stored plan run, computed again from what was stored with it, gives the same answer', () => {
  let compared = 0;
  for (let seed = 1; compared < RUNS; seed++) {
    const { agenda, candidates } = generated(seed);
    for (const candidate of candidates) {
      const answer = answered(agenda, candidate, seed);
      if (answer === null) continue;
      expect(answered(...read(agenda, candidate), seed), `seed ${seed}`).toBe(answer);
      compared++;
    }
  }
});

test('law: whatever was asked before, of this agenda or another, changes no answer', () => {
  const asked = fc.sample(tight, { seed: 3, numRuns: RUNS });
  const alone = asked.map(({ agenda, candidates }) =>
    candidates.map((candidate) => answered(...read(agenda, candidate), SEED)),
  );
  // The other way round, all on the same objects, then in the first order.
  const order = asked.map((_, i) => i);
  for (const i of [...order.toReversed(), ...order]) {
    const { agenda, candidates } = asked[i] ?? { agenda: quickAgenda([]), candidates: [] };
    const again = candidates.toReversed().map((candidate) => answered(agenda, candidate, SEED));
    expect(again.toReversed(), `agenda ${i}`).toEqual(alone[i]);
  }
});
