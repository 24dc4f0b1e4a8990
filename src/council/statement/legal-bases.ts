import { isEnded, type Obligation, provenanceOf } from '../../agenda/index.ts';
import type { Run } from '../assessment.ts';
import type { Context } from '../context.ts';
import { figure, origin } from '../evidence.ts';
import { date } from '../figures.ts';
import { isDuty, isInForce, namesCity } from '../force.ts';
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
  const group = (heading: string, of: readonly Obligation[], runs: (one: Obligation) => Run[]): void => {
    if (of.length === 0) return;
    const joined = of.flatMap((one, index) => (index === 0 ? runs(one) : de`; ${runs(one)}`));
    paragraphs.push(item(de`${heading}: ${joined}.`));
  };
  const named = (one: Obligation): Run[] => de`${normRuns(context, one)} (${one.name}${conditionOf(one)})`;
  group('Gesetzlich vorgeschrieben', duties.filter(namesCity), (one) => withDeadline(context, one));
  group(
    'Gesetzlich vorgeschrieben, aber nicht an die Stadt selbst gerichtet',
    duties.filter((one) => !namesCity(one)),
    (one) => de`${withDeadline(context, one)} (Adressat: ${one.addressee})`,
  );
  group(
    'Sollvorschriften',
    norms.filter((one) => one.force === 'should'),
    named,
  );
  group(
    'Nur unter einer Bedingung',
    norms.filter((one) => one.force === 'conditional'),
    named,
  );
  group(
    'Der Stadt freigestellt',
    norms.filter((one) => one.force === 'optional'),
    named,
  );
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
function normRuns({ agenda, ledger }: Context, norm: Obligation): Run[] {
  const { de } = ledger;
  const text = citation(norm);
  const version = norm.textVersion ? `; ${norm.textVersion}` : '';
  const bound = figure({
    key: `obligation:${norm.id}`,
    value: { de: text, en: text },
    derivation: { de: `${norm.name}: ${norm.duty}${version}`, en: `${norm.name}: ${norm.duty}${version}` },
    refs: [{ kind: 'obligation', id: norm.id, field: 'force' }],
    ...origin(agenda, provenanceOf(norm, 'force')),
  });
  return de`${bound}`;
}

function withDeadline(context: Context, norm: Obligation): Run[] {
  const { de } = context.ledger;
  const runs = normRuns(context, norm);
  if (!norm.deadline) return runs;
  return norm.deadline < context.asOf
    ? de`${runs}, Frist war der ${date(norm.deadline)}`
    : de`${runs}, Frist ${date(norm.deadline)}`;
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
