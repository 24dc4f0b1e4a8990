import { type Agenda, isEnded, type Project } from '../../agenda/index.ts';
import { planWeights } from '../priority/plan-weights.ts';
import { activitiesOf, linksOf, releaseWeeks } from './activities.ts';
import { bucketsOf, budgetsOf } from './commitments.ts';
import { extentOf, horizonOf } from './horizon.ts';
import { offerResources } from './offers.ts';
import type { PlannedBlock } from './planned.ts';
import { weeklyCapacity } from './supply.ts';
import { centsOf, plannedProject, type Translation } from './translate.ts';

/**
 * The translation of an agenda with one new project, made from that of the agenda alone: the same as `translate(agenda, [project])`, but
 * nothing that stands is looked at again. Null where the project would change more than it adds.
 *
 * @param agenda one in which nothing may be left out
 */
export function extended(agenda: Agenda, known: Translation, project: Project): Translation | null {
  if (!addsOnly(agenda, known, project)) return null;
  const { weeks } = known;
  const blocks: PlannedBlock[] = [...known.blocks];
  const entry = plannedProject(project, planWeights(agenda, [project])[0] ?? 0, blocks, weeks, null);
  const projects = [...known.projects, entry];
  const extent = extentOf(agenda, [entry], weeks, known.extent);
  const horizon = horizonOf(agenda, extent, weeks);
  const planned = projects.map((one) => one.project);
  const offers = offerResources(agenda, planned, weeks, horizon);
  if (offers.length !== known.offers.length) return null;
  const allCents = known.allCents + centsOf(entry.blocks);
  const capacity = agenda.teams.map((team) => weeklyCapacity(team, weeks, horizon));
  const buckets = bucketsOf(agenda, weeks, horizon, allCents);
  const byProject = new Map(known.byProject).set(project.id, entry);
  const { teamIndex, budgetIndex, commitmentIndex, selection, input } = known;
  const frame = {
    weeks,
    horizon,
    teamIndex,
    budgetIndex,
    commitmentIndex,
    latestEnds: selection.latestEnds,
    offerIndex: new Map(known.offers.map((offer, i) => [offer, teamIndex.size + i])),
    releases: releaseWeeks(agenda, [project], weeks),
    known: null,
  };
  return {
    ...known,
    horizon,
    extent,
    projects,
    byProject,
    blocks,
    capacity,
    buckets,
    allCents,
    input: {
      ...input,
      horizon,
      resources: [...capacity, ...offers.map((offer) => offer.capacity)].map((series) => ({ capacity: series })),
      budgets: budgetsOf(agenda, buckets),
      activities: [...input.activities, ...activitiesOf(entry, known.projects.length, frame)],
      links: [...(input.links ?? []), ...linksOf(entry, byProject)],
    },
  };
}

/** Whether the project is new, can be dated, and neither is waited for nor shifts what others weigh. */
function addsOnly(agenda: Agenda, { undated }: Translation, project: Project): boolean {
  const { id, dependencies, phases, prerequisites, droppable } = project;
  const waiting = new Set(undated);
  const dated = new Set(agenda.prerequisites.filter((one) => one.metOn ?? one.expectedOn).map((one) => one.id));
  return (
    !agenda.projects.some((one) => one.id === id || one.dependencies.some(({ predecessor }) => predecessor === id)) &&
    !agenda.weightings.some(({ inPlanning }) => inPlanning) &&
    !isEnded(project) &&
    phases.length > 0 &&
    droppable === undefined &&
    prerequisites.every((one) => dated.has(one)) &&
    !dependencies.some(({ predecessor }) => waiting.has(predecessor))
  );
}
