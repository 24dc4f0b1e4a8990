import { type Agenda, mondayOfWeek, type Project, type Team } from '../../agenda/index.ts';
import type { Answer, Placement, TradeOff } from '../answer.ts';
import { ENGINE_VERSION } from '../engine.ts';
import { firstWeekOfNextBudgetYear } from '../translation/supply.ts';
import { balanceWeek, moneyBalances, teamBalances } from './balance.ts';
import { type Setting, settingFor } from './candidate.ts';
import { droppableSets, droppedSetting, tradeOffByDropping } from './drops.ts';
import { extraCapacity } from './extra-capacity.ts';
import { type KeptResult, keptEarliest, placementOf } from './kept.ts';
import { proveKept } from './kept-proof.ts';
import { keptFacts, keptReasons, relaxedVariant } from './kept-reasons.ts';
import { withLeast } from './least-extra.ts';
import { measureOf, measurePlans, measureSetting } from './measures.ts';
import { type QuestionOptions, Run } from './run.ts';
import { displacingEarliest, dutiesOf, tradeOffAt } from './trade-offs.ts';
import { untouchedPlacement } from './untouched.ts';
import { searchAgain, searchVariant, sharePlans, type Variant } from './variant.ts';
import { settleVariants } from './variant-proof.ts';

/** The date of the headline is searched longer than what is compared with it: once before and once after. */
const MAIN_SHARE = 2;
const AGAIN_SHARE = 1;

/** Dropping several projects opens dates far ahead, which take longer to find. */
const DROP_SHARE = 2;

/** With few promises left to keep this is quick, as a rule. */
const DISPLACING_SHARE = 1.5;

/** Share of the search steps for a fact that is relaxed: enough to see whether the date moves. */
const REASON_SHARE = 0.2;

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
  const until = balanceWeek(translation);
  const teams = teamBalances(translation, base, planned, until);
  const found = searchAll(setting, run, teams);
  const { kept } = found.base;
  const keptPlacement = kept ? placementOfKept(setting, kept) : null;
  const displacing = searchDisplacing(setting, run, kept);
  const explanation = keptReasons(found.base, found.facts, found.relaxed, run.search(REASON_SHARE));
  return {
    candidate: candidate.id,
    askedStart: mondayOfWeek(translation.weeks, askedWeek),
    untouched: untouchedPlacement(setting),
    kept: keptPlacement,
    displacing: displacing ? placementOfKept(setting, displacing) : null,
    tradeOffs: [
      ...(keptPlacement ? [keepAll(keptPlacement)] : []),
      ...found.drops.flatMap(({ ids, variant }) => tradeOffByDropping(ids, variant) ?? []),
      ...forcedTradeOffs(setting, run, kept, displacing?.span.start ?? askedWeek),
    ],
    extra: extraFor(setting, run),
    measures: found.measures.map(({ plan, variant }) => measureOf(plan, found.base, variant)),
    reasons: explanation.reasons,
    notBinding: explanation.notBinding,
    bottleneck: found.bottleneck,
    teams,
    money: moneyBalances(translation, base, planned, until, agenda.budgetLines),
    engine: {
      version: ENGINE_VERSION,
      seed: options.seed,
      iterations: found.iterations,
      complete: !run.stopped,
      inputsHash: null,
    },
  };
}

/** What extra capacity suffices for the start that is asked for; where the run is to prove, also what is needed at the least. */
function extraFor(setting: Setting, run: Run): Answer['extra'] {
  const { translation, base, planned, askedWeek } = setting;
  const extra = extraCapacity(translation, base, planned, askedWeek);
  if (!extra || !run.proves) return extra;
  return run.part(() => withLeast(setting, extra, run.cancelled)) ?? extra;
}

/** The earliest date when only duties are kept: searched, and settled where the run is to prove. */
function searchDisplacing(setting: Setting, run: Run, kept: KeptResult | null): KeptResult | null {
  const known = kept ? { known: kept.plan } : {};
  const found = run.part(() => displacingEarliest(setting, { ...run.search(DISPLACING_SHARE), ...known }));
  if (!found || !run.proves) return found;
  const { translation, base, planned } = setting;
  const effort = run.effort(translation);
  return run.part(() => proveKept(translation, base, planned, found, effort, dutiesOf(base))) ?? found;
}

/** Searches the kept date as it stands and under every change that is asked about, and shares what was found. */
function searchAll(setting: Setting, run: Run, teams: Answer['teams']) {
  const { translation, base, planned } = setting;
  const kept = run.part(() => keptEarliest(translation, base, planned, run.search(MAIN_SHARE)));
  const first: Variant = { setting, kept };
  const late = kept !== null && kept.span.start > setting.askedWeek;
  const facts = late ? keptFacts(setting) : [];
  const relaxed = facts.map((fact) => run.part(() => relaxedVariant(first, [fact], run.search(REASON_SHARE))));
  const bottleneck = bottleneckOf(first, facts, relaxed, teams);
  const plans = late ? plansFor(setting, bottleneck, teams) : [];
  const sets = late && bottleneck !== null ? droppableSets(setting, bottleneck) : [];
  const search = (changed: Setting, share: number) => run.part(() => searchVariant(changed, first, run.search(share)));
  const measured = plans.map((plan) => search(measureSetting(setting, plan), 1));
  const dropped = sets.map((ids) => search(droppedSetting(setting, ids), DROP_SHARE));
  const others = [...relaxed, ...measured, ...dropped].filter((variant) => variant !== null);
  const dated = new Set([first, ...measured, ...dropped].map((variant) => variant?.setting));
  const reported = (variant: Variant) => dated.has(variant.setting);
  const again = late ? run.part(() => searchAgain(first, others, run.search(AGAIN_SHARE))) : null;
  const found = sharePlans([again ?? first, ...others]);
  const shared = run.proves ? settleVariants(found, reported, run) : found;
  const improved = (variant: Variant | null) => shared.find(({ setting: same }) => same === variant?.setting) ?? null;
  return {
    base: improved(first) ?? first,
    facts,
    relaxed: relaxed.map(improved),
    bottleneck,
    measures: plans.flatMap((plan, i) => pair('plan', plan, improved(measured[i] ?? null))),
    drops: sets.flatMap((ids, i) => pair('ids', ids, improved(dropped[i] ?? null))),
    iterations: shared.reduce((sum, variant) => sum + (variant.kept?.iterations ?? 0), 0),
  };
}

function pair<K extends string, T>(key: K, value: T, variant: Variant | null) {
  return variant ? [{ [key]: value, variant } as Record<K, T> & { variant: Variant }] : [];
}

/** The team whose relaxation gains most; if none gains, the fullest that the candidate needs. */
function bottleneckOf(
  first: Variant,
  facts: ReturnType<typeof keptFacts>,
  relaxed: readonly (Variant | null)[],
  teams: Answer['teams'],
): string | null {
  let best: { team: string; start: number } | null = null;
  facts.forEach(({ team }, i) => {
    const start = relaxed[i]?.kept?.span.start ?? Number.POSITIVE_INFINITY;
    if (team !== null && start < (best?.start ?? first.kept?.span.start ?? 0)) best = { team, start };
  });
  const found = best as { team: string } | null;
  return found?.team ?? fullest(teams.filter(({ neededTenths }) => neededTenths > 0))[0] ?? null;
}

function plansFor(setting: Setting, bottleneck: string | null, balances: Answer['teams']) {
  const team = (id: string | undefined): Team | null => setting.agenda.teams.find((entry) => entry.id === id) ?? null;
  const first = team(bottleneck ?? undefined);
  const others = fullest(balances.filter((entry) => entry.neededTenths > 0 && entry.team !== bottleneck));
  return first ? measurePlans(setting, first, team(others[0])) : [];
}

/** Teams by load until the balance week, fullest first. */
function fullest(teams: Answer['teams']): string[] {
  return teams
    .toSorted((a, b) => b.plannedTenths * a.availableTenths - a.plannedTenths * b.availableTenths)
    .map(({ team }) => team);
}

function placementOfKept(setting: Setting, kept: KeptResult): Placement {
  const { candidate, planned, translation, askedWeek } = setting;
  const { start, end } = kept.span;
  const proven = kept.proven || start === askedWeek;
  const mode = candidate.modes[kept.plan.mode[planned.blocks[0]?.activity ?? 0] ?? 0]?.id ?? '';
  const notBefore = proven ? start : Math.max(askedWeek, kept.boundEnd - (end - start));
  return placementOf(translation.weeks, kept.span, mode, proven ? 'proven' : 'bestFound', notBefore);
}

/** The line to compare with: nothing slips and nothing is dropped. */
function keepAll({ start, finish, quality }: Placement): TradeOff {
  const none = { dropped: [], displaced: [], lateWeeks: 0, lateWeeksAtLeast: 0, dutiesMissed: [] };
  return { kind: 'keepAll', start, finish, ...none, quality };
}

/** What a start in the next budget year costs, or as early as displacing allows; nothing if keeping all is as early. */
function forcedTradeOffs(setting: Setting, run: Run, kept: KeptResult | null, displacingWeek: number): TradeOff[] {
  const forced = Math.max(displacingWeek, firstWeekOfNextBudgetYear(setting.agenda));
  if (kept && forced >= kept.span.start) return [];
  return (['protectDuties', 'protectDecided'] as const).flatMap(
    (kind) => run.part(() => tradeOffAt(setting, forced, kind, run.search(1))) ?? [],
  );
}
