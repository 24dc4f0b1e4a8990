import { markdownTable } from '../markdown.ts';
import { makeCase } from './case.ts';
import { measure } from './measure.ts';
import { QUESTIONS } from './questions.ts';
import { compareRivals } from './rivals.ts';

export interface AgendaOptions {
  /** Numbers of projects. */
  readonly sizes: readonly number[];
  readonly seed: number;
  /** Most repetitions per question and size. */
  readonly times: number;
  /** CPU seconds after which a question is asked no more. */
  readonly budget: number;
  /** CPU seconds for the plan of a whole agenda; 0 = no comparison. */
  readonly cpuSeconds: number;
  readonly seeds: number;
  readonly withCpSat: boolean;
  readonly progress: (message: string) => void;
}

/** Measures every question on agendas of every size; returns a Markdown table. */
export function measureQuestions({ sizes, seed, times, budget, progress }: AgendaOptions): string {
  const rows = sizes.flatMap((projects) => {
    progress(`agenda of ${projects} projects`);
    const given = makeCase(projects, seed);
    return QUESTIONS.map(({ name, target, ask }) => {
      progress(`  ${name}`);
      const { asked, p50, p95, waited } = measure((number) => ask(given, number), times, budget * 1000);
      const goal = target[projects];
      const reached = goal === undefined ? '–' : `≤ ${goal} ${p95 <= goal ? 'reached' : 'missed'}`;
      return [name, String(projects), String(asked), digits(p50), digits(p95), digits(waited), reached];
    });
  });
  return markdownTable(
    ['question', 'projects', 'asked', 'CPU p50 ms', 'CPU p95 ms', 'waited p95 ms', 'p95 target ms'],
    rows,
  );
}

/** Compares plans of whole agendas; returns a Markdown table. */
export async function measureRivals({ sizes, seeds, cpuSeconds, withCpSat }: AgendaOptions): Promise<string> {
  const lines = await compareRivals(sizes, seeds, cpuSeconds, withCpSat);
  return markdownTable(
    [
      'projects',
      'seed',
      'planner',
      'CPU-s',
      'weeks late, statutory',
      'promised',
      'value level',
      'proven within %',
      'check',
    ],
    lines.map(({ projects, seed, planner, cpuSeconds: used, values, gap, violations }) => [
      String(projects),
      String(seed),
      planner,
      used.toFixed(2),
      ...(values ?? ['no plan', '–', '–']).map(String),
      gap === null ? '–' : gap.toFixed(1),
      values === null ? '–' : violations.length === 0 ? 'valid' : `breaks ${violations.join(', ')}`,
    ]),
  );
}

/** Three digits that say something: 0.63, 15.4, 1280. */
const digits = (milliseconds: number): string =>
  milliseconds.toFixed(milliseconds < 10 ? 2 : milliseconds < 100 ? 1 : 0);
