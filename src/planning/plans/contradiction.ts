import { type Agenda, type Fault, fault } from '../../agenda/index.ts';
import { type InfeasibleReason, makeProblem, whyImpossible } from '../../solver/index.ts';
import { type Translation, translate } from '../translation/translate.ts';
import { infeasibleText } from './check-plan.ts';

/**
 * What rules out every plan of an agenda whose records are sound one by one: fixed starts that together overload a team or a budget, a
 * project that fits nowhere beside them, money that is not enough over all years. Only what is certain without a search; null says
 * nothing about whether there is a plan.
 */
export function contradictionIn(agenda: Agenda): Fault | null {
  const translation = translate(agenda);
  const reason = whyImpossible(makeProblem({ ...translation.input, levels: [] }));
  if (reason === null) return null;
  const { de, en } = infeasibleText(agenda, reason);
  const held = heldIn(translation, reason);
  const [first] = held.length > 0 ? held : named(translation, reason);
  const index = agenda.projects.findIndex(({ id }) => id === first);
  const path = index < 0 ? [] : ['projects', index, ...(held.length > 0 ? ['fixedStart'] : [])];
  if (held.length === 0) return fault('noPlanPossible', path, de, en);
  return fault(
    'noPlanPossible',
    path,
    `${de} Dort liegen fest: „${held.join('“, „')}“.`,
    `${en} Held there: “${held.join('”, “')}”.`,
  );
}

/** Projects with a fixed start that use what is overloaded in the week or year that the reason names. */
function heldIn({ input, blocks, buckets, commitmentIndex }: Translation, reason: InfeasibleReason): string[] {
  if (reason.code !== 'frozenCapacity' && reason.code !== 'frozenBudget') return [];
  // Money was spent in the years before as well; an authorisation counts what begins in its own year.
  const firstWeek = ({ budget, bucket }: { budget: number; bucket: number }) =>
    [...commitmentIndex.values()].includes(budget) ? (buckets[budget]?.[bucket - 1]?.end ?? 0) : 0;
  const [from, until] =
    reason.code === 'frozenCapacity'
      ? [reason.period, reason.period + 1]
      : [firstWeek(reason), buckets[reason.budget]?.[reason.bucket]?.end ?? 0];
  const ids = input.activities.flatMap(({ frozen, modes }, activity) => {
    const mode = frozen && modes[frozen.mode];
    if (!mode || frozen.start >= until || frozen.start + mode.duration <= from) return [];
    const uses =
      reason.code === 'frozenCapacity'
        ? mode.demands?.some(({ resource }) => resource === reason.resource)
        : mode.costs?.some(({ budget }) => budget === reason.budget);
    return uses ? [blocks[activity]?.project.id ?? ''] : [];
  });
  return [...new Set(ids)];
}

/** The project that the reason is about, where it is about one. */
function named({ blocks, projects }: Translation, reason: InfeasibleReason): string[] {
  if ('activity' in reason) return [blocks[reason.activity]?.project.id ?? ''];
  return reason.code === 'selection' ? [projects[reason.group]?.project.id ?? ''] : [];
}
