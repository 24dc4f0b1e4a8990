import type { Phase, Project, Work } from '../../agenda/index.ts';
import { demandUnits } from './units.ts';

/** Weeks and weekly needs of one activity in one delivery mode, on the engine's grid. */
export interface WorkProfile {
  weeks: number;
  /** Team id → engine units per elapsed week. */
  demand: Map<string, number[]>;
  /** Budget line id → cents per elapsed week. */
  cost: Map<string, number[]>;
  /** Team id → engine units of all weeks. */
  demandSum: Map<string, number>;
  /** Cents of all budget lines and weeks. */
  costSum: number;
}

/** Splits cents over weeks so that every prefix is as even as whole cents allow and the sum is exact. */
export function spreadCents(cents: number, weeks: number, spread: 'even' | 'start' | 'end'): number[] {
  const series = new Array<number>(weeks).fill(0);
  if (spread === 'start') series[0] = cents;
  else if (spread === 'end') series[weeks - 1] = cents;
  else {
    for (let week = 0; week < weeks; week++) {
      series[week] = Math.floor((cents * (week + 1)) / weeks) - Math.floor((cents * week) / weeks);
    }
  }
  return series;
}

/** Profile of phases that start at fixed offsets (weeks) from their common start. */
export function profileOf(parts: readonly { offset: number; work: Work }[]): WorkProfile {
  const weeks = parts.reduce((most, part) => Math.max(most, part.offset + part.work.weeks), 0);
  const profile: WorkProfile = { weeks, demand: new Map(), cost: new Map(), demandSum: new Map(), costSum: 0 };
  for (const { offset, work } of parts) {
    // In one order whatever the order of the keys: a database may change it, and the search must not notice.
    for (const [team, tenths] of Object.entries(work.effortTenths).toSorted(byKey)) {
      const units = demandUnits(tenths, work.weeks);
      if (units <= 0) continue;
      addSeries(profile.demand, team, weeks, offset, new Array<number>(work.weeks).fill(units));
      profile.demandSum.set(team, (profile.demandSum.get(team) ?? 0) + units * work.weeks);
    }
    for (const cost of work.costs) {
      if (cost.cents <= 0) continue;
      addSeries(profile.cost, cost.budgetLine, weeks, offset, spreadCents(cost.cents, work.weeks, cost.spread));
      profile.costSum += cost.cents;
    }
  }
  return profile;
}

const byKey = ([a]: [string, number], [b]: [string, number]): number => (a < b ? -1 : 1);

function addSeries(into: Map<string, number[]>, key: string, weeks: number, offset: number, series: number[]): void {
  const sum = into.get(key) ?? new Array<number>(weeks).fill(0);
  series.forEach((value, i) => {
    sum[offset + i] = (sum[offset + i] ?? 0) + value;
  });
  into.set(key, sum);
}

/**
 * A block is what moves as one: all phases of a project that are tied to its start (by offsets, or because the
 * project's start is fixed), else a single phase. A phase that some delivery mode skips is tied to the phase after it
 * (or, at the end, before it): every block then has work in every mode, and a link to the start or the end of a project
 * always means real work.
 */
export interface Block {
  phases: readonly Phase[];
  /** Per delivery mode of the project, in order: offset of each phase or null where the mode skips it. */
  offsets: readonly (readonly (number | null)[])[];
}

/** Blocks of a project in their order; each must wait for the one before. */
export function blocksOf(project: Project): Block[] {
  if (project.phases.length === 0) return [];
  const tied = project.fixedStart !== undefined || project.phases.every((phase) => phase.offsetWeeks !== undefined);
  const groups = tied ? [project.phases] : groupsWithWork(project);
  return groups.map((phases) => ({
    phases,
    offsets: project.modes.map((mode) => offsetsIn(phases, mode.id)),
  }));
}

/** Shortest runs of phases in which every delivery mode has something to do. */
function groupsWithWork({ phases, modes }: Project): Phase[][] {
  const groups: Phase[][] = [];
  let open: Phase[] = [];
  for (const phase of phases) {
    open.push(phase);
    if (!modes.every(({ id }) => open.some(({ work }) => work[id] !== undefined))) continue;
    groups.push(open);
    open = [];
  }
  const last = groups.pop() ?? [];
  return [...groups, [...last, ...open]];
}

/** Declared offsets where they exist; otherwise the phases follow one another without a gap. */
function offsetsIn(phases: readonly Phase[], mode: string): (number | null)[] {
  let end = 0;
  return phases.map((phase) => {
    const work = phase.work[mode];
    if (!work) return null;
    const offset = phases.length > 1 || phase.offsetWeeks !== undefined ? (phase.offsetWeeks ?? end) : 0;
    end = Math.max(end, offset + work.weeks);
    return offset;
  });
}

/** Profile of a block in the mode with index `mode`; zero weeks where the mode skips all of its phases. */
export function blockProfile(project: Project, block: Block, mode: number): WorkProfile {
  const parts = block.phases.flatMap((phase, i) => {
    const offset = block.offsets[mode]?.[i];
    const work = phase.work[project.modes[mode]?.id ?? ''];
    return work && offset !== null && offset !== undefined ? [{ offset, work }] : [];
  });
  return profileOf(parts);
}
