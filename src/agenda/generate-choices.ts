import type { Agenda } from './agenda.ts';
import type { Alternative } from './choice.ts';
import { isEnded, isHeld, type Project } from './project.ts';
import { type Dice, dice } from './rng.ts';

/** Percent of the projects that could be left out that may be, and of the rest that stand in an alternative of two. */
const DROPPABLE_PERCENT = 40;
const ALTERNATIVE_PERCENT = 20;

/**
 * An invented agenda with choices: some of the projects that nobody waits for and no law asks for may be left out, and
 * some exclude each other. What could be planned before can still be: a choice only takes work away.
 */
export function withChoices(agenda: Agenda, seed: number): Agenda {
  const die = dice(seed ^ 0x5eed);
  const waited = new Set(agenda.projects.flatMap(({ dependencies }) => dependencies.map((link) => link.predecessor)));
  const open = agenda.projects.filter((project) => mayChoose(project) && !waited.has(project.id));
  const droppable = new Map(open.filter(() => die.chance(DROPPABLE_PERCENT)).map((one) => [one.id, leftOut(die, one)]));
  const rest = open.filter(({ id }) => !droppable.has(id) && die.chance(ALTERNATIVE_PERCENT));
  return {
    ...agenda,
    alternatives: pairs(rest).map(
      ([one, other], i): Alternative => ({
        id: `alternative-${i + 1}`,
        name: `${one.name} oder ${other.name}`.slice(0, 200),
        choice: die.chance(70) ? 'exactlyOne' : 'atMostOne',
        projects: [one.id, other.id],
      }),
    ),
    projects: agenda.projects.map((project) => {
      const loss = droppable.get(project.id);
      return loss ? { ...project, droppable: loss } : project;
    }),
  };
}

function mayChoose(project: Project): boolean {
  const free = project.commitmentClass === 'optional' || project.commitmentClass === 'decided';
  const statutory = project.deadlines.some(({ kind }) => kind === 'statutory');
  return free && !statutory && !isEnded(project) && !isHeld(project) && project.phases.length > 0;
}

function leftOut(die: Dice, { commitmentClass, deadlines }: Project): NonNullable<Project['droppable']> {
  const asked = commitmentClass === 'decided' || deadlines.length > 0;
  return { loss: die.between(1, 100), ...(asked ? { grounds: 'erfundener Beschluss' } : {}) };
}

function pairs(list: readonly Project[]): [Project, Project][] {
  return list.flatMap((one, i): [Project, Project][] => {
    const other = list[i + 1];
    return i % 2 === 0 && other ? [[one, other]] : [];
  });
}
