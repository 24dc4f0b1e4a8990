import { expect, test } from 'vitest';
import { type Agenda, agendaSchema, generateAgenda, type Project, projectSchema } from '../agenda/index.ts';
import { planAgenda } from './plan-agenda.ts';
import { answerQuestion } from './questions/answer-question.ts';
import { CandidateError } from './questions/candidate.ts';
import { approved } from './testing.ts';

/** Stored plan runs; `LONG=1` recomputes a thousand. */
const RUNS = process.env.LONG ? 1000 : 5;
const options = (seed: number) => ({ seed, iterations: 50 });

/** A generated agenda with an approved plan, and so many projects more that are none of its own. */
function question(seed: number, count: number): { agenda: Agenda; candidates: readonly Project[] } {
  const whole = generateAgenda({ projects: 2 + count + (seed % 8), seed });
  const own = { ...whole, projects: whole.projects.slice(0, -count) };
  const agenda = approved(own, planAgenda(own, { seed, limit: { iterations: 50 } }).plan);
  return { agenda, candidates: whole.projects.slice(-count) };
}

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
    const { agenda, candidates } = question(seed, 1);
    for (const candidate of candidates) {
      const answer = answered(agenda, candidate, seed);
      if (answer === null) continue;
      expect(answered(...read(agenda, candidate), seed), `seed ${seed}`).toBe(answer);
      compared++;
    }
  }
}, 600_000);

test('law: whatever was asked before, of this agenda or another, changes no answer', () => {
  const asked = Array.from({ length: RUNS }, (_, seed) => ({ seed, ...question(seed, 2) }));
  const alone = asked.map(({ seed, agenda, candidates }) =>
    candidates.map((candidate) => answered(...read(agenda, candidate), seed)),
  );
  expect(alone.flat().filter((answer) => answer !== null).length).toBeGreaterThan(RUNS);
  // The other way round, all on the same objects, twice.
  for (const { seed, agenda, candidates } of [...asked.toReversed(), ...asked]) {
    const again = candidates.toReversed().map((candidate) => answered(agenda, candidate, seed));
    expect(again.toReversed(), `seed ${seed}`).toEqual(alone[seed]);
  }
}, 600_000);
