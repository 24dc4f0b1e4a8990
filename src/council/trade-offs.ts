import type { Text } from '../agenda/index.ts';
import type { TradeOff } from '../planning/index.ts';
import { planIsIllustrative } from './answer-figures.ts';
import type { RecordRef, Sentence } from './assessment.ts';
import type { Context } from './context.ts';
import { type Figure, figure } from './evidence.ts';
import { date } from './figures.ts';
import { hasLegalDeadline } from './force.ts';
import { count, NOUNS, shortList } from './grammar.ts';
import { projectName, projectsOf } from './records.ts';

/** "Was rutscht?": one sentence per way to start earlier. */

/** More names than this are counted instead of listed. */
const MOST_NAMES = 6;

function names(context: Context, ids: readonly string[], most = MOST_NAMES): Text {
  const found = projectsOf(context.agenda, context.paper, ids).map(projectName);
  return { de: shortList(found, most), en: shortList(found, most, 'en') };
}

interface TradeOffFigures {
  start: Figure;
  late: Figure;
  atLeast: Figure;
}

function tradeOffFigures(context: Context, tradeOff: TradeOff, index: number): TradeOffFigures {
  const { agenda, candidate } = context;
  const illustrative = candidate !== null && planIsIllustrative(agenda, candidate);
  const run: RecordRef = { kind: 'planRun', id: candidate?.id ?? context.paper.id, field: `tradeOffs.${index}` };
  const moved = tradeOff.displaced.map((one): RecordRef => ({ kind: 'project', id: one.project, field: 'deadlines' }));
  const make = (field: string, value: Text, derivation: Text): Figure =>
    figure({ key: `tradeOff:${index}.${field}`, value, derivation, illustrative, refs: [run, ...moved] });
  return {
    start: make('start', date(tradeOff.start), {
      de: 'Beginn, wenn das Genannte rutscht oder entfällt',
      en: 'start if the named slips or is dropped',
    }),
    late: make('late', count(tradeOff.lateWeeks, NOUNS.projectWeek), {
      de: 'Summe der Wochen nach den Fristen über alle Vorhaben, beste gefundene Aufteilung',
      en: 'sum of weeks after deadlines over all projects, best distribution found',
    }),
    atLeast: make('atLeast', count(tradeOff.lateWeeksAtLeast, NOUNS.projectWeek), {
      de: 'bewiesene untere Schranke der Verspätung in Summe',
      en: 'proven lower bound of the lateness in sum',
    }),
  };
}

/** `mindestens 354 Projektwochen (gefunden: 380 Projektwochen)`; one figure if bound and plan agree. */
function lateness(context: Context, tradeOff: TradeOff, of: TradeOffFigures): Sentence {
  const { de, en } = context.ledger;
  if (tradeOff.lateWeeksAtLeast >= tradeOff.lateWeeks) return { de: de`${of.late}`, en: en`${of.late}` };
  if (tradeOff.lateWeeksAtLeast <= 0) return { de: de`bis zu ${of.late}`, en: en`up to ${of.late}` };
  return {
    de: de`mindestens ${of.atLeast} (gefunden: ${of.late})`,
    en: en`at least ${of.atLeast} (found: ${of.late})`,
  };
}

export function tradeOffText(context: Context, tradeOff: TradeOff, index: number): Sentence {
  const { de, en } = context.ledger;
  const of = tradeOffFigures(context, tradeOff, index);
  const dropped = names(context, tradeOff.dropped);
  if (tradeOff.kind === 'keepAll') {
    return {
      de: de`Beginn ${of.start}: nichts rutscht, jede Zusage und jede Frist des Plans bleibt gewahrt.`,
      en: en`Start ${of.start}: nothing slips, every promise and every deadline of the plan is met.`,
    };
  }
  if (tradeOff.kind === 'drop') {
    const verb = tradeOff.dropped.length === 1 ? 'entfällt' : 'entfallen';
    return {
      de: de`Beginn ${of.start}: ${dropped.de} ${verb}, alles Übrige bleibt gewahrt.`,
      en: en`Start ${of.start}: ${dropped.en} ${tradeOff.dropped.length === 1 ? 'is' : 'are'} dropped, everything else is met.`,
    };
  }
  return slippingText(context, tradeOff, of);
}

function slippingText(context: Context, tradeOff: TradeOff, of: TradeOffFigures): Sentence {
  const { de, en } = context.ledger;
  const late = lateness(context, tradeOff, of);
  const groups = lateGroups(context, tradeOff);
  if (tradeOff.lateWeeks === 0) {
    return {
      de: de`Beginn ${of.start}: andere Vorhaben bewegen sich, keines kommt nach seiner Frist.`,
      en: en`Start ${of.start}: other projects move, none finishes after its deadline.`,
    };
  }
  return {
    de: de`Beginn ${of.start}: andere Vorhaben werden zusammen ${late} nach ihrer Frist fertig.${groups.de}`,
    en: en`Start ${of.start}: other projects finish ${late} after their deadlines in sum.${groups.en}`,
  };
}

/**
 * The late projects by what stands behind them, each group in its own sentence: a duty is named as such only if the
 * register proves it, whatever the planner or the project's class says.
 */
function lateGroups(context: Context, tradeOff: TradeOff): Text {
  const late = tradeOff.displaced.filter((one) => one.lateWeeks > 0);
  const missed = new Set(late.filter((one) => one.statutoryMissed).map((one) => one.project));
  const statutory = (id: string): boolean =>
    projectsOf(context.agenda, context.paper, [id]).some((one) => hasLegalDeadline(context.agenda, one, context.asOf));
  const ids = late.map((one) => one.project);
  const duties = ids.filter(statutory);
  const others = ids.filter((id) => !statutory(id));
  const sentences = [
    group(
      { de: 'Gesetzliche Fristen versäumen', en: 'Legal deadlines are missed by' },
      names(
        context,
        duties.filter((id) => missed.has(id)),
      ),
    ),
    group(
      { de: 'Später fertig, ohne eine gesetzliche Frist zu versäumen', en: 'Later without missing a legal deadline' },
      names(
        context,
        duties.filter((id) => !missed.has(id)),
      ),
    ),
    group({ de: 'Zugesagte Termine versäumen', en: 'Promised dates are missed by' }, names(context, others)),
  ];
  return { de: sentences.map((one) => one.de).join(''), en: sentences.map((one) => one.en).join('') };
}

function group(heading: Text, members: Text): Text {
  return members.de === ''
    ? { de: '', en: '' }
    : { de: ` ${heading.de}: ${members.de}.`, en: ` ${heading.en}: ${members.en}.` };
}
