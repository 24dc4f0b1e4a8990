import { expect, test } from 'vitest';
import { agendaSchema, generateAgenda, projectSchema } from '../agenda/index.ts';
import { planAgenda } from './plan-agenda.ts';
import { answerQuestion } from './questions/answer-question.ts';
import { CandidateError } from './questions/candidate.ts';
import { approved } from './testing.ts';

/** Stored plan runs; `LONG=1` recomputes a thousand. */
const RUNS = process.env.LONG ? 1000 : 5;
const options = (seed: number) => ({ seed, iterations: 50 });

test('a stored plan run, computed again from what was stored with it, gives the same answer', () => {
  let compared = 0;
  for (let seed = 1; compared < RUNS; seed++) {
    const whole = generateAgenda({ projects: 3 + (seed % 8), seed });
    const candidate = whole.projects.at(-1);
    if (!candidate) throw new Error('a generated agenda has projects');
    const without = { ...whole, projects: whole.projects.slice(0, -1) };
    const agenda = approved(without, planAgenda(without, { seed, limit: { iterations: 50 } }).plan);
    try {
      const stored = JSON.stringify({ agenda, candidate, answer: answerQuestion(agenda, candidate, options(seed)) });
      const kept = JSON.parse(stored) as { agenda: unknown; candidate: unknown; answer: unknown };
      const again = answerQuestion(agendaSchema.parse(kept.agenda), projectSchema.parse(kept.candidate), options(seed));
      expect(JSON.stringify(again), `seed ${seed}`).toBe(JSON.stringify(kept.answer));
      compared++;
    } catch (error) {
      // A generated project may wait for something without a date; there is nothing to compute then.
      if (!(error instanceof CandidateError)) throw error;
    }
  }
}, 600_000);
