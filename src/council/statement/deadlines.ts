import type { Project } from '../../agenda/index.ts';
import type { DisplacedProject, TradeOff } from '../../planning/index.ts';
import type { RecordRef, Run } from '../assessment.ts';
import type { Context } from '../context.ts';
import { type Figure, figure } from '../evidence.ts';
import { date } from '../figures.ts';
import { hasLegalDeadline } from '../force.ts';
import { citation, count, list, NOUNS } from '../grammar.ts';
import { projectName, projectsOf } from '../records.ts';
import { type BlockContent, type BlockWriter, NOTHING, paragraph } from './block.ts';

/** Deadlines of other projects that the paper would endanger if it began as early as anything could slip. */
export const deadlines: BlockWriter = { id: 'deadlines', title: 'Gefährdete Fristen', write };

function write(context: Context): BlockContent {
  const { figures, ledger } = context;
  if (!figures) return NOTHING;
  const { de } = ledger;
  const found = mostTelling(figures.answer.tradeOffs);
  if (found === null) {
    return {
      paragraphs: [paragraph(de`Fristen anderer Vorhaben werden durch den Beschluss nicht gefährdet.`)],
      missing: [],
    };
  }
  const { tradeOff, index } = found;
  const late = tradeOff.displaced.filter((one) => one.lateWeeks > 0);
  return {
    paragraphs: [
      paragraph(
        de`Würde schon am ${startFigure(context, tradeOff, index)} begonnen, kämen diese Vorhaben nach ihrem Termin:`,
      ),
    ],
    tables: [
      {
        caption: 'Fristen, die ein früherer Beginn gefährdet',
        columns: ['Vorhaben', 'Termin', 'Grundlage', 'danach fertig'],
        rows: late.flatMap((one) => rowOf(context, one, index)),
      },
    ],
    missing: [],
  };
}

/** The way to start earlier that misses legal deadlines, else the one that misses promised dates; null if none slips. */
function mostTelling(tradeOffs: readonly TradeOff[]): { tradeOff: TradeOff; index: number } | null {
  const slipping = tradeOffs
    .map((tradeOff, index) => ({ tradeOff, index }))
    .filter(({ tradeOff }) => tradeOff.displaced.some((one) => one.lateWeeks > 0));
  return slipping.find(({ tradeOff }) => tradeOff.dutiesMissed.length > 0) ?? slipping[0] ?? null;
}

function startFigure({ candidate, figures, paper }: Context, tradeOff: TradeOff, index: number): Figure {
  return figure({
    key: `tradeOff:${index}.start`,
    value: date(tradeOff.start),
    derivation: {
      de: 'Beginn, wenn das Genannte rutscht oder entfällt',
      en: 'start if the named slips or is dropped',
    },
    refs: [{ kind: 'planRun', id: candidate?.id ?? paper.id, field: `tradeOffs.${index}` }],
    illustrative: figures?.illustrative ?? false,
  });
}

function rowOf(context: Context, one: DisplacedProject, index: number): Run[][][] {
  const { de } = context.ledger;
  const [project] = projectsOf(context.agenda, context.paper, [one.project]);
  if (!project || one.deadline === null) return [];
  const run: RecordRef = {
    kind: 'planRun',
    id: context.candidate?.id ?? context.paper.id,
    field: `tradeOffs.${index}`,
  };
  const due = figure({
    key: `deadline:${one.project}`,
    value: date(one.deadline),
    derivation: { de: `Termin des Vorhabens ${projectName(project)}`, en: `deadline of ${projectName(project)}` },
    refs: [{ kind: 'project', id: project.id, field: 'deadlines' }],
  });
  const late = figure({
    key: `deadline:${one.project}.late:${index}`,
    value: count(one.lateWeeks, NOUNS.week),
    derivation: {
      de: `Ende ${date(one.finish).de} statt bis ${due.value.de}`,
      en: `finish ${date(one.finish).en} instead of ${due.value.en}`,
    },
    refs: [run],
    illustrative: context.figures?.illustrative ?? false,
    inputs: [due],
  });
  return [[de`${projectName(project)}`, de`${due}`, de`${basisOf(context, project)}`, de`${late}`]];
}

/** A deadline is called legal only where the register says that a duty in force stands behind it. */
function basisOf({ agenda, asOf }: Context, project: Project): string {
  if (!hasLegalDeadline(agenda, project, asOf)) return 'zugesagt';
  const ids = project.deadlines.filter((one) => one.kind === 'statutory').map((one) => one.obligation);
  return list(agenda.obligations.filter((one) => ids.includes(one.id)).map(citation));
}
