import { type Agenda, firstWeekFrom, type Project } from '../../agenda/index.ts';
import type { Plan } from '../../solver/index.ts';
import { basePlan, planAgenda, type SearchOptions } from '../plan-agenda.ts';
import { extended } from '../translation/extend.ts';
import type { PlannedProject } from '../translation/planned.ts';
import { toPlan } from '../translation/schedule.ts';
import { type Translation, translate } from '../translation/translate.ts';
import { chosenAgenda, replacedBy, takenInstead } from './chosen.ts';
import type { StandingPlan } from './standing-plan.ts';

/** A candidate project on top of the plan that dates rest on: the setting in which every question is asked. */
export interface Setting {
  agenda: Agenda;
  candidate: Project;
  translation: Translation;
  /** The candidate in the translation. */
  planned: PlannedProject;
  /** The base plan; the candidate is not placed in it. */
  base: Plan;
  /** First week in which the candidate could start if nothing else bound it. */
  askedWeek: number;
  choice: SettingChoice;
}

/** What the whole agenda says about leaving out; the setting's own agenda holds what the base plan chose. */
export interface SettingChoice {
  /** Projects of the base plan that stand back if the candidate is carried out. */
  replaced: readonly string[];
  /** Projects that may be left out by their own record. */
  droppable: ReadonlySet<string>;
  /** Projects of which exactly one has to be carried out. */
  needed: ReadonlySet<string>;
}

/** The candidate as a project that is carried out in any case. */
function certain(chosen: Agenda, candidate: Project): Project {
  const { droppable: _, ...rest } = candidate;
  const dependencies = rest.dependencies.filter(
    ({ predecessor }) => predecessor === candidate.id || chosen.projects.some(({ id }) => id === predecessor),
  );
  return candidate.droppable === undefined && dependencies.length === rest.dependencies.length
    ? candidate
    : { ...rest, dependencies };
}

function openChoice({ projects, alternatives }: Agenda): Pick<SettingChoice, 'droppable' | 'needed'> {
  const exactlyOne = alternatives.filter(({ choice }) => choice === 'exactlyOne');
  return {
    droppable: new Set(projects.flatMap(({ id, droppable }) => (droppable ? [id] : []))),
    needed: new Set(exactlyOne.flatMap((one) => one.projects)),
  };
}

/** The candidate cannot be planned: it has no phases or waits for something that has no date. */
export class CandidateError extends Error {
  readonly candidate: string;
  constructor(candidate: string, message: string) {
    super(message);
    this.name = 'CandidateError';
    this.candidate = candidate;
  }
}

/**
 * Puts a candidate beside the agenda's base plan. An agenda without any kept plan is planned first.
 *
 * @throws CandidateError when the candidate cannot be dated
 */
export function settingFor(agenda: Agenda, asked: Project, options: SearchOptions): Setting {
  const taken = takenInstead(agenda, asked.id);
  if (taken) throw new CandidateError(asked.id, `the alternative ${taken.id} has begun, is fixed or done`);
  const version = basePlan(agenda) ?? planAgenda(agenda, options).plan ?? undefined;
  const chosen = chosenAgenda(agenda, version, [asked.id]);
  const candidate = certain(chosen, asked);
  const translation = translate(chosen, [candidate]);
  const planned = translation.byProject.get(candidate.id);
  if (!planned) {
    throw new CandidateError(
      candidate.id,
      'the candidate has no phases, is finished, or waits for an undated prerequisite',
    );
  }
  const base = toPlan(translation, version ?? { phases: [] });
  for (const { activity } of planned.blocks) base.start[activity] = -1;
  const choice = { replaced: replacedBy(agenda, version, candidate.id), ...openChoice(agenda) };
  return { agenda: chosen, candidate, choice, translation, planned, base, askedWeek: askedWeek(translation, planned) };
}

/** The same as {@link settingFor}, quickly; null where the candidate changes more than it adds. */
export function settingOn({ agenda, translation: known, base: before }: StandingPlan, asked: Project): Setting | null {
  const candidate = certain(agenda, asked);
  const translation = extended(agenda, known, candidate);
  const planned = translation?.byProject.get(candidate.id);
  if (!translation || !planned) return null;
  const count = translation.blocks.length;
  const base = { start: new Int32Array(count).fill(-1), mode: new Int32Array(count) };
  base.start.set(before.start);
  base.mode.set(before.mode);
  const choice = { replaced: [], droppable: new Set<string>(), needed: new Set<string>() };
  return { agenda, candidate, choice, translation, planned, base, askedWeek: askedWeek(translation, planned) };
}

function askedWeek({ input, weeks }: Translation, { project, blocks }: PlannedProject): number {
  const release = input.activities[blocks[0]?.activity ?? 0]?.release ?? 0;
  return Math.max(release, project.fixedStart ? firstWeekFrom(weeks, project.fixedStart) : 0);
}

/** The same question on a changed agenda, resting on the same kept plan. */
export function changedSetting(setting: Setting, agenda: Agenda, candidate: Project = setting.candidate): Setting {
  const translation = translate(agenda, [candidate], setting.translation);
  const planned = translation.byProject.get(candidate.id);
  if (!planned) throw new CandidateError(candidate.id, 'the change makes the candidate undated');
  const base = carried(setting, translation, setting.base);
  for (const { activity } of planned.blocks) base.start[activity] = -1;
  return { ...setting, agenda, candidate, translation, planned, base };
}

/** A plan of the setting in the translation of a changed agenda: same weeks, what is gone left out, what is new without a start. */
export function carried(setting: Setting, translation: Translation, plan: Plan): Plan {
  const count = translation.blocks.length;
  const result = { start: new Int32Array(count).fill(-1), mode: new Int32Array(count) };
  for (const { project, blocks } of translation.projects) {
    const before = setting.translation.byProject.get(project.id)?.blocks ?? [];
    if (before.length !== blocks.length) continue;
    blocks.forEach(({ activity }, i) => {
      const from = before[i]?.activity ?? -1;
      result.start[activity] = plan.start[from] ?? -1;
      result.mode[activity] = plan.mode[from] ?? 0;
    });
  }
  return result;
}
