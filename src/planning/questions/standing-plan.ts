import type { Agenda } from '../../agenda/index.ts';
import type { Plan } from '../../solver/index.ts';
import { basePlan } from '../plan-agenda.ts';
import { toPlan } from '../translation/schedule.ts';
import { type Translation, translate } from '../translation/translate.ts';
import { hasChoice } from './chosen.ts';
import { type Residual, residualOf } from './residual.ts';

/** The plan that stands, as every question about a new project sees it: what does not depend on the project. */
export interface StandingPlan {
  agenda: Agenda;
  translation: Translation;
  base: Plan;
  /** What the plan leaves free. */
  residual: Residual;
}

/** Null where there is no plan yet, or where a new project may change which others are carried out. */
export function standingPlan(agenda: Agenda): StandingPlan | null {
  const version = basePlan(agenda);
  if (!version || hasChoice(agenda)) return null;
  const translation = translate(agenda);
  const base = toPlan(translation, version);
  const within = translation.blocks.every(({ activity, profiles }) => {
    const weeks = profiles[base.mode[activity] ?? 0]?.weeks ?? 0;
    return (base.start[activity] ?? -1) + weeks <= translation.horizon;
  });
  return within ? { agenda, translation, base, residual: residualOf(translation, base) } : null;
}
