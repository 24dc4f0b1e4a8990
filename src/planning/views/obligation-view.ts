import { daysBetween, isDuty, isIllustrative, isInForce, type Obligation, type Project } from '../../agenda/index.ts';
import { deadlineLight, finishOfProject, type PlanContext, worstLight } from './plan-context.ts';
import type { Light, ObligationRow } from './schemas.ts';

/** Every duty of the register with the projects that cover it, its margin and its light. */
export function obligationRows(context: PlanContext): ObligationRow[] {
  return context.agenda.obligations.map((obligation) => obligationRow(context, obligation));
}

/**
 * One row per duty with a deadline and project that has to meet it: a must of the register, a project of class
 * mandatory. Projects that only help others to meet the duty do not count.
 */
export function dutiesWithDeadline(context: PlanContext): ObligationRow[] {
  return context.agenda.obligations
    .filter((obligation) => isDuty(obligation, context.asOf) && obligation.deadline !== undefined)
    .flatMap((obligation) =>
      coveringProjects(context, obligation)
        .filter(({ commitmentClass }) => commitmentClass === 'mandatory')
        .map((project) => rowOf(context, obligation, [project])),
    );
}

export function obligationRow(context: PlanContext, obligation: Obligation): ObligationRow {
  return rowOf(context, obligation, coveringProjects(context, obligation));
}

/** What the plan leaves out covers nothing: where several projects could fulfil a duty, the chosen one does. */
function coveringProjects({ agenda, dropped }: PlanContext, obligation: Obligation): Project[] {
  return agenda.projects.filter(
    ({ id, obligations, status }) =>
      obligations.includes(obligation.id) &&
      !dropped.has(id) &&
      status !== 'rejected' &&
      status !== 'stopped' &&
      status !== 'failed',
  );
}

function rowOf(context: PlanContext, obligation: Obligation, covering: readonly Project[]): ObligationRow {
  const finishes = covering.map((project) => finishOfProject(context, project));
  const finish = finishes.includes(null)
    ? null
    : finishes.reduce<string | null>((last, day) => (last === null || (day ?? '') > last ? day : last), null);
  const deadline = obligation.deadline ?? null;
  return {
    id: obligation.id,
    name: obligation.name,
    law: obligation.law,
    paragraph: obligation.paragraph,
    force: obligation.force,
    status: obligation.status,
    inForce: isInForce(obligation, context.asOf),
    addressee: obligation.addressee,
    deadline,
    trigger: obligation.trigger.kind,
    projects: covering.map((project) => ({
      id: project.id,
      name: project.shortName ?? project.name,
      finish: finishOfProject(context, project),
    })),
    finish,
    marginDays: deadline !== null && finish !== null ? daysBetween(finish, deadline) : null,
    light: lightOf(context, deadline, finish, covering),
    uncovered: isDuty(obligation, context.asOf) && covering.length === 0,
    illustrative: covering.some((project) => isIllustrative(project, 'phases')),
  };
}

function lightOf(
  { asOf }: PlanContext,
  deadline: string | null,
  finish: string | null,
  covering: readonly Project[],
): Light {
  if (deadline !== null && covering.length > 0) return deadlineLight(asOf, deadline, finish);
  if (covering.length === 0) return 'open';
  const states = covering.map(({ status }): Light => {
    if (status === 'succeeded') return 'done';
    if (status === 'inProgress') return 'running';
    return status === 'waiting' ? 'waiting' : 'open';
  });
  return states.every((state) => state === 'done') ? 'done' : worstLight(states.filter((state) => state !== 'done'));
}
