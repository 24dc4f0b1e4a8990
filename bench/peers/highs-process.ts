import { cpuMilliseconds } from '../solver/run.ts';
import { onCpuClock } from './cpu-clock.ts';
import type { LinearAnswer, LinearTask } from './highs.ts';

/** The few parts of the package that are used here. It is installed with the peers only, so its types are not at hand. */
interface Model {
  readonly options: { set(options: Record<string, unknown>): void };
  run(): void;
  getModelStatus(): number;
  getSolution(): { readonly rowDual: Float64Array };
}
interface Highs {
  readonly constants: { readonly modelStatus: { readonly optimal: number } };
  createModel(model: object): Model;
}

/** Held as text, so that the type check does not look for a package that only the peers install. */
const packageName: string = 'highs';

/** A process for one programme: its clocks show CPU time, so that the limit of HiGHS means CPU seconds. */
process.once('message', (task: LinearTask) => void answer(task));

async function answer({ programme, cpuLimit }: LinearTask): Promise<void> {
  const { default: load } = (await import(packageName)) as { default: () => Promise<Highs> };
  const highs = await load();
  const began = cpuMilliseconds();
  const { cost, top, lower, upper, begin, columns, values } = programme;
  const [numCols, numRows] = [cost.length, lower.length];
  const matrix = { format: 'csr', numRows, numCols, starts: begin, indices: columns, values };
  const model = highs.createModel({
    numCols,
    numRows,
    colCost: cost,
    colLower: new Float64Array(numCols),
    colUpper: top,
    rowLower: lower,
    rowUpper: upper,
    matrix,
  });
  model.options.set({ output_flag: false, solver: 'ipm', run_crossover: 'off', time_limit: cpuLimit });
  await onCpuClock(async () => model.run());
  const cpuSeconds = (cpuMilliseconds() - began) / 1000;
  const optimal = model.getModelStatus() === highs.constants.modelStatus.optimal;
  process.send?.({ prices: model.getSolution().rowDual, cpuSeconds, optimal } satisfies LinearAnswer);
}
