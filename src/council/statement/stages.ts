import { type EntryCondition, entryParts, entryState } from '../../agenda/index.ts';
import type { Run } from '../assessment.ts';
import type { Context } from '../context.ts';
import { month } from '../figures.ts';
import { type BlockContent, type BlockWriter, item, paragraph } from './block.ts';

/** First the prerequisites, then further fields: the stages with their entry conditions. */
export const stages: BlockWriter = { id: 'stages', title: 'Stufen der Umsetzung', write };

function write(context: Context): BlockContent {
  const { agenda, ledger } = context;
  if (agenda.stages.length === 0) return { paragraphs: [], missing: ['Stufen der Agenda sind nicht erfasst.'] };
  const { de } = ledger;
  const paragraphs: BlockContent['paragraphs'] = [];
  agenda.stages.forEach((stage, index) => {
    const since = stage.from ? `, seit ${month(stage.from).de}` : '';
    const description = stage.description ? ` ${stage.description}` : '';
    paragraphs.push(paragraph(de`Stufe ${String(index + 1)}: ${stage.name}${since}.${description}`));
    for (const condition of stage.entryConditions) paragraphs.push(item(conditionRuns(context, condition)));
  });
  return { paragraphs, missing: [] };
}

function conditionRuns(context: Context, condition: EntryCondition): Run[] {
  const { de } = context.ledger;
  const text = condition.text.replace(/\.$/, '');
  const state = stateOf(context, condition);
  return state ? de`Voraussetzung: ${text} (${state}).` : de`Voraussetzung: ${text}.`;
}

/** Met or open, where records can say so. */
function stateOf({ agenda, asOf }: Context, condition: EntryCondition): string | null {
  const state = entryState(condition, entryParts(agenda, condition, asOf), asOf);
  if (state === 'unstated') return null;
  return state === 'met' ? 'erfüllt' : 'offen';
}
