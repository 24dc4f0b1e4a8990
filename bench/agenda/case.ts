import { type Agenda, generateAgenda, type Project } from '../../src/agenda/index.ts';
import { planAgenda, prepareCurve, prepareRepair } from '../../src/planning/index.ts';

/** A generated agenda whose plan is approved: the state in which a city asks its questions. */
export interface Case {
  readonly projects: number;
  readonly agenda: Agenda;
  /** Projects that the plan holds. */
  readonly open: readonly Project[];
  /** Monday on which a project starts in the plan. */
  readonly startOf: (project: string) => string;
  /** A motion: a project of the agenda once more, under a name of its own, bound to nothing. */
  readonly candidate: (number: number) => Project;
  /** Repairs the plan: prepared once, as a program does that shows the plan before anybody types. */
  readonly repair: ReturnType<typeof prepareRepair>;
  /** Extra capacity for every date of a motion: prepared once as well. */
  readonly curve: ReturnType<typeof prepareCurve>;
}

/** The plan of the case is searched so many steps: questions rest on a plan that is decent, not on the best. */
const STEPS = 200;

export function makeCase(projects: number, seed: number, choices = false): Case {
  const agenda = generateAgenda({ projects, seed, choices });
  const { plan } = planAgenda(agenda, { seed, limit: { iterations: STEPS } });
  if (!plan) throw new Error(`no plan was found for the generated agenda of ${projects} projects, seed ${seed}`);
  const planned = new Set(plan.phases.map(({ project }) => project));
  const open = agenda.projects.filter(({ id }) => planned.has(id));
  const approved: Agenda = { ...agenda, plans: [{ ...plan, id: 'approved', status: 'approved' }] };
  return {
    projects,
    agenda: approved,
    open,
    repair: prepareRepair(approved, plan),
    curve: prepareCurve(approved),
    startOf: (project) => plan.phases.find((phase) => phase.project === project)?.start ?? agenda.planStart,
    candidate: (number) => {
      const model = pick(open, number);
      return {
        ...model,
        id: `motion-${number}`,
        name: `Motion ${number}`,
        dependencies: [],
        deadlines: [],
        prerequisites: [],
      };
    },
  };
}

/** Item `number` of a walk over the list that soon visits every part of it: steps of about the golden section. */
export function pick<T>(items: readonly T[], number: number): T {
  return items[Math.floor((number * 0.618_034 * items.length) % items.length)] as T;
}
