import { type Partner, provenanceOf } from '../../agenda/index.ts';
import type { Run } from '../assessment.ts';
import type { Context } from '../context.ts';
import { figure, origin } from '../evidence.ts';
import { type BlockContent, type BlockWriter, item, paragraph } from './block.ts';

/** Partners from the federation down to vendors, with what they are for. */
export const partners: BlockWriter = { id: 'partners', title: 'Partner der Umsetzung', write };

const LEVELS: readonly Partner['level'][] = [
  'federation',
  'state',
  'municipalAssociation',
  'specialPurposeAssociation',
  'municipalCompany',
  'vendor',
];

function write(context: Context): BlockContent {
  const { agenda, ledger } = context;
  const { de } = ledger;
  if (agenda.partners.length === 0) return { paragraphs: [], missing: ['Partner sind nicht erfasst.'] };
  const sorted = agenda.partners.toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
  return {
    paragraphs: [
      paragraph(de`Die Umsetzung geschieht im Zusammenspiel der föderalen Ebenen und mit weiteren Partnern:`),
      ...sorted.map((partner) => item(partnerRuns(context, partner))),
    ],
    missing: [],
  };
}

function partnerRuns({ agenda, ledger }: Context, partner: Partner): Run[] {
  const { de } = ledger;
  const name = figure({
    key: `partner:${partner.id}`,
    value: { de: partner.name, en: partner.name },
    derivation: { de: partner.role ?? 'Partner der Umsetzung', en: partner.role ?? 'delivery partner' },
    refs: [{ kind: 'partner', id: partner.id }],
    ...origin(agenda, provenanceOf(partner, '*')),
  });
  return partner.role ? de`${name}: ${partner.role}` : de`${name}`;
}
