import { approvedPlan, isIllustrative, type Project, type ProjectStatus } from '../../agenda/index.ts';
import { datesByProject } from '../../planning/index.ts';
import type { Run, StatementBlock } from '../assessment.ts';
import type { Context } from '../context.ts';
import { type Figure, figure } from '../evidence.ts';
import { date } from '../figures.ts';
import { citation, quoted } from '../grammar.ts';
import type { PaperPoint, Relation } from '../paper.ts';
import { PHASES } from '../plan-inputs.ts';
import { paperByReference, pointsOf, projectName } from '../records.ts';
import { type BlockContent, item, paragraph } from './block.ts';

/**
 * The answer to an inquiry, question by question: each question is a block of its own, with what the records say about
 * it as bound figures, and room for words of the administration beside them.
 */
export function questionBlocks(context: Context): StatementBlock[] {
  return pointsOf(context.paper).map((point) => ({
    id: `question-${point.number.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
    title: `Frage ${point.number}`,
    ...answerTo(context, point),
  }));
}

function answerTo(context: Context, point: PaperPoint): BlockContent {
  const { de } = context.ledger;
  const decision = context.paper.pointDecisions.find((one) => one.point === point.number);
  const facts = (decision?.relations ?? []).map((one) => factAbout(context, one)).filter((one) => one !== null);
  const missing = [
    ...(decision ? [] : [`Frage ${point.number} ist noch nicht zugeordnet.`]),
    ...(facts.length > 0 ? [] : [`Antwort auf Frage ${point.number} in Worten.`]),
  ];
  return { paragraphs: [paragraph(de`${quoted(point.text)}`), ...facts.map(item)], missing };
}

const STATUS: Record<ProjectStatus, string> = {
  suggested: 'vorgeschlagen',
  planned: 'geplant',
  waiting: 'wartet auf eine Voraussetzung',
  inProgress: 'in Arbeit',
  succeeded: 'abgeschlossen',
  failed: 'gescheitert',
  rejected: 'abgelehnt',
  stopped: 'eingestellt',
};

/** What a linked record says; null if it is gone. */
function factAbout(context: Context, { kind, id }: Relation): Run[] | null {
  const { agenda, ledger, others } = context;
  const { de } = ledger;
  const named = <T extends { id: string }>(list: readonly T[]): T | undefined => list.find((one) => one.id === id);
  switch (kind) {
    case 'project': {
      const project = named(agenda.projects);
      return project ? projectFact(context, project) : null;
    }
    case 'obligation': {
      const duty = named(agenda.obligations);
      return duty ? de`Rechtsgrundlage: ${citation(duty)} (${duty.name}).` : null;
    }
    case 'strategy': {
      const strategy = named(agenda.strategies);
      const binds = strategy?.binding ? 'für die Stadt verbindlich' : 'für die Stadt nicht verbindlich';
      return strategy ? de`Strategie ${quoted(strategy.name)} (${strategy.issuer}), ${binds}.` : null;
    }
    case 'need': {
      const need = named(agenda.needs);
      return need ? de`Erfasster Bedarf: ${quoted(need.name)}.` : null;
    }
    case 'commitment': {
      const promise = named(agenda.commitments);
      if (!promise) return null;
      const due = promise.due.kind === 'date' ? `bis ${date(promise.due.on).de}` : promise.due.event;
      return de`Bereits zugesagt: ${quoted(promise.text)} (${due}).`;
    }
    case 'paper': {
      const paper = named(others) ?? paperByReference(others, id);
      return paper ? de`Dazu liegt vor: ${paper.reference} ${quoted(paper.name)}.` : null;
    }
  }
}

/** A project with its state and, while it is open, the dates of the approved plan. */
function projectFact(context: Context, project: Project): Run[] {
  const { agenda, asOf, ledger } = context;
  const { de } = ledger;
  const status = figure({
    key: `project:${project.id}.status`,
    value: { de: STATUS[project.status], en: project.status },
    derivation: { de: `Stand des Vorhabens am ${date(asOf).de}`, en: `state of the project on ${date(asOf).en}` },
    refs: [{ kind: 'project', id: project.id, field: 'status' }],
    provenance: 'entered',
    illustrative: isIllustrative(project, 'status'),
  });
  const plan = approvedPlan(agenda);
  const dates = datesByProject(plan?.phases ?? []).get(project.id);
  if (!plan || !dates || project.finishedOn) return de`Vorhaben ${projectName(project)}: ${status}.`;
  const planned = (field: 'start' | 'finish', words: string): Figure =>
    figure({
      key: `project:${project.id}.${field}`,
      value: date(dates[field]),
      derivation: { de: `${words} nach dem genehmigten Plan „${plan.name}“`, en: `${field} by the approved plan` },
      refs: [
        { kind: 'planVersion', id: plan.id },
        { kind: 'project', id: project.id, field: PHASES },
      ],
      illustrative: isIllustrative(project, PHASES),
    });
  return de`Vorhaben ${projectName(project)}: ${status}, geplant vom ${planned('start', 'Beginn')} bis ${planned('finish', 'Ende')}.`;
}
