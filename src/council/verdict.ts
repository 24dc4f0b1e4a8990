import { isEnded, type Project, type Text } from '../agenda/index.ts';
import type { Answer } from '../planning/index.ts';
import type { CheckDecision, CheckId, Paper, PointDecision, Verdict } from './paper.ts';

/**
 * The verdict as a decision table: the first row that holds decides. `unlawful` stands in no row, because no record
 * can say that a resolution would break the law; that is a lawyer's judgement and stays a person's.
 */

/** What became of one point, as decided by a person. */
export type PointState = 'new' | 'done' | 'underWay' | 'elsewhere' | 'unlinked' | 'undecided';

export interface VerdictFacts {
  kind: Paper['kind'];
  checks: readonly CheckDecision[];
  points: readonly PointState[];
  /** True when the paper is an inquiry that has been answered. */
  answered: boolean;
  /** True when the paper needs a new project. */
  needsProject: boolean;
  answer: Answer | null;
}

/** Why a verdict was given: the row of the table. */
export type VerdictRule =
  | 'notCompetent'
  | 'inadmissible'
  | 'notVotable'
  | 'answered'
  | 'notComputed'
  | 'moneyHelps'
  | 'postsHelp'
  | 'outOfReach'
  | 'later'
  | 'nowInPart'
  | 'now'
  | 'undecided'
  | 'done'
  | 'underWay'
  | 'elsewhere'
  | 'unlinked'
  | 'mixed';

export interface VerdictDecision {
  rule: VerdictRule;
  /** Null while facts for a verdict are missing: a verdict is never guessed. */
  value: Verdict | null;
  lookAgainOn: string | null;
}

interface Row {
  rule: VerdictRule;
  value: Verdict | null;
  when: (facts: VerdictFacts) => boolean;
}

function decided(facts: VerdictFacts, ...checks: readonly CheckId[]): boolean {
  return facts.checks.some((one) => checks.includes(one.check) && one.decision === 'notMet');
}

function every(facts: VerdictFacts, ...states: readonly PointState[]): boolean {
  return facts.points.length > 0 && facts.points.every((state) => states.includes(state));
}

/** Start that money alone would bring, if it is early enough to call it the answer. */
function moneyStart(answer: Answer): string | null {
  return answer.measures.find((measure) => measure.kind === 'money')?.start ?? null;
}

/** True when the candidate can start as asked with every promise kept. */
export function startsAsAsked(answer: Answer): boolean {
  return answer.kept !== null && answer.kept.start <= answer.askedStart;
}

/** No answer, or a run that was stopped before it found a start: nothing can be said yet. */
function notComputed({ needsProject, answer }: VerdictFacts): boolean {
  return needsProject && (answer === null || (!answer.engine.complete && answer.kept === null));
}

function moneyHelps({ answer }: VerdictFacts): boolean {
  if (!answer || startsAsAsked(answer)) return false;
  const start = moneyStart(answer);
  return start !== null && (answer.kept === null || start <= answer.askedStart);
}

function postsHelp({ answer }: VerdictFacts): boolean {
  return answer !== null && answer.kept === null && answer.measures.some((measure) => measure.start !== null);
}

const TABLE: readonly Row[] = [
  { rule: 'notCompetent', value: 'notCompetent', when: (facts) => decided(facts, 'competence') },
  { rule: 'inadmissible', value: 'rejected', when: (facts) => decided(facts, 'sixMonths', 'quorum') },
  { rule: 'notVotable', value: 'rejected', when: (facts) => decided(facts, 'votable') },
  { rule: 'answered', value: 'alreadyDone', when: (facts) => facts.answered },
  { rule: 'notComputed', value: null, when: notComputed },
  { rule: 'moneyHelps', value: 'onlyWithBudget', when: moneyHelps },
  { rule: 'postsHelp', value: 'onlyWithBudget', when: postsHelp },
  { rule: 'outOfReach', value: 'rejected', when: ({ answer }) => answer !== null && answer.kept === null },
  { rule: 'later', value: 'notNow', when: ({ answer }) => answer !== null && !startsAsAsked(answer) },
  {
    rule: 'nowInPart',
    value: 'acceptedInPart',
    when: (facts) => facts.answer !== null && facts.points.includes('elsewhere') && facts.points.includes('new'),
  },
  { rule: 'now', value: 'accepted', when: (facts) => facts.answer !== null },
  { rule: 'undecided', value: null, when: (facts) => facts.points.length === 0 || facts.points.includes('undecided') },
  // Decided to be the administration's, but linked to no project: whether it costs effort is for a person to say.
  { rule: 'unlinked', value: null, when: (facts) => facts.points.includes('unlinked') },
  { rule: 'done', value: 'alreadyDone', when: (facts) => every(facts, 'done') },
  { rule: 'underWay', value: 'underWay', when: (facts) => every(facts, 'done', 'underWay') },
  { rule: 'elsewhere', value: 'refer', when: (facts) => every(facts, 'elsewhere') },
];

export function decideVerdict(facts: VerdictFacts): VerdictDecision {
  const row = TABLE.find((one) => one.when(facts)) ?? { rule: 'mixed' as const, value: 'acceptedInPart' as const };
  const lookAgainOn = row.value === 'notNow' ? (facts.answer?.kept?.start ?? null) : null;
  return { rule: row.rule, value: row.value, lookAgainOn };
}

/** State of a point from a person's decision and the projects it is linked to. */
export function pointState(decision: PointDecision | undefined, projects: readonly Project[]): PointState {
  if (!decision) return 'undecided';
  if (decision.candidate) return 'new';
  const linked = decision.relations.filter((one) => one.kind === 'project');
  const found = projects.filter((project) => linked.some((one) => one.id === project.id));
  if (found.length > 0) return found.every((project) => project.status === 'succeeded') ? 'done' : runningState(found);
  return decision.scope === 'administration' ? 'unlinked' : 'elsewhere';
}

/** Projects that were stopped or rejected do not carry a point. */
function runningState(projects: readonly Project[]): PointState {
  return projects.some((project) => !isEnded(project) || project.status === 'succeeded') ? 'underWay' : 'unlinked';
}

/** "Ergebnis der Prüfung: …" above the headline. */
export const VERDICT_LABELS: Record<VerdictRule, Text> = {
  notCompetent: { de: 'nicht zuständig', en: 'not competent' },
  inadmissible: { de: 'nicht zulässig', en: 'not admissible' },
  notVotable: { de: 'nicht abstimmungsfähig', en: 'not votable' },
  answered: { de: 'beantwortet', en: 'answered' },
  notComputed: { de: 'offen, noch nicht gerechnet', en: 'open, not yet computed' },
  moneyHelps: { de: 'nur mit zusätzlichem Geld', en: 'only with additional money' },
  postsHelp: { de: 'nur mit zusätzlichen Stellen', en: 'only with additional posts' },
  outOfReach: { de: 'im Planungszeitraum nicht umsetzbar', en: 'not feasible within the planning period' },
  later: { de: 'nicht jetzt, Wiedervorlage zum Datum', en: 'not now, look again on the date' },
  nowInPart: { de: 'teilweise umsetzbar', en: 'feasible in part' },
  now: { de: 'umsetzbar', en: 'feasible' },
  undecided: { de: 'offen, Entscheidungen fehlen', en: 'open, decisions are missing' },
  done: { de: 'bereits erledigt', en: 'already done' },
  underWay: { de: 'in Umsetzung', en: 'under way' },
  elsewhere: { de: 'an anderer Stelle zu behandeln', en: 'to be dealt with elsewhere' },
  unlinked: { de: 'offen, kein Vorhaben verknüpft', en: 'open, no project linked' },
  mixed: { de: 'teilweise umsetzbar', en: 'feasible in part' },
};
