import type { Team } from '../../agenda/index.ts';
import type { Answer } from '../answer.ts';
import type { Setting } from './candidate.ts';
import { droppableSets, droppedSetting } from './drops.ts';
import { keptEarliest } from './kept.ts';
import { type Facts, relaxFacts } from './kept-facts.ts';
import { type MeasurePlan, measurePlans, measureSetting } from './measures.ts';
import type { Run } from './run.ts';
import { searchAgain, searchVariant, sharePlans, type Variant } from './variant.ts';
import { settleVariants } from './variant-proof.ts';

/** The date of the headline is searched longer than what is compared with it: once before and once after. */
const MAIN_SHARE = 2;
const AGAIN_SHARE = 1;

/** Dropping several projects opens dates far ahead, which take longer to find. */
const DROP_SHARE = 2;

/** For a measure that grants no more than what was without effect, where dates are to be proven: no more than its bound. */
const NO_SHARE = 0;

/** The kept date as it stands and under every change that is asked about. */
export interface KeptSearches {
  base: Variant;
  facts: Facts;
  bottleneck: string | null;
  measures: readonly { plan: MeasurePlan; variant: Variant }[];
  drops: readonly { ids: readonly string[]; variant: Variant }[];
  iterations: number;
}

/** Searches the kept date as it stands and under every change that is asked about, and shares what was found. */
export function searchKept(setting: Setting, run: Run, teams: Answer['teams']): KeptSearches {
  const { translation, base, planned } = setting;
  const kept = run.part(() => keptEarliest(translation, base, planned, run.search(MAIN_SHARE)));
  const needed = fullest(teams.filter(({ neededTenths }) => neededTenths > 0));
  const facts = relaxFacts({ setting, kept }, needed[0] ?? null, run);
  const { first } = facts;
  const late = first.kept !== null && first.kept.span.start > setting.askedWeek;
  const bottleneck = bottleneckOf(facts) ?? needed[0] ?? null;
  const plans = late ? plansFor(setting, bottleneck, needed) : [];
  const sets = late && bottleneck !== null ? droppableSets(setting, bottleneck) : [];
  const search = (changed: () => Setting, share: number) =>
    run.part(() => searchVariant(changed(), first, run.comparison(share)));
  const useless: MeasurePlan[] = [];
  const measured = plans.map((plan) => {
    const hopeless = isWithin(plan, facts) || useless.some((more) => isMore(more, plan));
    if (hopeless && !run.proves) return run.part(() => withoutEffect(first));
    const found = search(() => measureSetting(setting, plan), hopeless ? NO_SHARE : 1);
    if (found?.kept && first.kept && found.kept.span.end >= first.kept.span.end) useless.push(plan);
    return found;
  });
  const dropped = sets.map((ids) => search(() => droppedSetting(setting, ids), DROP_SHARE));
  const others = [...facts.relaxed, ...facts.together, ...measured, ...dropped].filter((variant) => variant !== null);
  const dated = new Set([first, ...measured, ...dropped].map((variant) => variant?.setting));
  const reported = (variant: Variant) => dated.has(variant.setting);
  const again = late ? run.part(() => searchAgain(first, others, run.search(AGAIN_SHARE))) : null;
  const found = sharePlans([again ?? first, ...others], run.cancelled);
  const shared = run.proves ? settleVariants(found, reported, run) : found;
  const improved = (variant: Variant | null) => shared.find(({ setting: same }) => same === variant?.setting) ?? null;
  return {
    base: improved(first) ?? first,
    facts: { ...facts, relaxed: facts.relaxed.map(improved) },
    bottleneck,
    measures: plans.flatMap((plan, i) => pair('plan', plan, improved(measured[i] ?? null))),
    drops: sets.flatMap((ids, i) => pair('ids', ids, improved(dropped[i] ?? null))),
    iterations: shared.reduce((sum, variant) => sum + (variant.kept?.iterations ?? 0), 0),
  };
}

/** A change that allows more and is known to gain nothing: what holds without it. That nothing earlier exists is not proven. */
function withoutEffect({ setting, kept }: Variant): Variant {
  return { setting: { ...setting }, kept: kept && { ...kept, boundEnd: 0, proven: false } };
}

function pair<K extends string, T>(key: K, value: T, variant: Variant | null) {
  return variant ? [{ [key]: value, variant } as Record<K, T> & { variant: Variant }] : [];
}

/** The team whose relaxation gains most; null if none gains. */
function bottleneckOf({ first, facts, relaxed }: Facts): string | null {
  let best: { team: string; start: number } | null = null;
  facts.forEach(({ team }, i) => {
    const start = relaxed[i]?.kept?.span.start ?? Number.POSITIVE_INFINITY;
    if (team !== null && start < (best?.start ?? first.kept?.span.start ?? 0)) best = { team, start };
  });
  const found = best as { team: string } | null;
  return found?.team ?? null;
}

function plansFor(setting: Setting, bottleneck: string | null, needed: readonly string[]) {
  const team = (id: string | undefined): Team | null => setting.agenda.teams.find((entry) => entry.id === id) ?? null;
  const first = team(bottleneck ?? undefined);
  return first ? measurePlans(setting, first, team(needed.find((id) => id !== bottleneck))) : [];
}

/** Whether a measure grants nothing beyond the facts that were relaxed together without effect. */
function isWithin({ team, withMoney }: MeasurePlan, { facts, harmless }: Facts): boolean {
  const granted = facts.filter((fact) => (fact.team !== null ? fact.team === team?.id : fact.budgetLine && withMoney));
  return granted.length > 0 && granted.every((fact) => harmless.has(fact));
}

/** Whether one measure grants all that the other grants: where it gains nothing, the other cannot gain anything either. */
function isMore(one: MeasurePlan, other: MeasurePlan): boolean {
  const posts =
    other.team === null ||
    (one.team?.id === other.team.id && one.fte >= other.fte && (one.from ?? '') <= (other.from ?? ''));
  return posts && (one.withMoney || !other.withMoney);
}

/** Teams by load until the balance week, fullest first. */
function fullest(teams: Answer['teams']): string[] {
  return teams
    .toSorted((a, b) => b.plannedTenths * a.availableTenths - a.plannedTenths * b.availableTenths)
    .map(({ team }) => team);
}
