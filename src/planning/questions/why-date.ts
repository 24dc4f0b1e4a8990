import { type Agenda, fridayBeforeWeek, mondayOfWeek, type PlanVersion } from '../../agenda/index.ts';
import type { Plan } from '../../solver/index.ts';
import { spanOf, toPlan } from '../translation/schedule.ts';
import { translate } from '../translation/translate.ts';
import type { WhyDate } from '../views/schemas.ts';
import { explainDate, relaxAll } from './explain.ts';
import { insertFrozen } from './insertion.ts';
import { ownRelaxations, type Relaxation, resourceRelaxations } from './relaxations.ts';

/**
 * "Warum dieses Datum?" for one project of a plan: every other project stays where it is, each fact is relaxed, and
 * the project is inserted anew. Null for a project that the plan does not hold.
 */
export function whyDate(agenda: Agenda, version: PlanVersion, id: string): WhyDate | null {
  const project = agenda.projects.find((entry) => entry.id === id);
  const translation = translate(agenda);
  const planned = translation.byProject.get(id);
  if (!project || !planned || !version.phases.some((phase) => phase.project === id)) return null;
  const span = spanOf(planned, toPlan(translation, version));
  const relaxations = [...resourceRelaxations(agenda, project), ...ownRelaxations(project)];
  const startOf = (set: readonly Relaxation[]): number | null => {
    const relaxed = relaxAll(agenda, project, set);
    const changed = translate(relaxed.agenda, [relaxed.candidate]);
    const own = changed.byProject.get(id);
    return own ? (insertFrozen(changed, withoutProject(changed, version, id), own)?.start ?? null) : null;
  };
  const alone = () => relaxations.map((fact) => startOf([fact]));
  const held = project.fixedStart !== undefined || version.pins?.some((pin) => pin.project === id);
  const explanation = held ? { reasons: [], notBinding: [] } : explainDate(relaxations, span.start, alone(), startOf);
  return {
    project: id,
    start: mondayOfWeek(translation.weeks, span.start),
    finish: fridayBeforeWeek(translation.weeks, span.end),
    ...explanation,
  };
}

function withoutProject(translation: ReturnType<typeof translate>, version: PlanVersion, id: string): Plan {
  return toPlan(translation, { phases: version.phases.filter((phase) => phase.project !== id) });
}
