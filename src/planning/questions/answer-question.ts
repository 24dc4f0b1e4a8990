import { type Agenda, mondayOfWeek, type Project, type Team } from '../../agenda/index.ts';
import type { Answer, Placement } from '../answer.ts';
import { ENGINE_VERSION } from '../engine.ts';
import type { SearchOptions } from '../plan-agenda.ts';
import { firstWeekOfNextBudgetYear } from '../translation/supply.ts';
import { balanceWeek, moneyBalances, teamBalances } from './balance.ts';
import { type Setting, settingFor } from './candidate.ts';
import { droppableSets, tradeOffByDropping } from './drops.ts';
import { extraCapacity } from './extra-capacity.ts';
import { insertFrozen } from './insertion.ts';
import { type KeptResult, keptEarliest, placementOf } from './kept.ts';
import { keptReasons } from './kept-reasons.ts';
import { computeMeasure, measurePlans } from './measures.ts';
import { displacingEarliest, tradeOffAt } from './trade-offs.ts';

/** How an answer may search. */
export interface QuestionOptions {
  seed: number;
  /** Search steps for the main question (the kept date). Each further question gets a share of it. */
  iterations?: number;
  /** Called before each part; `done` of `total` parts are finished. */
  onProgress?: (done: number, total: number) => void;
  /** True ends the run: the parts computed so far are returned, marked as incomplete. */
  cancelled?: () => boolean;
}

/** Steps after which the kept date of the examples no longer improves, with room to spare. */
export const DEFAULT_ITERATIONS = 4000;

/**
 * Answers "can this be done, by when, and what would it take?" for a candidate project on top of the plan that dates
 * rest on. Same agenda, candidate, seed and iterations give the same answer.
 *
 * @throws CandidateError when the candidate cannot be dated
 */
export function answerQuestion(agenda: Agenda, candidate: Project, options: QuestionOptions): Answer {
  const run = new Run(options);
  const setting = settingFor(agenda, candidate, run.search(1));
  const { translation, planned, base, askedWeek } = setting;
  const untouched = untouchedPlacement(setting);
  const kept = run.part(() => keptEarliest(translation, base, planned, run.search(1)));
  run.count(kept);
  const until = balanceWeek(translation);
  const teams = teamBalances(translation, base, planned, until);
  const keptPlacement = kept ? placementOfKept(setting, kept) : null;
  const explanation = kept && run.part(() => keptReasons(setting, kept, run.search(0.2)));
  const bottleneck = explanation?.reasons.find((reason) => reason.team)?.team ?? fullest(teams)[0] ?? null;
  const displacing = run.part(() =>
    displacingEarliest(setting, { ...run.search(0.5), ...(kept ? { known: kept.plan } : {}) }),
  );
  const extra = extraCapacity(translation, base, planned, askedWeek);
  return {
    candidate: candidate.id,
    askedStart: mondayOfWeek(translation.weeks, askedWeek),
    untouched,
    kept: keptPlacement,
    displacing: displacing ? placementOfKept(setting, displacing) : null,
    tradeOffs: tradeOffs(setting, run, kept, keptPlacement, bottleneck, displacing?.span.start ?? askedWeek),
    extra,
    measures: bottleneck === null || !kept ? [] : measures(setting, run, kept, bottleneck, teams),
    reasons: explanation?.reasons ?? [],
    notBinding: explanation?.notBinding ?? [],
    bottleneck,
    teams,
    money: moneyBalances(translation, base, planned, until, agenda.budgetLines),
    engine: {
      version: ENGINE_VERSION,
      seed: options.seed,
      iterations: run.iterations,
      complete: !run.stopped,
      inputsHash: null,
    },
  };
}

/** Counts parts and steps of one answer, and stops it between parts when the caller asks for it. */
class Run {
  iterations = 0;
  stopped = false;
  readonly #options: QuestionOptions;
  #done = 0;
  static readonly parts = 16;

  constructor(options: QuestionOptions) {
    this.#options = options;
  }

  search(share: number): SearchOptions {
    const iterations = Math.max(50, Math.round((this.#options.iterations ?? DEFAULT_ITERATIONS) * share));
    const { seed, cancelled } = this.#options;
    return { seed, limit: { iterations }, ...(cancelled ? { cancelled } : {}) };
  }

  part<T>(compute: () => T): T | null {
    if (this.#options.cancelled?.()) {
      this.stopped = true;
      return null;
    }
    this.#options.onProgress?.(Math.min(this.#done++, Run.parts - 1), Run.parts);
    const result = compute();
    if (this.#options.cancelled?.()) this.stopped = true;
    return result;
  }

  count(result: { iterations: number } | null): void {
    this.iterations += result?.iterations ?? 0;
  }
}

function untouchedPlacement({ translation, base, planned, candidate }: Setting): Placement | null {
  const found = insertFrozen(translation, base, planned);
  if (!found) return null;
  return placementOf(translation.weeks, found, candidate.modes[found.mode]?.id ?? '', 'exact', found.start);
}

function placementOfKept(setting: Setting, kept: KeptResult): Placement {
  const notBefore = Math.max(
    setting.askedWeek,
    kept.proven ? kept.span.start : kept.boundEnd - (kept.span.end - kept.span.start),
  );
  const quality = kept.proven || kept.span.start === setting.askedWeek ? 'proven' : 'bestFound';
  return placementOf(setting.translation.weeks, kept.span, modeOf(setting, kept.plan.mode), quality, notBefore);
}

function modeOf({ candidate, planned }: Setting, modes: Int32Array): string {
  return candidate.modes[modes[planned.blocks[0]?.activity ?? 0] ?? 0]?.id ?? '';
}

/** Teams by load until the balance week, fullest first. */
function fullest(teams: Answer['teams']): string[] {
  return teams
    .toSorted((a, b) => b.plannedTenths * a.availableTenths - a.plannedTenths * b.availableTenths)
    .map(({ team }) => team);
}

function tradeOffs(
  setting: Setting,
  run: Run,
  kept: KeptResult | null,
  placement: Placement | null,
  bottleneck: string | null,
  displacingWeek: number,
): Answer['tradeOffs'] {
  const list: (Answer['tradeOffs'][number] | null)[] = [];
  if (placement) {
    const { start, finish, quality } = placement;
    list.push({
      kind: 'keepAll',
      start,
      finish,
      dropped: [],
      displaced: [],
      lateWeeks: 0,
      lateWeeksAtLeast: 0,
      dutiesMissed: [],
      quality,
    });
  }
  const sets = bottleneck === null || !kept ? [] : droppableSets(setting, bottleneck);
  for (const ids of sets) list.push(kept && run.part(() => tradeOffByDropping(setting, kept, ids, run.search(1))));
  const forced = Math.max(displacingWeek, firstWeekOfNextBudgetYear(setting.agenda));
  const keptStart = placement?.start ?? '9999-12-31';
  if (mondayOfWeek(setting.translation.weeks, forced) < keptStart) {
    for (const kind of ['protectDuties', 'protectDecided'] as const) {
      list.push(run.part(() => tradeOffAt(setting, forced, kind, run.search(1))));
    }
  }
  return list.filter((entry) => entry !== null);
}

function measures(
  setting: Setting,
  run: Run,
  kept: KeptResult,
  bottleneck: string,
  balances: Answer['teams'],
): Answer['measures'] {
  const team = (id: string | undefined): Team | null => setting.agenda.teams.find((entry) => entry.id === id) ?? null;
  const first = team(bottleneck);
  if (!first) return [];
  const needed = fullest(balances.filter((entry) => entry.neededTenths > 0 && entry.team !== bottleneck));
  return measurePlans(setting, first, team(needed[0]))
    .map((plan) => run.part(() => computeMeasure(setting, plan, kept, run.search(1))))
    .filter((entry) => entry !== null);
}
