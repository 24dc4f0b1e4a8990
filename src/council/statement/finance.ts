import { isIllustrative, type Project } from '../../agenda/index.ts';
import type { Answer } from '../../planning/index.ts';
import type { RecordRef, Run } from '../assessment.ts';
import type { Context } from '../context.ts';
import { type Figure, figure } from '../evidence.ts';
import { money } from '../figures.ts';
import { PHASES } from '../plan-inputs.ts';
import { moneyAlone } from '../verdict-texts.ts';
import { type BlockContent, type BlockWriter, NOTHING, paragraph } from './block.ts';
import { spendingByYear } from './spending.ts';

/** One-off, yearly and follow-up money, each with what covers it; options are weighed before (SächsKomHVO § 12 Abs. 2). */
export const finance: BlockWriter = { id: 'finance', title: 'Finanzielle Auswirkungen', write };

const COLUMNS = ['Art', 'Betrag', 'Haushalt', 'Deckung'];

function write(context: Context): BlockContent {
  const { figures, candidate, ledger } = context;
  if (!candidate || !figures) return NOTHING;
  const { de } = ledger;
  const rows = [
    ...figures.answer.money.filter((one) => one.neededCents > 0).map((one) => oneOffRow(context, candidate, one)),
    ...yearRows(context, candidate),
    ...followUpRow(context, candidate),
  ];
  const missing = [
    ...(candidate.followUpCostCentsPerYear === undefined ? ['Folgekosten im Jahr sind nicht erfasst.'] : []),
    ...(rows.length > 0 && figures.money?.cents.needed && !funding(context)
      ? ['Ein Deckungsvorschlag der Einreicher ist nicht erfasst.']
      : []),
  ];
  const balance = balanceRuns(context);
  const proposal = funding(context);
  return {
    paragraphs: [
      ...(balance ? [paragraph(balance)] : []),
      ...(proposal ? [paragraph(de`Deckungsvorschlag der Einreicher: ${proposal}`)] : []),
    ],
    ...(rows.length > 0 ? { tables: [{ caption: 'Ausgaben und ihre Deckung', columns: COLUMNS, rows }] } : {}),
    missing,
  };
}

function funding({ paper }: Context): string | undefined {
  return paper.versions.reduce((last, one) => (one.number > last.number ? one : last)).fundingProposal;
}

/** What is there, what is bound, what is free: what the column "Deckung" rests on. */
function balanceRuns(context: Context): Run[] | null {
  const { de } = context.ledger;
  const sums = context.figures?.money;
  if (!sums) return null;
  if (sums.cents.needed === 0) return de`Zusätzliche Programmmittel sind nicht erforderlich.`;
  const alone = moneyAlone(context);
  const tail = alone ? de` ${alone}` : de``;
  return de`An Programmmitteln stehen ${sums.available} bis zum ${sums.until} bereit. Laufende Kosten binden ${sums.running}, die Vorhaben ${sums.planned}. Frei bleiben ${sums.free}, erforderlich sind ${sums.needed}.${tail}`;
}

function lineName(context: Context, id: string): string {
  return context.agenda.budgetLines.find((one) => one.id === id)?.name ?? id;
}

function oneOffRow(context: Context, candidate: Project, balance: Answer['money'][number]): Run[][] {
  const { de } = context.ledger;
  const { budgetLine, neededCents, freeCents } = balance;
  const run: RecordRef = { kind: 'planRun', id: candidate.id, field: 'money' };
  const refs: RecordRef[] = [{ kind: 'project', id: candidate.id, field: PHASES }, run];
  const needed = figure({
    key: `money:${budgetLine}.needed`,
    value: money(neededCents),
    derivation: { de: 'einmalige Ausgaben des neuen Vorhabens', en: 'one-off spending of the new project' },
    illustrative: isIllustrative(candidate, PHASES),
    refs,
  });
  const lacking = neededCents - Math.max(0, freeCents);
  const missing = (): Figure =>
    figure({
      key: `money:${budgetLine}.lacking`,
      value: money(lacking),
      derivation: {
        de: `erforderlich ${needed.value.de} minus frei ${money(Math.max(0, freeCents)).de}`,
        en: `needed ${needed.value.en} minus free ${money(Math.max(0, freeCents)).en}`,
      },
      refs: [{ kind: 'budgetLine', id: budgetLine, field: 'years' }, run],
      illustrative: context.figures?.illustrative ?? false,
      inputs: [needed],
    });
  return [
    de`einmalig`,
    de`${needed}`,
    de`${lineName(context, budgetLine)}`,
    lacking <= 0
      ? de`gedeckt`
      : freeCents > 0
        ? de`teilweise, es fehlen ${missing()}`
        : de`nicht gedeckt: ${missing()}`,
  ];
}

/** When the one-off money is due, year by year, at the start that keeps every promise. */
function yearRows(context: Context, candidate: Project): Run[][][] {
  const { de } = context.ledger;
  const placement = context.figures?.senses.kept;
  if (!placement) return [];
  return spendingByYear(candidate, placement.placement).map(({ year, cents }) => {
    const due = figure({
      key: `money.year:${year}`,
      value: money(cents),
      derivation: {
        de: `Anteil des Jahres ${year} bei Beginn am ${placement.start.value.de}`,
        en: `share of the year ${year} with a start on ${placement.start.value.en}`,
      },
      refs: [{ kind: 'project', id: candidate.id, field: PHASES }],
      illustrative: isIllustrative(candidate, PHASES),
      inputs: [placement.start],
    });
    return [de`davon im Jahr ${String(year)}`, de`${due}`, de`wie oben`, de`in der einmaligen Summe enthalten`];
  });
}

function followUpRow(context: Context, candidate: Project): Run[][][] {
  const { de } = context.ledger;
  const cents = candidate.followUpCostCentsPerYear;
  if (cents === undefined) return [];
  const yearly = figure({
    key: 'money.followUp',
    value: money(cents),
    derivation: { de: 'Folgekosten nach Abschluss, im Jahr', en: 'follow-up cost after the end, a year' },
    refs: [{ kind: 'project', id: candidate.id, field: 'followUpCostCentsPerYear' }],
    illustrative: isIllustrative(candidate, 'followUpCostCentsPerYear'),
  });
  return [[de`Folgekosten im Jahr`, de`${yearly}`, de`nach Abschluss`, de`in künftigen Haushalten zu veranschlagen`]];
}
