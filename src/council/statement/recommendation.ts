import type { Run } from '../assessment.ts';
import type { Context } from '../context.ts';
import { list, paperNoun, quoted } from '../grammar.ts';
import { measureFigures } from '../measures.ts';
import { pointsOf } from '../records.ts';
import type { PointState, VerdictRule } from '../verdict.ts';
import { enablingMeasure } from '../verdict-texts.ts';
import { type BlockContent, type BlockWriter, item, NOTHING, paragraph } from './block.ts';

/** What the administration advises the council to resolve, with a wording that can be voted on. */
export const recommendation: BlockWriter = { id: 'recommendation', title: 'Beschlussempfehlung', write };

interface Advice {
  /** What is advised to do with the paper: "… zurückzustellen". */
  advice: Run[];
  /** Sentences of the proposed resolution; empty where nothing is to be voted on. */
  wording: Run[][];
}

function write(context: Context): BlockContent {
  const { paper, decision, ledger } = context;
  if (paper.kind === 'councilInquiry' || paper.kind === 'information') return NOTHING;
  if (decision.value === null) {
    return { paragraphs: [], missing: ['Eine Empfehlung folgt, wenn das Ergebnis der Prüfung feststeht.'] };
  }
  const { de } = ledger;
  const { advice, wording } = adviceFor(context);
  const noun = paperNoun(paper.kind, 'accusative').de;
  const proposed = wording.length > 0 ? [paragraph(de`Vorgeschlagener Wortlaut:`), ...wording.map(item)] : [];
  return { paragraphs: [paragraph(de`Die Verwaltung empfiehlt, ${noun} ${advice}.`), ...proposed], missing: [] };
}

function adviceFor(context: Context): Advice {
  const { de } = context.ledger;
  const { reference } = context.paper;
  const { rule } = context.decision;
  const kept = context.figures?.senses.kept;
  switch (rule) {
    case 'later':
      return later(context);
    case 'now':
      return { advice: de`anzunehmen`, wording: [opening(context), ...points(context, ['new', 'underWay', 'done'])] };
    case 'nowInPart':
      return {
        advice: de`mit Änderungen anzunehmen`,
        wording: [
          opening(context),
          ...points(context, ['new', 'underWay', 'done']),
          ...elsewhereWording(context),
          ...(kept ? [de`Die Umsetzung beginnt am ${kept.start}.`] : []),
        ],
      };
    case 'moneyHelps':
    case 'postsHelp':
      return withMeans(context);
    case 'elsewhere':
      return { advice: de`an die zuständige Stelle zu überweisen`, wording: elsewhereWording(context) };
    case 'mixed':
      return {
        advice: de`mit Änderungen anzunehmen`,
        wording: [opening(context), ...points(context, ['underWay']), ...elsewhereWording(context)],
      };
    default:
      return plainAdvice(context, rule, reference);
  }
}

const SETTLED: Partial<Record<VerdictRule, { advice: string; wording: (reference: string) => string | null }>> = {
  outOfReach: { advice: 'abzulehnen', wording: (reference) => `Der Stadtrat lehnt ${reference} ab.` },
  done: {
    advice: 'für erledigt zu erklären',
    wording: (reference) => `Der Stadtrat erklärt ${reference} für erledigt.`,
  },
  underWay: {
    advice: 'durch das laufende Vorhaben für erledigt zu erklären',
    wording: (reference) => `Der Stadtrat erklärt ${reference} durch das laufende Vorhaben für erledigt.`,
  },
  answered: { advice: 'als beantwortet zu behandeln', wording: () => null },
  notCompetent: { advice: 'mangels Zuständigkeit nicht zu behandeln', wording: () => null },
  inadmissible: { advice: 'nicht auf die Tagesordnung zu nehmen', wording: () => null },
  notVotable: { advice: 'erst nach einer abstimmungsfähigen Fassung zu behandeln', wording: () => null },
};

function plainAdvice({ ledger }: Context, rule: VerdictRule, reference: string): Advice {
  const { de } = ledger;
  const found = SETTLED[rule];
  const wording = found?.wording(reference) ?? null;
  return { advice: de`${found?.advice ?? 'zu beraten'}`, wording: wording ? [de`${wording}`] : [] };
}

/** Not now: taken note of, put off to a date, so that the second step is not forgotten. */
function later(context: Context): Advice {
  const { de } = context.ledger;
  const { reference } = context.paper;
  const kept = context.figures?.senses.kept;
  if (!kept) return plainAdvice(context, 'outOfReach', reference);
  return {
    advice: de`bis zum ${kept.start} zurückzustellen`,
    wording: [
      de`Der Stadtrat nimmt die Stellungnahme der Verwaltung zu ${reference} zur Kenntnis.`,
      de`${reference} wird zurückgestellt und zum ${kept.start} erneut beraten.`,
      ...elsewhereWording(context),
    ],
  };
}

function withMeans(context: Context): Advice {
  const { de } = context.ledger;
  const enabling = enablingMeasure(context);
  if (!enabling) return { advice: de`nur mit zusätzlichen Mitteln anzunehmen`, wording: [] };
  const of = measureFigures(context, enabling.measure, enabling.index);
  const means = enabling.measure.kind === 'money' ? de`${of.money}` : de`${of.posts} ${of.team} (${of.cost} im Jahr)`;
  return {
    advice: de`nur mit zusätzlichen Mitteln anzunehmen`,
    wording: [
      opening(context),
      ...points(context, ['new']),
      de`Dafür werden zusätzlich bereitgestellt: ${means}.`,
      ...(of.start ? [de`Die Umsetzung beginnt am ${of.start}.`] : []),
    ],
  };
}

function opening({ ledger, paper }: Context): Run[] {
  const { de } = ledger;
  return de`Der Stadtrat beschließt zu ${paper.reference}:`;
}

/** The movers' own words for the points in one of these states. */
function points(context: Context, states: readonly PointState[]): Run[][] {
  const { de } = context.ledger;
  return pointsOf(context.paper)
    .filter((_, at) => states.includes(context.points[at] ?? 'undecided'))
    .map((point) => de`${point.number}. ${point.text}`);
}

/** Points that belong to another strategy are referred there by name. */
function elsewhereWording(context: Context): Run[][] {
  const { de } = context.ledger;
  const homes = new Map<string, string[]>();
  for (const { point, belongsTo, scope } of context.paper.pointDecisions) {
    if (scope === 'administration') continue;
    const name = context.agenda.strategies.find((one) => one.id === belongsTo)?.name;
    if (name) homes.set(name, [...(homes.get(name) ?? []), point]);
  }
  return [...homes].map(([name, numbers]) => {
    const many = numbers.length > 1;
    const subject = many ? `Die Punkte ${list(numbers)} werden` : `Punkt ${numbers[0]} wird`;
    return de`${subject} in die Erarbeitung von ${quoted(name)} eingebracht.`;
  });
}
