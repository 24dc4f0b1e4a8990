import { type Agenda, type Criterion, needsOfProject, type Project, speakingFor } from '../../agenda/index.ts';

/** What a criterion counts for a project; null where the agenda says nothing. */
type Count = (project: Project) => number | null;

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

/** Work of the delivery mode that is settled, else of the first one; null while there is none. */
function workOf(project: Project) {
  const mode = project.fixedMode ?? project.modes[0]?.id ?? '';
  const work = project.phases.flatMap((phase) => phase.work[mode] ?? []);
  return work.length === 0 ? null : work;
}

function countFor(agenda: Agenda, { measure }: Criterion): Count {
  switch (measure) {
    case 'cases':
      return ({ caseNumberPerYear }) => caseNumberPerYear ?? null;
    case 'needs':
      // A need and those merged into it are one wish.
      return ({ id }) => {
        const wishes = needsOfProject(agenda, id).map((need) => speakingFor(agenda.needs, need));
        return sumOf([...new Set(wishes)].map(({ weight }) => weight));
      };
    case 'strategies': {
      const binding = agenda.strategies.filter((one) => one.binding && one.status === 'adopted');
      return ({ id, strategies }) =>
        binding.filter((one) => strategies.includes(one.id) || one.goals.some((goal) => goal.projects?.includes(id)))
          .length;
    }
    case 'cost':
      return (project) => {
        const work = workOf(project);
        return work && sumOf(work.flatMap(({ costs }) => costs.map(({ cents }) => cents)));
      };
    default:
      return (project) => {
        const work = workOf(project);
        return work && sumOf(work.flatMap(({ effortTenths }) => Object.values(effortTenths)));
      };
  }
}

/**
 * Points of every project for a criterion, in tenths (0 to 1000); null where nobody has given any and nothing can be
 * counted.
 */
export function tenthsFor(agenda: Agenda, projects: readonly Project[], criterion: Criterion): (number | null)[] {
  if (criterion.measure === 'points') {
    return projects.map(({ priority }) => {
      const points = priority?.[criterion.id];
      return points === undefined ? null : Math.round(points * 10);
    });
  }
  const count = countFor(agenda, criterion);
  const counts = projects.map(count);
  const most = Math.max(0, ...counts.map((one) => one ?? 0));
  const lessIsBetter = criterion.measure === 'effort' || criterion.measure === 'cost';
  return counts.map((one) => {
    if (one === null) return null;
    const share = most === 0 ? 0 : Math.round((one / most) * 1000);
    return lessIsBetter ? 1000 - share : share;
  });
}
