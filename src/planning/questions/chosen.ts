import { type Agenda, isEnded, isHeld, type PlanVersion, type Project } from '../../agenda/index.ts';

/**
 * The agenda as a plan has chosen it: what may be left out and does not stand in the plan is gone, and of the rest
 * nothing is open. Questions about one project rest on that choice, so that no answer drops something unasked.
 *
 * @param sure projects that are carried out in any case, with what they wait for: what they exclude is gone
 */
export function chosenAgenda(
  agenda: Agenda,
  version: Pick<PlanVersion, 'phases'> | undefined,
  sure: readonly string[] = [],
): Agenda {
  if (!hasChoice(agenda)) return agenda;
  const planned = new Set([...(version?.phases ?? []).map(({ project }) => project), ...withAwaited(agenda, sure)]);
  const out = withWaiting(agenda, new Set([...openProjects(agenda, planned), ...excludedBy(agenda, sure)]), sure);
  return {
    ...agenda,
    alternatives: [],
    projects: agenda.projects.flatMap((project) => (out.has(project.id) ? [] : [withoutChoice(project, out)])),
  };
}

/** Whether a plan of the agenda may leave something out. */
export function hasChoice({ alternatives, projects }: Agenda): boolean {
  return alternatives.length > 0 || projects.some(({ droppable }) => droppable !== undefined);
}

/** Projects of the plan that stand back if the candidate is carried out, and those that wait for them. */
export function replacedBy(
  agenda: Agenda,
  version: Pick<PlanVersion, 'phases'> | undefined,
  candidate: string,
): string[] {
  const planned = new Set(version?.phases.map(({ project }) => project));
  return [...withWaiting(agenda, excludedBy(agenda, [candidate]), [candidate])].filter((id) => planned.has(id));
}

/** A project that the candidate excludes and that has begun, is fixed or done; undefined if the choice is still open. */
export function takenInstead(agenda: Agenda, candidate: string): Project | undefined {
  const rivals = excludedBy(agenda, [candidate]);
  return agenda.projects.find(({ id }) => rivals.has(id) && isTaken(agenda, id));
}

function isTaken(agenda: Agenda, id: string): boolean {
  const project = agenda.projects.find((one) => one.id === id);
  return project !== undefined && (project.status === 'succeeded' || (!isEnded(project) && isHeld(project)));
}

function withoutChoice(project: Project, out: ReadonlySet<string>): Project {
  const { droppable, ...rest } = project;
  if (droppable === undefined && !project.dependencies.some(({ predecessor }) => out.has(predecessor))) return project;
  return { ...rest, dependencies: project.dependencies.filter(({ predecessor }) => !out.has(predecessor)) };
}

/** What may be left out and is not planned; of exactly one that has none planned yet, the first stays. */
function openProjects(agenda: Agenda, planned: ReadonlySet<string>): Set<string> {
  const open = new Map(agenda.projects.filter((one) => !isEnded(one) && !isHeld(one)).map((one) => [one.id, one]));
  const out = new Set<string>();
  for (const [id, { droppable }] of open) if (droppable && !planned.has(id)) out.add(id);
  for (const { choice, projects } of agenda.alternatives) {
    const rest = projects.filter((id) => open.has(id) && !planned.has(id));
    const undecided = choice === 'exactlyOne' && !projects.some((id) => planned.has(id) || isTaken(agenda, id));
    for (const id of undecided ? rest.slice(1) : rest) out.add(id);
  }
  return out;
}

/** The other members of the alternatives of these projects. */
function excludedBy(agenda: Agenda, ids: readonly string[]): Set<string> {
  const own = new Set(ids);
  const choices = agenda.alternatives.filter(({ projects }) => projects.some((id) => own.has(id)));
  return new Set(choices.flatMap(({ projects }) => projects.filter((id) => !own.has(id))));
}

/** These projects, and all that they wait for. */
function withAwaited(agenda: Agenda, ids: readonly string[]): Set<string> {
  const byId = new Map(agenda.projects.map((one) => [one.id, one]));
  const known = new Set(ids);
  for (const id of known) for (const { predecessor } of byId.get(id)?.dependencies ?? []) known.add(predecessor);
  return known;
}

/** These projects, and all that may be left out and wait for them. */
function withWaiting(agenda: Agenda, out: Set<string>, sure: readonly string[]): Set<string> {
  for (let size = -1; size !== out.size; ) {
    size = out.size;
    for (const { id, droppable, dependencies } of agenda.projects) {
      const waits = dependencies.map(({ predecessor }) => predecessor);
      const missing = (other: string) =>
        out.has(other) && !waits.some((one) => !out.has(one) && sameChoice(agenda, one, other));
      if (droppable && !sure.includes(id) && waits.some(missing)) out.add(id);
    }
  }
  return out;
}

function sameChoice(agenda: Agenda, one: string, other: string): boolean {
  return agenda.alternatives.some(({ projects }) => projects.includes(one) && projects.includes(other));
}
