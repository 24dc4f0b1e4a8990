import { type PlanVersion, presentPlan } from '../../agenda/index.ts';
import type { Events, ProjectFinish } from '../../council/index.ts';
import { datesByProject } from '../../planning/index.ts';
import type { LoadedAgenda } from '../agenda-cache.ts';

/** When each project ends by a plan; what is finished counts with its own day. */
export function projectFinishes(
  { projects }: LoadedAgenda['agenda'],
  plan: Pick<PlanVersion, 'phases'> | undefined,
): ProjectFinish[] {
  const dates = datesByProject(plan?.phases ?? []);
  return projects.map(({ id, finishedOn, status }) => ({
    id,
    finishesOn: finishedOn ?? dates.get(id)?.finish ?? null,
    finished: finishedOn !== undefined || status === 'succeeded',
  }));
}

/** By which records and dates the event of a promise is told: those of the plan that pages show. */
export function eventsOf(loaded: LoadedAgenda): Events {
  const { agenda } = loaded;
  const finishes = loaded.once(
    'finishes',
    () => new Map(projectFinishes(agenda, presentPlan(agenda)).map((one) => [one.id, one.finishesOn])),
  );
  const { prerequisites, projects } = agenda;
  return { prerequisites, projects, finishOf: (id) => finishes.get(id) ?? null };
}
