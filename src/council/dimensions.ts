import { isDuty, type Text } from '../agenda/index.ts';
import type { Dimension, Sentence } from './assessment.ts';
import type { Context } from './context.ts';
import { plainSentence } from './evidence.ts';
import { protectedWorkName } from './force.ts';
import { citation, list, shortList, tied } from './grammar.ts';
import type { MoneyFigures } from './money-figures.ts';
import { deadlineFigure, deadlineName, lastDeadline } from './reasons.ts';
import { projectsOf } from './records.ts';
import type { TeamFigures } from './team-figures.ts';
import { startsAsAsked } from './verdict.ts';

/** The verdict per dimension: what is needed, what is free, what binds. */

/** Less than this share of the capacity left after the motion is `tight`. */
const TIGHT_SHARE = 0.05;

const NONE: Sentence = plainSentence({ de: '–', en: '–' });

const WORDS: Record<Dimension['state'], Text> = {
  ok: { de: 'reicht', en: 'sufficient' },
  tight: { de: 'knapp', en: 'tight' },
  notNow: { de: 'nicht jetzt', en: 'not now' },
  insufficient: { de: 'reicht nicht', en: 'insufficient' },
  conflict: { de: 'Konflikt', en: 'conflict' },
};

export function dimensionsOf(context: Context): Dimension[] {
  if (!context.figures) return lawDimensions(context);
  const { teams, money } = context.figures;
  const team = teams[0];
  return [
    timeDimension(context),
    ...(team ? [staffDimension(context, team)] : []),
    ...(money ? [moneyDimension(context, money)] : []),
    ...lawDimensions(context),
  ];
}

function timeDimension(context: Context): Dimension {
  const { de, en } = context.ledger;
  const answer = context.figures?.answer;
  const kept = context.figures?.senses.kept;
  if (!answer || !kept) {
    const word = { de: 'nicht im Planungszeitraum', en: 'not within the planning period' };
    return { dimension: 'time', state: 'insufficient', word, need: NONE, free: NONE, binding: timeBinding(context) };
  }
  const now = startsAsAsked(answer);
  return {
    dimension: 'time',
    state: now ? 'ok' : 'notNow',
    word: now ? { de: 'möglich', en: 'possible' } : WORDS.notNow,
    need: { de: de`${kept.weeks}`, en: en`${kept.weeks}` },
    free: { de: de`ab ${kept.start}`, en: en`from ${kept.start}` },
    binding: now ? NONE : timeBinding(context),
  };
}

/** The deadlines that come first, else the busiest team. */
function timeBinding(context: Context): Sentence {
  const { de, en } = context.ledger;
  const reason = context.figures?.answer.reasons.find((one) => one.kind === 'deadlines');
  const projects = projectsOf(context.agenda, context.paper, reason?.projects ?? []);
  const last = lastDeadline(projects);
  if (!last) return NONE;
  const ids = projects.map((project) => project.id);
  const name = deadlineName(context, projects);
  const day = deadlineFigure(context.agenda, projects, last);
  return {
    de: de`${shortList(ids, 9)} mit ${name.de} bis ${day}`,
    en: en`${shortList(ids, 9, 'en')} with ${name.en} until ${day}`,
  };
}

function stateOf(free: number, needed: number, available: number, asAsked: boolean): Dimension['state'] {
  const left = free - needed;
  // Started as asked with every promise kept, the plan itself shows that it suffices in the end.
  if (left < 0) return asAsked ? 'tight' : 'insufficient';
  return left < available * TIGHT_SHARE ? 'tight' : 'ok';
}

function staffDimension(context: Context, team: TeamFigures): Dimension {
  const { de, en } = context.ledger;
  const { name, balance } = team;
  const asAsked = context.figures !== null && startsAsAsked(context.figures.answer);
  const state = stateOf(balance.freeTenths, balance.neededTenths, balance.availableTenths, asAsked);
  const others = shortTeams(context, team);
  const work = protectedWorkName(context.agenda, context.asOf);
  return {
    dimension: 'staff',
    state,
    word: WORDS[state],
    need: { de: de`${name} ${team.needed}`, en: en`${name} ${team.needed}` },
    free: { de: de`${name} ${team.free} bis ${team.until}`, en: en`${name} ${team.free} until ${team.until}` },
    binding: {
      de: de`${name} zu ${team.load} verplant, davon ${team.duty} für ${work.de}${others.de}`,
      en: en`${name} ${team.load} booked, of which ${team.duty} for ${work.en}${others.en}`,
    },
  };
}

/** Further teams that lack days, beside the bottleneck. */
function shortTeams(context: Context, first: TeamFigures): Text {
  const short = (context.figures?.teams ?? [])
    .filter(({ balance }) => balance.team !== first.balance.team && balance.freeTenths < balance.neededTenths)
    .map((one) => one.name);
  if (short.length === 0) return { de: '', en: '' };
  return { de: `; auch ${list(short)} reicht nicht`, en: `; ${list(short, 'en')} does not suffice either` };
}

function moneyDimension(context: Context, money: MoneyFigures): Dimension {
  const { de, en } = context.ledger;
  const { free, needed, available } = money.cents;
  const asAsked = context.figures !== null && startsAsAsked(context.figures.answer);
  const state = needed === 0 ? 'ok' : stateOf(free, needed, available, asAsked);
  return {
    dimension: 'money',
    state,
    word: needed === 0 ? { de: 'kein Bedarf', en: 'no need' } : WORDS[state],
    need: { de: de`${money.needed}`, en: en`${money.needed}` },
    free: { de: de`${money.free} bis ${money.until}`, en: en`${money.free} until ${money.until}` },
    binding: {
      de: de`Programmmittel ${money.available}, gebunden ${money.bound}`,
      en: en`programme money ${money.available}, bound ${money.bound}`,
    },
  };
}

/** Only motions are examined for admissibility; other papers have no such dimension. */
function lawDimensions(context: Context): Dimension[] {
  const { paper, agenda, asOf, candidate } = context;
  if (paper.kind !== 'motion' && paper.kind !== 'amendment') return [];
  const duties = agenda.obligations.filter((one) => candidate?.obligations.includes(one.id) && isDuty(one, asOf));
  const need: Text =
    duties.length > 0
      ? { de: `vorgeschrieben: ${list(duties.map(citation))}`, en: `required: ${list(duties.map(citation), 'en')}` }
      : { de: 'keine Pflicht', en: 'no duty' };
  const base = { dimension: 'law' as const, need: plainSentence(need), free: NONE };
  const refused = paper.checks.find((one) => one.decision === 'notMet' && one.check !== 'fundingProposal');
  if (refused) {
    const word = { de: 'steht entgegen', en: 'stands against it' };
    return [{ ...base, state: 'conflict', word, binding: plainSentence({ de: refused.reason, en: refused.reason }) }];
  }
  if (!isAdmissible(context)) {
    const word = { de: 'noch zu entscheiden', en: 'to be decided' };
    const open = { de: 'Zulässigkeit noch nicht entschieden', en: 'admissibility not yet decided' };
    return [{ ...base, state: 'tight', word, binding: plainSentence(open) }];
  }
  const word = { de: 'zulässig', en: 'admissible' };
  const voluntary = candidate !== null && duties.length === 0;
  return [{ ...base, state: 'ok', word, binding: voluntary ? plainSentence(voluntaryTask(context)) : NONE }];
}

/** True when a person has decided every check of admissibility and none stands against the paper. */
export function isAdmissible({ paper }: Context): boolean {
  const needed = ['competence', 'sixMonths', 'quorum'];
  return needed.every((check) => paper.checks.some((one) => one.check === check && one.decision !== 'notMet'));
}

function voluntaryTask({ agenda }: Context): Text {
  const where = agenda.city.state === 'Sachsen' ? `, ${tied('SächsGemO § 28 Abs. 2')}` : '';
  return {
    de: `freiwillige Aufgabe, Sache des Stadtrats${where}`,
    en: `voluntary task, a matter of the council${where}`,
  };
}
