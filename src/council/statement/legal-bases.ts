import { isDuty, isEnded, isInForce, type Obligation, provenanceOf } from '../../agenda/index.ts';
import type { Run } from '../assessment.ts';
import type { Context } from '../context.ts';
import { type Figure, figure, origin, shownAs } from '../evidence.ts';
import { date } from '../figures.ts';
import { namesCity } from '../force.ts';
import { citation, tied } from '../grammar.ts';
import { type BlockContent, type BlockWriter, item, paragraph } from './block.ts';

/** Legal bases with their true force: a norm never sounds stronger than it is. */
export const legalBases: BlockWriter = { id: 'legalBases', title: 'Rechtsgrundlagen', write };

function write(context: Context): BlockContent {
  const { asOf, ledger } = context;
  const { de } = ledger;
  const norms = relevantNorms(context).filter((one) => isInForce(one, asOf));
  if (norms.length === 0) return { paragraphs: [], missing: ['Rechtsgrundlagen sind nicht verknüpft.'] };
  const duties = norms.filter((one) => isDuty(one, asOf));
  const paragraphs: BlockContent['paragraphs'] = [
    paragraph(de`Die Vorhaben der Agenda stützen sich auf folgende Normen, nach ihrer Bindung geordnet:`),
  ];
  const group = (heading: string, entries: readonly Run[][]): void => {
    if (entries.length === 0) return;
    const joined = entries.flatMap((entry, index) => (index === 0 ? entry : de`; ${entry}`));
    paragraphs.push(item(de`${heading}: ${joined}.`));
  };
  const named = (one: Obligation): Run[] => de`${normFigure(context, one)} (${one.name}${conditionOf(one)})`;
  const withForce = (force: Obligation['force']): Run[][] => norms.filter((one) => one.force === force).map(named);
  group('Gesetzlich vorgeschrieben', byLaw(context, duties.filter(namesCity)));
  group(
    'Gesetzlich vorgeschrieben, aber nicht an die Stadt selbst gerichtet',
    duties
      .filter((one) => !namesCity(one))
      .map((one) => de`${normFigure(context, one)}${remarks(deadlineOf(context, one), `Adressat: ${one.addressee}`)}`),
  );
  group('Sollvorschriften', withForce('should'));
  group('Nur unter einer Bedingung', withForce('conditional'));
  group('Der Stadt freigestellt', withForce('optional'));
  return { paragraphs, missing: stale(norms, asOf) };
}

/** Norms behind open projects, their gates, and the points of the paper, in the order of the register. */
function relevantNorms({ agenda, paper }: Context): Obligation[] {
  const ids = new Set([
    ...agenda.projects
      .filter((project) => !isEnded(project))
      .flatMap((project) => [...project.obligations, ...project.gates.map((gate) => gate.obligation)]),
    ...paper.pointDecisions.flatMap((one) => one.relations.filter((of) => of.kind === 'obligation').map((of) => of.id)),
  ]);
  return agenda.obligations.filter((one) => ids.has(one.id));
}

/** Citation bound to the register, with the text version that was read. */
function normFigure({ agenda }: Context, norm: Obligation): Figure {
  const text = citation(norm);
  const version = norm.textVersion ? ` (${norm.textVersion})` : '';
  return figure({
    key: `obligation:${norm.id}`,
    value: { de: text, en: text },
    derivation: { de: `${norm.name}: ${norm.duty}${version}`, en: `${norm.name}: ${norm.duty}${version}` },
    refs: [{ kind: 'obligation', id: norm.id, field: 'force' }],
    ...origin(agenda, provenanceOf(norm, 'force')),
  });
}

/** `§ 2 Abs. 1, § 3 SächsEGovG`: each law named once, behind its paragraphs as everywhere in the text. */
function byLaw(context: Context, norms: readonly Obligation[]): Run[][] {
  const { de } = context.ledger;
  return [...new Set(norms.map((one) => one.law))].map((law) => {
    const paragraphs = norms
      .filter((one) => one.law === law)
      .flatMap((one, index) => {
        const words = tied(one.paragraph);
        const bound = shownAs(normFigure(context, one), { de: words, en: words });
        return de`${index === 0 ? '' : ', '}${bound}${remarks(deadlineOf(context, one))}`;
      });
    return de`${paragraphs} ${law}`;
  });
}

/** What is said beside a norm, in one pair of brackets. */
function remarks(...said: string[]): string {
  const there = said.filter((one) => one !== '');
  return there.length === 0 ? '' : ` (${there.join('; ')})`;
}

function deadlineOf({ asOf }: Context, { deadline }: Obligation): string {
  if (!deadline) return '';
  return deadline < asOf ? `Frist war der ${date(deadline).de}` : `Frist ${date(deadline).de}`;
}

function conditionOf(norm: Obligation): string {
  if (norm.force !== 'conditional') return '';
  if (norm.condition) return `; Bedingung: ${norm.condition.replace(/\.$/, '')}`;
  return norm.trigger.kind === 'event' ? `; Bedingung: ${norm.trigger.event}` : '';
}

/** Texts read in a version later than the day of the statement: to be checked by hand. */
function stale(norms: readonly Obligation[], asOf: string): string[] {
  const laws = new Set(norms.filter((one) => one.asOf !== undefined && one.asOf > asOf).map((one) => one.law));
  if (laws.size === 0) return [];
  return [`Fassung am ${date(asOf).de} prüfen, gelesen wurde eine spätere: ${[...laws].map(tied).join(', ')}.`];
}
