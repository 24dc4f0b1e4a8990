import type { Run } from '../assessment.ts';
import type { Context } from '../context.ts';
import { type BlockContent, type BlockWriter, paragraph } from './block.ts';
import { strategyFigure } from './scope.ts';

/** Strategies of other levels that bind the city. */
export const strategies: BlockWriter = { id: 'strategies', title: 'Verbindliche Strategien', write };

function write(context: Context): BlockContent {
  const { de } = context.ledger;
  const binding = context.agenda.strategies.filter((one) => one.binding && one.status === 'adopted');
  if (binding.length === 0) return { paragraphs: [], missing: ['Verbindliche Strategien sind nicht erfasst.'] };
  const issuers = [...new Set(binding.map((one) => one.issuer))];
  const named = binding.flatMap((one, index): Run[] => {
    const issuer = issuers.length > 1 ? ` (${one.issuer})` : '';
    const glue = index === 0 ? '' : index === binding.length - 1 ? ' und ' : ', ';
    return de`${glue}${strategyFigure(context, one)}${issuer}`;
  });
  const from = issuers.length === 1 ? `, herausgegeben von: ${issuers[0]}` : '';
  const verb = binding.length === 1 ? 'Für die Stadt verbindlich ist' : 'Für die Stadt verbindlich sind';
  return { paragraphs: [paragraph(de`${verb} ${named}${from}.`)], missing: [] };
}
