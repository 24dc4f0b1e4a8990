import { type Agenda, fridayBeforeWeek, mondayOfWeek, type Project } from '../../agenda/index.ts';
import { promisesOf } from '../translation/levels.ts';
import type { Alternative, AlternativeChoice, Alternatives } from './alternative-schemas.ts';
import { changedSetting, type Setting, settingFor } from './candidate.ts';
import { applyChanges } from './changes.ts';
import { extraCapacity } from './extra-capacity.ts';
import { type KeptResult, keptEarliest } from './kept.ts';
import { proveKept } from './kept-proof.ts';
import { type QuestionOptions, Run } from './run.ts';
import { displacedProjects, tradeOffAt } from './trade-offs.ts';

type Change = Pick<Alternative, 'kind' | 'mode' | 'changes'>;

/**
 * The ways to do what a paper asks, computed side by side: as asked, later, smaller, with a partner, with more posts. A
 * way that needs a choice nobody has made (what to leave out, how many posts) is not among them, nor one that the
 * project has no second delivery mode for. Same inputs and options give the same table.
 *
 * @throws CandidateError when the candidate cannot be dated
 */
export function alternativesFor(
  agenda: Agenda,
  candidate: Project,
  choice: AlternativeChoice,
  options: QuestionOptions,
): Alternatives {
  const run = new Run(options);
  const setting = settingFor(agenda, candidate, run.search(1));
  const kept = searched(setting, run);
  const usual = modeOf(setting, kept);
  const later = keptRow({ kind: 'later', mode: usual, changes: [] }, setting, kept);
  const rows = [run.part(() => askedRow(setting, run)), later, ...changedRows(setting, choice, usual, run)];
  return { candidate: candidate.id, choice, rows: rows.filter((row) => row !== null) };
}

/** The project with less in it: without the phases named, with effort and costs in proportion; as it is where nothing is left out. */
export function smallerProject(project: Project, { without, effortPercent }: AlternativeChoice): Project {
  const part = (value: number): number => Math.round((value * effortPercent) / 100);
  const phases = project.phases
    .filter((phase) => !without.includes(phase.id))
    .map((phase) => ({
      ...phase,
      work: Object.fromEntries(
        Object.entries(phase.work).map(([mode, work]) => [
          mode,
          {
            ...work,
            effortTenths: Object.fromEntries(Object.entries(work.effortTenths).map(([team, t]) => [team, part(t)])),
            costs: work.costs.map((cost) => ({ ...cost, cents: part(cost.cents) })),
          },
        ]),
      ),
    }));
  return { ...project, phases };
}

/** The project in one delivery mode only. */
export const inMode = (project: Project, mode: string): Project => ({
  ...project,
  modes: project.modes.filter((one) => one.id === mode),
});

const isSmaller = ({ without, effortPercent }: AlternativeChoice): boolean => without.length > 0 || effortPercent < 100;

/** What changes the project or the agenda: each dated like the later one, as soon as every promise can be kept. */
function changedRows(setting: Setting, choice: AlternativeChoice, usual: string, run: Run): (Alternative | null)[] {
  const { agenda, candidate } = setting;
  const row = (change: Change, project: Project, changes: Alternative['changes'] = []) =>
    run.part(() => {
      const changed = changedSetting(setting, applyChanges(agenda, changes), project);
      const kept = searched(changed, run);
      return keptRow({ ...change, mode: modeOf(changed, kept), changes }, changed, kept);
    });
  const smaller = smallerProject(candidate, choice);
  const others = candidate.modes.filter((mode) => mode.id !== usual);
  const { posts } = choice;
  return [
    ...(isSmaller(choice) && smaller.phases.length > 0
      ? [row({ kind: 'smaller', mode: usual, changes: [] }, smaller)]
      : []),
    ...others.map((mode) => row({ kind: 'partner', mode: mode.id, changes: [] }, inMode(candidate, mode.id))),
    ...(posts ? [row({ kind: 'posts', mode: usual, changes: [] }, candidate, [{ kind: 'posts', ...posts }])] : []),
  ];
}

/** The earliest date that keeps every promise, settled where the run is to prove. */
function searched({ translation, base, planned }: Setting, run: Run): KeptResult | null {
  const found = run.part(() => keptEarliest(translation, base, planned, run.search(2)));
  if (!found || !run.proves) return found;
  return run.part(() => proveKept(translation, base, planned, found, run.effort(translation))) ?? found;
}

function modeOf({ candidate, planned }: Setting, kept: KeptResult | null): string {
  const index = kept?.plan.mode[planned.blocks[0]?.activity ?? 0] ?? 0;
  return (candidate.modes[index] ?? candidate.modes[0])?.id ?? '';
}

function keptRow(change: Change, setting: Setting, kept: KeptResult | null): Alternative {
  const { translation, base, askedWeek } = setting;
  const proven = kept !== null && (kept.proven || kept.span.start === askedWeek);
  return {
    ...change,
    dates: kept && {
      start: mondayOfWeek(translation.weeks, kept.span.start),
      finish: fridayBeforeWeek(translation.weeks, kept.span.end),
    },
    quality: proven ? 'proven' : 'bestFound',
    ...needsOf(setting.candidate, change.mode),
    displaced: kept ? displacedProjects(setting, kept.plan, promisesOf(base)) : [],
    extra: null,
  };
}

/** At the wished start whatever it costs the others, duties last; and what it would take to cost them nothing. */
function askedRow(setting: Setting, run: Run): Alternative {
  const { translation, base, planned, candidate, askedWeek } = setting;
  const forced = tradeOffAt(setting, askedWeek, 'protectDuties', run.search(1));
  const mode = candidate.modes[0]?.id ?? '';
  return {
    kind: 'asked',
    mode,
    changes: [],
    dates: forced && { start: forced.start, finish: forced.finish },
    quality: forced?.quality ?? 'bestFound',
    ...needsOf(candidate, mode),
    displaced: forced?.displaced ?? [],
    extra: extraCapacity(translation, base, planned, askedWeek),
  };
}

/** Effort by team and money by budget line of a project in one delivery mode. */
function needsOf({ phases }: Project, mode: string): Pick<Alternative, 'effort' | 'costs'> {
  const effort = new Map<string, number>();
  const costs = new Map<string, number>();
  for (const phase of phases) {
    const work = phase.work[mode];
    for (const [team, tenths] of Object.entries(work?.effortTenths ?? {}))
      effort.set(team, (effort.get(team) ?? 0) + tenths);
    for (const { budgetLine, cents } of work?.costs ?? []) costs.set(budgetLine, (costs.get(budgetLine) ?? 0) + cents);
  }
  return {
    effort: Array.from(effort, ([team, tenths]) => ({ team, tenths })),
    costs: Array.from(costs, ([budgetLine, cents]) => ({ budgetLine, cents })),
  };
}
