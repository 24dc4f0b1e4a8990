import { type Agenda, firstWeekFrom, type ScenarioChange } from '../../agenda/index.ts';
import type { NearPatch, ProblemInput } from '../../solver/index.ts';
import { fiscalBuckets, weeklyCapacity } from '../translation/supply.ts';
import type { Translation } from '../translation/translate.ts';
import { applyChanges } from './changes.ts';

/** What changes mean to the engine's problem as it stands, or null when they ask for another problem. */
export function patchFor(
  agenda: Agenda,
  translation: Translation,
  changes: readonly ScenarioChange[],
): NearPatch | null {
  if (!changes.every((change) => isPatch(agenda, change))) return null;
  const { weeks, horizon, budgetIndex, buckets, byProject, input, teamIndex } = translation;
  const changed = applyChanges(agenda, changes);
  const capacity = new Map<number, Int32Array>();
  const inflow = new Map<number, number[]>();
  const release = new Map<number, number>();
  for (const [i, team] of changed.teams.entries()) {
    if (team !== agenda.teams[i]) capacity.set(teamIndex.get(team.id) ?? i, weeklyCapacity(team, weeks, horizon));
  }
  for (const [i, line] of changed.budgetLines.entries()) {
    if (line === agenda.budgetLines[i]) continue;
    const budget = budgetIndex.get(line.id) ?? i;
    const behind = buckets[budget]?.find(({ year }) => year === null)?.inflowCents ?? 0;
    inflow.set(
      budget,
      fiscalBuckets(line, weeks, horizon, behind).map(({ inflowCents }) => inflowCents),
    );
  }
  for (const change of changes) {
    if (change.kind !== 'delayProject') continue;
    for (const { activity } of byProject.get(change.project)?.blocks ?? []) {
      const before = release.get(activity) ?? input.activities[activity]?.release ?? 0;
      release.set(activity, Math.min(horizon, Math.max(before, firstWeekFrom(weeks, change.earliestStart))));
    }
  }
  return { capacity, inflow, release };
}

/** Posts, money, and a project that may start later than before. */
function isPatch(agenda: Agenda, change: ScenarioChange): boolean {
  if (change.kind === 'posts' || change.kind === 'money') return true;
  if (change.kind !== 'delayProject') return false;
  const project = agenda.projects.find(({ id }) => id === change.project);
  return project !== undefined && (project.earliestStart ?? '') <= change.earliestStart;
}

/** The problem with the patch, in the engine's own words. */
export function patchedInput({ input }: Translation, patch: NearPatch): Translation['input'] {
  const { capacity, inflow, release } = patch;
  const resources = input.resources?.map((resource, r) => ({ capacity: capacity?.get(r) ?? resource.capacity }));
  const budgets = input.budgets?.map((budget, b) => ({ ...budget, inflow: inflow?.get(b) ?? budget.inflow }));
  const activities: ProblemInput['activities'] = input.activities.map((activity, a) => ({
    ...activity,
    release: release?.get(a) ?? activity.release ?? 0,
  }));
  return { ...input, activities, ...(resources ? { resources } : {}), ...(budgets ? { budgets } : {}) };
}
