import type { PlanDifference } from '../../../planning/index.ts';
import type { Messages } from '../../language/de.ts';
import type { Format } from '../../language/format.ts';

/** What distinguishes two plans, in a few sentences. */
export function differenceInWords(difference: PlanDifference, t: Messages, f: Format): string[] {
  const { projects, unchanged, late, finish } = difference;
  const words = t.comparison;
  if (projects.length === 0) return [words.same];
  const of = (kind: PlanDifference['projects'][number]['kind']) => projects.filter((one) => one.kind === kind);
  const changed = of('changed');
  const later = changed.filter((one) => one.finishWeeks > 0 || (one.finishWeeks === 0 && one.startWeeks > 0)).length;
  const earlier = changed.filter((one) => one.finishWeeks < 0 || (one.finishWeeks === 0 && one.startWeeks < 0)).length;
  const modes = changed.filter((one) => one.modeChanged).length;
  const overdue = difference.duties.filter(
    ({ before, after }) => before !== null && after !== null && before < 0 && after < before,
  ).length;
  const sentences: (string | false)[] = [
    changed.length > 0 && words.moved(changed.length, earlier, later),
    unchanged > 0 && words.unchanged(unchanged),
    modes > 0 && words.modes(modes),
    of('new').length > 0 && words.added(of('new').length),
    of('removed').length > 0 && words.removed(of('removed').length),
    of('dropped').length > 0 && words.dropped(of('dropped').length),
    of('restored').length > 0 && words.restored(of('restored').length),
    of('deleted').length > 0 && words.deleted(of('deleted').length),
    late.statutory.before === 0 && late.statutory.after === 0
      ? words.allKept
      : words.lateStatutory(f.number(late.statutory.before), f.number(late.statutory.after)),
    overdue > 0 && words.overdueLater(overdue),
    late.promised.before !== late.promised.after &&
      words.latePromised(f.number(late.promised.before), f.number(late.promised.after)),
    finish.before !== finish.after &&
      finish.before !== null &&
      finish.after !== null &&
      words.finish(f.date(finish.before), f.date(finish.after)),
  ];
  return sentences.filter((one) => one !== false);
}
