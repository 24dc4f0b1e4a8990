import { isIllustrative, type Text } from '../agenda/index.ts';
import type { Measure } from '../planning/index.ts';
import { planIsIllustrative } from './answer-figures.ts';
import type { RecordRef, Sentence } from './assessment.ts';
import type { Context } from './context.ts';
import { type Figure, figure } from './evidence.ts';
import { date, money, month, postsAdded } from './figures.ts';
import { count, NOUNS } from './grammar.ts';
import { teamName } from './records.ts';

/** "Was würde helfen?": one sentence per measure. */

interface MeasureFigures {
  team: string;
  posts: Figure;
  cost: Figure;
  money: Figure;
  start: Figure | null;
  gain: Figure;
  /** One-off money that the measure adds, in cents. */
  moneyCents: number;
}

export function measureFigures(context: Context, measure: Measure, index: number): MeasureFigures {
  const { agenda, candidate } = context;
  const illustrative = candidate !== null && planIsIllustrative(agenda, candidate);
  const team = agenda.teams.find((one) => one.id === measure.team);
  const run: RecordRef = { kind: 'planRun', id: candidate?.id ?? context.paper.id, field: `measures.${index}` };
  const make = (
    field: string,
    value: Text,
    derivation: Text,
    marked: boolean,
    refs: readonly RecordRef[] = [run],
  ): Figure => figure({ key: `measure:${index}.${field}`, value, derivation, illustrative: marked, refs });
  const moneyCents = measure.changes.reduce((sum, change) => sum + (change.kind === 'money' ? change.cents : 0), 0);
  const refs: RecordRef[] = team ? [{ kind: 'team', id: team.id, field: 'costPerFteCents' }, run] : [run];
  return {
    team: team ? teamName(team) : (measure.team ?? ''),
    posts: make(
      'posts',
      postsAdded(measure.fte),
      { de: 'angenommene zusätzliche Stellen', en: 'additional posts assumed' },
      false,
    ),
    cost: make(
      'cost',
      money(measure.costCentsPerYear),
      { de: 'Stellen mal Jahreskosten einer Stelle', en: 'posts times yearly cost of one post' },
      team !== undefined && isIllustrative(team, 'costPerFteCents'),
      refs,
    ),
    money: make(
      'money',
      money(moneyCents),
      { de: 'angenommenes zusätzliches Geld', en: 'additional money assumed' },
      illustrative,
    ),
    start: measure.start
      ? make(
          'start',
          date(measure.start),
          {
            de: 'frühester Beginn, gehalten, mit dieser Maßnahme neu gerechnet',
            en: 'earliest start, kept, computed again with this measure',
          },
          illustrative,
        )
      : null,
    gain: make(
      'gain',
      count(measure.gainWeeks, NOUNS.week),
      { de: 'Wochen früher als ohne die Maßnahme', en: 'weeks earlier than without the measure' },
      illustrative,
    ),
    moneyCents,
  };
}

/** What the measure is: `+1,0 VZÄ PM ab 01/2021 (77 T€ im Jahr) und 180 T€`. */
function measureSubject(context: Context, measure: Measure, of: MeasureFigures): Sentence {
  const { de, en } = context.ledger;
  if (measure.kind === 'money') {
    return { de: de`Nur ${of.money} zusätzlich, keine Stelle`, en: en`Only ${of.money} more, no post` };
  }
  const from = month(measure.from ?? context.agenda.planStart);
  const posts: Sentence = {
    de: de`${of.posts} ${of.team} ab ${from} (${of.cost} im Jahr)`,
    en: en`${of.posts} ${of.team} from ${from} (${of.cost} a year)`,
  };
  if (of.moneyCents > 0) return { de: de`${posts} und ${of.money}`, en: en`${posts} and ${of.money}` };
  return measure.kind === 'postsWithoutMoney'
    ? { de: de`${posts}, ohne zusätzliches Geld`, en: en`${posts}, without additional money` }
    : posts;
}

export function measureText(context: Context, measure: Measure, index: number): Sentence {
  const { de, en } = context.ledger;
  const of = measureFigures(context, measure, index);
  const subject = measureSubject(context, measure, of);
  if (!of.start) {
    return {
      de: de`${subject}: kein Beginn im Planungszeitraum gefunden.`,
      en: en`${subject}: no start found within the planning period.`,
    };
  }
  const found =
    measure.quality === 'bestFound'
      ? { de: ' (beste gefundene Lösung)', en: ' (best solution found)' }
      : { de: '', en: '' };
  if (measure.gainWeeks <= 0) {
    return measure.quality === 'bestFound'
      ? {
          de: de`${subject}: Beginn ${of.start}, kein früherer gefunden.`,
          en: en`${subject}: start ${of.start}, no earlier one found.`,
        }
      : { de: de`${subject}: Beginn ${of.start}, kein Gewinn.`, en: en`${subject}: start ${of.start}, no gain.` };
  }
  return {
    de: de`${subject}: Beginn ${of.start}${found}, ${of.gain} früher.`,
    en: en`${subject}: start ${of.start}${found}, ${of.gain} earlier.`,
  };
}
