import type { Decision, Plan, ProblemInput } from '../../solver/index.ts';
import type { PlannedProject } from '../translation/planned.ts';
import type { Translation } from '../translation/translate.ts';
import type { WhyNotFact } from './question-schemas.ts';

/** A fact that may be part of a conflict: a team, a budget line, or what holds of a project. */
export interface Fact {
  readonly kind: WhyNotFact['kind'];
  readonly id: string;
}

/** What is asked: a project's end by a week, while the others keep their promised end weeks. */
export interface Demanded {
  readonly translation: Translation;
  readonly project: PlannedProject;
  readonly due: number;
  readonly promised: ReadonlyMap<string, number>;
  /** The plan that misses the week. */
  readonly plan: Plan;
}

/** The problem in which only some facts hold, and which project each of its activities belongs to. */
export interface Reduced {
  readonly input: ProblemInput;
  readonly owners: readonly PlannedProject[];
}

/**
 * All facts that may keep the project from its due week, in the order in which a conflict should rather name them: capacity and money, own
 * conditions of the project and of what it waits for, then the promises of the others, those that end first at the front.
 */
export function factsOf({ translation, project, promised }: Demanded): Fact[] {
  const facts = (kind: Fact['kind'], ids: Iterable<string>): Fact[] => Array.from(ids, (id) => ({ kind, id }));
  const chain = chainOf(translation, project).map((one) => one.project);
  const others = [...promised].filter(([id]) => id !== project.project.id).toSorted(([, a], [, b]) => a - b);
  const ids = (projects: readonly { id: string }[]) => projects.map(({ id }) => id);
  const started = chain.filter((one) => one.fixedStart || one.earliestStart || one.prerequisites.length > 0);
  return [
    ...facts('teamCapacity', translation.teamIndex.keys()),
    ...facts('budget', translation.budgetIndex.keys()),
    ...facts('commitments', translation.commitmentIndex.keys()),
    ...facts('start', ids(started)),
    ...facts('dependency', ids(chain.filter(({ dependencies }) => dependencies.length > 0))),
    ...facts('deadlines', ids(others.map(([id]) => ({ id })))),
  ];
}

/** Those of the facts that a proof rests on; all of them where it does not say. */
export function factsWithin(
  { translation }: Demanded,
  facts: readonly Fact[],
  { input, owners }: Reduced,
  decision: Decision,
): Fact[] {
  if (decision.answer !== 'none' || !decision.grounds) return [...facts];
  const { resources, budgets, links, activities } = decision.grounds;
  const named = new Set([...activities].map((activity) => owners[activity]?.project.id));
  const waiting = new Set(
    [...links].flatMap((index) => {
      const link = input.links?.[index];
      const to = link && owners[link.to];
      return to && to !== owners[link.from] ? [to.project.id] : [];
    }),
  );
  return facts.filter(({ kind, id }) => {
    if (kind === 'teamCapacity') return resources.has(translation.teamIndex.get(id) ?? -1);
    if (kind === 'budget') return budgets.has(translation.budgetIndex.get(id) ?? -1);
    if (kind === 'commitments') return budgets.has(translation.commitmentIndex.get(id) ?? -1);
    if (kind === 'dependency') return waiting.has(id);
    // What is fixed works anyway, and a proof need not name it.
    const fixed = kind === 'start' && translation.byProject.get(id)?.project.fixedStart !== undefined;
    return fixed || named.has(id);
  });
}

/** The project and all that it waits for, directly or through others. */
function chainOf(translation: Translation, project: PlannedProject): PlannedProject[] {
  const found = new Set([project]);
  for (const one of found) for (const before of predecessorsOf(translation, one)) found.add(before);
  return [...found];
}

function predecessorsOf({ byProject }: Translation, { project }: PlannedProject): PlannedProject[] {
  return project.dependencies.flatMap(({ predecessor }) => byProject.get(predecessor) ?? []);
}

/**
 * The problem in which only these facts hold. Projects of which nothing is demanded are left out, and so is every use of what is not limited:
 * each makes plans easier, so that "no plan" stays true. Projects whose start is fixed stay: they work anyway.
 */
export function problemOf(demanded: Demanded, facts: readonly Fact[]): Reduced {
  const { translation } = demanded;
  const { input } = translation;
  const chain = new Set(chainOf(translation, demanded.project));
  const known = new Set(facts.map(({ kind, id }) => `${kind} ${id}`));
  const held = (kind: Fact['kind'], id: string): boolean => known.has(`${kind} ${id}`);
  /** Own conditions of projects outside the chain are no facts: they belong to the promise of that project. */
  const holds = (kind: Fact['kind'], one: PlannedProject) => !chain.has(one) || held(kind, one.project.id);
  const free = {
    resources: new Set([...translation.teamIndex].flatMap(([id, r]) => (held('teamCapacity', id) ? [] : [r]))),
    budgets: new Set([
      ...[...translation.budgetIndex].flatMap(([id, b]) => (held('budget', id) ? [] : [b])),
      ...[...translation.commitmentIndex].flatMap(([id, b]) => (held('commitments', id) ? [] : [b])),
    ]),
  };
  const members = membersOf(demanded, held, holds);
  const blocks = [...members].flatMap((one) => one.blocks.map(({ activity }) => ({ activity, one })));
  const activities = blocks.map(({ activity, one }) => {
    const { frozen, ...rest } = input.activities[activity] ?? { modes: [] };
    const promised = held('deadlines', one.project.id) ? demanded.promised.get(one.project.id) : undefined;
    const end = one === demanded.project ? demanded.due : promised;
    return {
      ...rest,
      release: holds('start', one) ? (rest.release ?? 0) : 0,
      ...(frozen && holds('start', one) ? { frozen } : {}),
      ...(end !== undefined && activity === one.blocks.at(-1)?.activity
        ? { deadline: inside(end, input.horizon) }
        : {}),
      modes: rest.modes.map((mode) => ({
        ...mode,
        demands: (mode.demands ?? []).filter(({ resource }) => !free.resources.has(resource)),
        costs: (mode.costs ?? []).filter(({ budget }) => !free.budgets.has(budget)),
      })),
    };
  });
  const place = new Map(blocks.map(({ activity, one }, i) => [activity, { i, one }]));
  const links = (input.links ?? []).flatMap((link) => {
    const [from, to] = [place.get(link.from), place.get(link.to)];
    if (!from || !to || (from.one !== to.one && !holds('dependency', to.one))) return [];
    return { ...link, from: from.i, to: to.i };
  });
  return { input: { ...input, activities, links, levels: [] }, owners: blocks.map(({ one }) => one) };
}

const inside = (week: number, horizon: number): number => Math.max(0, Math.min(week, horizon));

/** The project, who has promised an end, whom these wait for, and what has a fixed start. */
function membersOf(
  { translation, project }: Demanded,
  held: (kind: Fact['kind'], id: string) => boolean,
  holds: (kind: Fact['kind'], one: PlannedProject) => boolean,
): Set<PlannedProject> {
  const bound = ({ project: { id, fixedStart } }: PlannedProject) => held('deadlines', id) || fixedStart !== undefined;
  const members = new Set([project, ...translation.projects.filter(bound)]);
  for (const one of members) {
    if (holds('dependency', one)) for (const before of predecessorsOf(translation, one)) members.add(before);
  }
  return members;
}
