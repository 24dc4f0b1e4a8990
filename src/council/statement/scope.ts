import { provenanceOf, type Strategy } from '../../agenda/index.ts';
import type { Run } from '../assessment.ts';
import type { Context } from '../context.ts';
import { type Figure, figure, origin } from '../evidence.ts';
import { citation, list, quoted } from '../grammar.ts';
import type { PointDecision, Relation } from '../paper.ts';
import { pointsOf, projectName } from '../records.ts';
import { type BlockContent, type BlockWriter, item, paragraph } from './block.ts';

/** The administration's agenda against a strategy for the whole city, point by point. */
export const scope: BlockWriter = { id: 'scope', title: 'Geltungsbereich', write };

function write(context: Context): BlockContent {
  const { agenda, paper, ledger } = context;
  const { de } = ledger;
  const inCity = paper.pointDecisions.some((one) => one.scope === 'city');
  const inside = fieldNames(context, 'administration');
  const paragraphs: BlockContent['paragraphs'] = [];
  if (inCity) {
    paragraphs.push(
      paragraph(
        de`Zu unterscheiden ist zwischen der Digitalisierung der Stadtverwaltung (${quoted(agenda.name)}) und der Digitalisierung der gesamten Stadtgesellschaft. Die Agenda ist der Fahrplan für das Verwaltungshandeln nach innen und außen.`,
      ),
    );
  }
  if (inside.length > 0) paragraphs.push(paragraph(de`Handlungsfelder der Agenda sind: ${inside.join('; ')}.`));
  for (const group of pointGroups(context)) paragraphs.push(item(groupRuns(context, group)));
  const missing = pointsOf(paper)
    .filter((_, at) => context.points[at] === 'undecided')
    .map((point) => `Zuordnung fehlt: Punkt ${point.number}.`);
  return { paragraphs, missing };
}

function fieldNames({ agenda }: Context, of: 'administration' | 'city'): string[] {
  return agenda.actionFields.filter((field) => field.scope === of).map((field) => field.name);
}

interface PointGroup {
  numbers: string[];
  decision: PointDecision;
}

/** Points with the same scope, home and candidate are named together; what they touch is united. */
function pointGroups({ paper }: Context): PointGroup[] {
  const groups: PointGroup[] = [];
  for (const point of pointsOf(paper)) {
    const decision = paper.pointDecisions.find((one) => one.point === point.number);
    if (!decision) continue;
    const same = groups.find(
      ({ decision: one }) =>
        one.scope === decision.scope && one.belongsTo === decision.belongsTo && one.candidate === decision.candidate,
    );
    if (!same) groups.push({ numbers: [point.number], decision });
    else {
      same.numbers.push(point.number);
      same.decision = { ...same.decision, relations: [...same.decision.relations, ...decision.relations] };
    }
  }
  return groups;
}

function groupRuns(context: Context, { numbers, decision }: PointGroup): Run[] {
  const { de } = context.ledger;
  const many = numbers.length > 1;
  const subject = many ? `Die Punkte ${list(numbers)}` : `Punkt ${numbers[0]}`;
  const strategy = context.agenda.strategies.find((one) => one.id === decision.belongsTo);
  const belong = many ? 'gehören' : 'gehört';
  const home = homeOf(context, decision, strategy);
  const touched = touchedRecords(context, decision.relations, strategy);
  const touching = touched.length > 0 ? ` Berührt ${touched.length > 1 ? 'werden' : 'wird'} ${list(touched)}.` : '';
  const candidate = context.paper.candidates.find((one) => one.id === decision.candidate);
  const fresh = candidate ? ` Dafür ist ein neues Vorhaben nötig: ${projectName(candidate)}.` : '';
  return de`${subject} ${belong} ${home}.${fresh}${touching}`;
}

function homeOf(context: Context, decision: PointDecision, strategy: Strategy | undefined): Run[] {
  const { de } = context.ledger;
  if (strategy) {
    const draft = strategy.status === 'draft' ? ', Entwurf' : '';
    return de`zu ${strategyFigure(context, strategy)} (${strategy.issuer}${draft})`;
  }
  if (decision.scope === 'administration') return de`zum Geltungsbereich der Agenda`;
  return decision.scope === 'city'
    ? de`zur Digitalisierung der Stadtgesellschaft`
    : de`nicht zum Geltungsbereich der Agenda`;
}

/** Name of a strategy bound to its record. */
export function strategyFigure({ agenda }: Context, strategy: Strategy): Figure {
  return figure({
    key: `strategy:${strategy.id}`,
    value: { de: quoted(strategy.name), en: quoted(strategy.name, 'en') },
    derivation: {
      de: `${strategy.issuer}; ${strategy.binding ? 'für die Stadt verbindlich' : 'für die Stadt nicht verbindlich'}`,
      en: `${strategy.issuer}; ${strategy.binding ? 'binding for the city' : 'not binding for the city'}`,
    },
    refs: [{ kind: 'strategy', id: strategy.id, field: 'binding' }],
    ...origin(agenda, provenanceOf(strategy, 'binding')),
  });
}

/** What points touch, in words of the records; earlier papers have a block of their own. */
function touchedRecords({ agenda }: Context, relations: readonly Relation[], home: Strategy | undefined): string[] {
  const names = relations.flatMap(({ kind, id }) => {
    switch (kind) {
      case 'project':
        return agenda.projects.filter((one) => one.id === id).map(projectName);
      case 'need':
        return agenda.needs.filter((one) => one.id === id).map((one) => `der Bedarf ${quoted(one.name)}`);
      case 'obligation':
        return agenda.obligations.filter((one) => one.id === id).map(citation);
      case 'strategy':
        return agenda.strategies.filter((one) => one.id === id && one !== home).map((one) => quoted(one.name));
      default:
        return [];
    }
  });
  return [...new Set(names)];
}
