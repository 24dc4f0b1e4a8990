import type { Text } from '../agenda/index.ts';
import type { TradeOff } from '../planning/index.ts';
import { planIsIllustrative } from './answer-figures.ts';
import type { RecordRef, Sentence } from './assessment.ts';
import type { Context } from './context.ts';
import { type Figure, figure } from './evidence.ts';
import { date } from './figures.ts';
import { isStatutory, unfoundedMandatory } from './force.ts';
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

export function tradeOffFigures(context: Context, tradeOff: TradeOff, index: number): TradeOffFigures {
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
export function lateness(context: Context, tradeOff: TradeOff, of: TradeOffFigures): Sentence {
  const { de, en } = context.ledger;
  if (tradeOff.lateWeeksAtLeast >= tradeOff.lateWeeks) return { de: de`${of.late}`, en: en`${of.late}` };
  if (tradeOff.lateWeeksAtLeast <= 0) return { de: de`bis zu ${of.late}`, en: en`up to ${of.late}` };
  return {
    de: de`mindestens ${of.atLeast} (gefunden: ${of.late})`,
    en: en`at least ${of.atLeast} (found: ${of.late})`,
  };
}

/** Projects that miss a deadline which a duty in force stands behind, as the agenda itself can prove. */
export function statutoryMisses(context: Context, tradeOff: TradeOff): string[] {
  const ids = tradeOff.displaced.filter((one) => one.statutoryMissed).map((one) => one.project);
  return projectsOf(context.agenda, context.paper, ids)
    .filter((project) => isStatutory(context.agenda, project, context.asOf))
    .map((project) => project.id);
}

/** How the projects that slip are called: duties only where the law says so. */
function slippingWork(context: Context, tradeOff: TradeOff): Text {
  const classes = new Set(tradeOff.displaced.map((one) => one.commitmentClass));
  if (!classes.has('mandatory') && !classes.has('prerequisite')) {
    return { de: 'beschlossene Vorhaben', en: 'decided projects' };
  }
  if (unfoundedMandatory(context.agenda, context.asOf).length > 0) {
    return { de: 'vorrangig geführte Vorhaben', en: 'projects kept as first priority' };
  }
  return { de: 'Pflichten und ihre Voraussetzungen', en: 'duties and their prerequisites' };
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
      en: en`Start ${of.start}: ${dropped.en} dropped, everything else is met.`,
    };
  }
  return slippingText(context, tradeOff, of);
}

function slippingText(context: Context, tradeOff: TradeOff, of: TradeOffFigures): Sentence {
  const { de, en } = context.ledger;
  const late = lateness(context, tradeOff, of);
  const work = slippingWork(context, tradeOff);
  const ids = tradeOff.displaced.filter((one) => one.lateWeeks > 0).map((one) => one.project);
  const moved = names(context, ids);
  const which = ids.length > 0 ? { de: ` (${moved.de})`, en: ` (${moved.en})` } : { de: '', en: '' };
  const misses = statutoryMisses(context, tradeOff);
  const missed = names(context, misses);
  const tail = missedTail(misses.length, missed, tradeOff.dutiesMissed.length > 0);
  return {
    de: de`Beginn ${of.start}: ${work} kommen zusammen ${late} nach ihrer Frist${which}${tail}`,
    en: en`Start ${of.start}: ${work} finish ${late} after their deadlines in sum${which}${tail}`,
  };
}

/** The planner's word that a duty is missed is repeated only for duties that the register proves. */
function missedTail(proven: number, missed: Text, named: boolean): Text {
  if (proven > 0) {
    return { de: `; gesetzliche Fristen versäumen ${missed.de}.`, en: `; legal deadlines are missed by ${missed.en}.` };
  }
  if (named) return { de: '.', en: '.' };
  return { de: '; keine gesetzliche Frist wird versäumt.', en: '; no legal deadline is missed.' };
}
