import type { Activity, Cost, Demand } from '../model/problem.ts';

/** Modes, demands and costs as flat arrays; see `Compiled` for what each holds. */
export interface CompiledModes {
  /** First slot of each activity, with the total at the end. */
  readonly modeFirst: Int32Array;
  readonly duration: Int32Array;
  /** Demands of a slot: demandFirst[slot] .. demandFirst[slot + 1]. */
  readonly demandFirst: Int32Array;
  readonly demandResource: Int32Array;
  /** Constant amount, or the peak of the profile. */
  readonly demandAmount: Int32Array;
  /** Where the profile begins in `profile`; -1 = constant. */
  readonly demandProfile: Int32Array;
  readonly profile: Int32Array;
  /** Costs of a slot: costFirst[slot] .. costFirst[slot + 1]. */
  readonly costFirst: Int32Array;
  readonly costBudget: Int32Array;
  /** Elapsed period in which the cost is bound. */
  readonly costBoundAt: Int32Array;
  /** Where the cumulative cost of elapsed periods 0..max(1, duration) begins in `costCumulative`. */
  readonly costOffset: Int32Array;
  readonly costCumulative: Float64Array;
}

/** Where the next entry of each kind goes. */
interface Cursor {
  slot: number;
  demand: number;
  profile: number;
  cost: number;
  period: number;
}

/** Copies the modes of all activities, slot by slot. Plain loops: a portfolio has tens of thousands of entries, and somebody waits. */
export function compileModes(activities: readonly Activity[]): CompiledModes {
  const flat = allocate(activities);
  const at: Cursor = { slot: 0, demand: 0, profile: 0, cost: 0, period: 0 };
  activities.forEach((activity, a) => {
    for (const mode of activity.modes) {
      flat.duration[at.slot] = mode.duration;
      for (const demand of mode.demands) copyDemand(demand, flat, at);
      for (const cost of mode.costs) copyCost(cost, mode.duration, flat, at);
      at.slot++;
      flat.demandFirst[at.slot] = at.demand;
      flat.costFirst[at.slot] = at.cost;
    }
    flat.modeFirst[a + 1] = at.slot;
  });
  return flat;
}

function allocate(activities: readonly Activity[]): CompiledModes {
  let slots = 0;
  let demands = 0;
  let profile = 0;
  let costs = 0;
  let periods = 0;
  for (const { modes } of activities) {
    slots += modes.length;
    for (const mode of modes) {
      demands += mode.demands.length;
      costs += mode.costs.length;
      periods += mode.costs.length * (Math.max(1, mode.duration) + 1);
      for (const demand of mode.demands) if ('profile' in demand) profile += demand.profile.length;
    }
  }
  return {
    modeFirst: new Int32Array(activities.length + 1),
    duration: new Int32Array(slots),
    demandFirst: new Int32Array(slots + 1),
    demandResource: new Int32Array(demands),
    demandAmount: new Int32Array(demands),
    demandProfile: new Int32Array(demands).fill(-1),
    profile: new Int32Array(profile),
    costFirst: new Int32Array(slots + 1),
    costBudget: new Int32Array(costs),
    costBoundAt: new Int32Array(costs),
    costOffset: new Int32Array(costs + 1),
    costCumulative: new Float64Array(periods),
  };
}

function copyDemand(demand: Demand, flat: CompiledModes, at: Cursor): void {
  flat.demandResource[at.demand] = demand.resource;
  if ('profile' in demand) {
    flat.demandProfile[at.demand] = at.profile;
    const { profile } = demand;
    let peak = 0;
    for (let elapsed = 0; elapsed < profile.length; elapsed++) {
      const amount = profile[elapsed]!;
      flat.profile[at.profile++] = amount;
      if (amount > peak) peak = amount;
    }
    flat.demandAmount[at.demand] = peak;
  } else flat.demandAmount[at.demand] = demand.amount;
  at.demand++;
}

function copyCost(cost: Cost, duration: number, flat: CompiledModes, at: Cursor): void {
  if ('profile' in cost && cost.boundAt !== undefined) flat.costBoundAt[at.cost] = cost.boundAt;
  flat.costBudget[at.cost++] = cost.budget;
  const periods = Math.max(1, duration);
  accumulate(cost, periods, flat.costCumulative.subarray(at.period, at.period + periods + 1));
  at.period += periods + 1;
  flat.costOffset[at.cost] = at.period;
}

/** Writes the money paid within the first k periods into paid[k], k = 0..periods. */
export function accumulate(cost: Cost, periods: number, paid: Float64Array): void {
  for (let k = 1; k <= periods; k++) {
    if ('profile' in cost) paid[k] = paid[k - 1]! + (cost.profile[k - 1] ?? 0);
    else if (cost.spread === 'start') paid[k] = cost.amount;
    else if (cost.spread === 'end') paid[k] = k === periods ? cost.amount : 0;
    else paid[k] = Math.floor((cost.amount * k) / periods);
  }
}
