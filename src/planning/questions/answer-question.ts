import { type Agenda, mondayOfWeek, type Project } from '../../agenda/index.ts';
import type { Answer, Placement, TradeOff } from '../answer.ts';
import { ENGINE_VERSION } from '../engine.ts';
import { firstWeekOfNextBudgetYear } from '../translation/supply.ts';
import { balanceWeek, moneyBalances, teamBalances } from './balance.ts';
import { type Setting, settingFor } from './candidate.ts';
import { tradeOffByDropping } from './drops.ts';
import { extraCapacity } from './extra-capacity.ts';
import { type KeptResult, placementOf } from './kept.ts';
import { REASON_SHARE } from './kept-facts.ts';
import { proveKept } from './kept-proof.ts';
import { keptReasons } from './kept-reasons.ts';
import { searchKept } from './kept-searches.ts';
import { withLeast } from './least-extra.ts';
import { measureOf } from './measures.ts';
import { type QuestionOptions, Run } from './run.ts';
import { displacingEarliest, dutiesOf, tradeOffAt } from './trade-offs.ts';
import { untouchedPlacement } from './untouched.ts';

/** With few promises left to keep this is quick, as a rule. */
const DISPLACING_SHARE = 1.5;

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
  const teams = run.part(() => teamBalances(translation, base, planned, until)) ?? [];
  const found = searchKept(setting, run, teams);
  const { kept } = found.base;
  const keptPlacement = kept ? placementOfKept(setting, kept) : null;
  const displacing = searchDisplacing(setting, run, kept);
  const explanation = keptReasons(found.base, found.facts.facts, found.facts.relaxed, run.search(REASON_SHARE));
  return {
    candidate: candidate.id,
    ...(setting.choice.replaced.length > 0 ? { replaced: [...setting.choice.replaced] } : {}),
    askedStart: mondayOfWeek(translation.weeks, askedWeek),
    untouched: untouchedPlacement(setting),
    kept: keptPlacement,
    displacing: displacing ? placementOfKept(setting, displacing) : null,
    tradeOffs: [
      ...(keptPlacement ? [keepAll(keptPlacement)] : []),
      ...found.drops.flatMap(({ ids, variant }) => tradeOffByDropping(ids, variant) ?? []),
      ...forcedTradeOffs(setting, run, kept, displacing?.span.start ?? askedWeek),
    ],
    extra: extraFor(setting, run, kept),
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
function extraFor(setting: Setting, run: Run, kept: KeptResult | null): Answer['extra'] {
  const { translation, base, planned, askedWeek } = setting;
  const extra = extraCapacity(translation, base, planned, askedWeek);
  if (!extra || !run.proves) return extra;
  const options = { keptEnd: kept?.span.end ?? null, ...(run.cancelled ? { cancelled: run.cancelled } : {}) };
  return run.part(() => withLeast(setting, extra, options)) ?? extra;
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
