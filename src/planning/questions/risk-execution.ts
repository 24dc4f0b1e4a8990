import type { Plan } from '../../solver/index.ts';
import type { PlannedBlock } from '../translation/planned.ts';
import type { Translation } from '../translation/translate.ts';
import { demandAt } from './residual.ts';

type Link = NonNullable<Translation['input']['links']>[number];

/** Spare weeks behind the horizon, so that a bad course still ends. */
const SPARE = 520;

/** Carries a plan out: in the order of its starts, each block as soon as links, teams and its planned week allow. */
export class Execution {
  readonly #translation: Translation;
  readonly #plan: Plan;
  readonly #order: readonly PlannedBlock[];
  readonly #incoming: readonly (readonly Link[])[];
  readonly #free: readonly Int32Array[];
  readonly #keys: ReadonlyMap<number, string>;

  constructor(translation: Translation, plan: Plan) {
    const { blocks, input, horizon } = translation;
    this.#translation = translation;
    this.#plan = plan;
    const placed = blocks.filter(({ activity }) => (plan.start[activity] ?? -1) >= 0);
    // What is fixed takes its place first.
    const rank = ({ activity }: PlannedBlock) =>
      input.activities[activity]?.frozen ? -1 : (plan.start[activity] ?? 0);
    this.#order = placed.toSorted((a, b) => rank(a) - rank(b));
    const incoming = blocks.map((): Link[] => []);
    for (const link of input.links ?? []) incoming[link.to]?.push(link);
    this.#incoming = incoming;
    this.#keys = new Map(
      blocks.map(({ activity, project, block }) => [activity, `${project.id}/${block.phases[0]?.id}`]),
    );
    this.#free = (input.resources ?? []).map(() => new Int32Array(horizon + SPARE));
  }

  /** Exclusive end week per activity of one course; `weeksOf` says how long a block really takes. */
  run(weeksOf: (block: string, weeks: number) => number): Int32Array {
    const { input, horizon } = this.#translation;
    const count = input.activities.length;
    const starts = new Int32Array(count);
    const ends = new Int32Array(count);
    this.#free.forEach((series, resource) => {
      const capacity = Int32Array.from(input.resources?.[resource]?.capacity ?? []);
      series.set(capacity);
      series.fill(capacity.at(-1) ?? 0, horizon);
    });
    for (const { activity } of this.#order) {
      const mode = input.activities[activity]?.modes[this.#plan.mode[activity] ?? 0];
      const planned = mode?.duration ?? 0;
      const weeks = weeksOf(this.#keys.get(activity) ?? '', planned);
      const fixed = input.activities[activity]?.frozen !== undefined;
      const earliest = this.#earliest(activity, weeks, starts, ends);
      const start = fixed
        ? (this.#plan.start[activity] ?? 0)
        : this.#fit(mode?.demands ?? [], planned, weeks, earliest);
      this.#book(mode?.demands ?? [], planned, weeks, start);
      starts[activity] = start;
      ends[activity] = start + weeks;
    }
    return ends;
  }

  #earliest(activity: number, weeks: number, starts: Int32Array, ends: Int32Array): number {
    let earliest = this.#plan.start[activity] ?? 0;
    for (const { from, type, lag = 0 } of this.#incoming[activity] ?? []) {
      if ((this.#plan.start[from] ?? -1) < 0) continue;
      const event = type === 'SS' || type === 'SF' ? starts[from] : ends[from];
      earliest = Math.max(earliest, (event ?? 0) + lag - (type === 'FF' || type === 'SF' ? weeks : 0));
    }
    return earliest;
  }

  /** First week from `earliest` in which every team has room; at the very end it goes in without. */
  #fit(demands: readonly Demand[], planned: number, weeks: number, earliest: number): number {
    const last = this.#translation.horizon + SPARE - weeks;
    for (let start = earliest; start < last; start++) {
      let fits = true;
      for (const demand of demands) {
        const series = this.#free[demand.resource];
        for (let week = 0; fits && week < weeks; week++) {
          const need = demandAt(demand, Math.floor((week * planned) / weeks));
          if ((series?.[start + week] ?? 0) < need) fits = false;
        }
      }
      if (fits) return start;
    }
    return Math.max(0, Math.min(earliest, last));
  }

  #book(demands: readonly Demand[], planned: number, weeks: number, start: number): void {
    for (const demand of demands) {
      const series = this.#free[demand.resource];
      for (let week = 0; series && week < weeks; week++) {
        series[start + week] = (series[start + week] ?? 0) - demandAt(demand, Math.floor((week * planned) / weeks));
      }
    }
  }
}

type Demand = Parameters<typeof demandAt>[0] & { resource: number };
