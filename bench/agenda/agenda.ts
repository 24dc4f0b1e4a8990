import { markdownTable } from '../markdown.ts';
import { compareBounds } from './bounds.ts';
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
  /** Agendas with projects that may be left out and alternatives. */
  readonly optional?: boolean;
  readonly withCpSat: boolean;
  readonly progress: (message: string) => void;
}

/** Measures every question on agendas of every size; returns a Markdown table. */
export function measureQuestions({ sizes, seed, times, budget, progress, optional }: AgendaOptions): string {
  const rows = sizes.flatMap((projects) => {
    progress(`agenda of ${projects} projects`);
    const given = makeCase(projects, seed, optional);
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
export async function measureRivals({ sizes, seeds, cpuSeconds, withCpSat, optional }: AgendaOptions): Promise<string> {
  const lines = await compareRivals(sizes, seeds, cpuSeconds, withCpSat, optional);
  return markdownTable(
    [
      'projects',
      'seed',
      'planner',
      'CPU-s',
      'weeks late, statutory',
      'promised',
      'left out, loss',
      'value level',
      'proven within %',
      'check',
    ],
    lines.map(({ projects, seed, planner, cpuSeconds: used, values, gap, violations }) => [
      String(projects),
      String(seed),
      planner,
      used.toFixed(2),
      ...shownValues(values),
      gap === null ? '–' : gap.toFixed(1),
      values === null ? '–' : violations.length === 0 ? 'valid' : `breaks ${violations.join(', ')}`,
    ]),
  );
}

/** Bounds of the value level, ours beside that of a linear programme; returns a Markdown table. */
export async function measureBounds({ sizes, seeds }: Pick<AgendaOptions, 'sizes' | 'seeds'>): Promise<string> {
  const lines = await compareBounds(sizes, seeds);
  return markdownTable(
    ['projects', 'seed', 'method', 'CPU-s', 'bound of the value level', 'remark'],
    lines.map(({ projects, seed, method, cpuSeconds, bound, remark }) => [
      String(projects),
      String(seed),
      method,
      cpuSeconds?.toFixed(2) ?? '–',
      bound === null ? '–' : String(bound),
      remark,
    ]),
  );
}

/** Three digits that say something: 0.63, 15.4, 1280. */
const digits = (milliseconds: number): string =>
  milliseconds.toFixed(milliseconds < 10 ? 2 : milliseconds < 100 ? 1 : 0);

/** Statutory, promised, loss, value; an agenda without choices has no loss. */
function shownValues(values: readonly number[] | null): string[] {
  if (values === null) return ['no plan', '–', '–', '–'];
  const [statutory = 0, promised = 0, ...rest] = values;
  const loss = rest.length > 1 ? String(rest[1]) : '–';
  return [String(statutory), String(promised), loss, String(rest.at(-1) ?? 0)];
}
