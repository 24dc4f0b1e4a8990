import type { CheckResult, Examination, Paper, PointResult, Relation } from '../../../council/index.ts';

/** What the server says about a paper that is being examined. */
export interface ExaminationView {
  paper: Paper;
  version: number;
  checks: CheckResult[];
  points: PointResult[];
  templates: Named[];
  actionFields: Named[];
  strategies: Named[];
  teams: Named[];
  budgetLines: Named[];
  partners: Named[];
  /** Projects that a new one can exclude. */
  excludable: Named[];
  titles: Record<string, string>;
}

export interface Named {
  id: string;
  name: string;
}

export type CheckDraft = Examination['checks'][number];
export type PointDraft = Examination['points'][number];
export type Candidate = Examination['candidates'][number];
export type Exclusion = NonNullable<Examination['alternatives']>[number];

/** Decisions as they stand in the form; a check or point that nobody has decided yet has none. */
export interface Decisions {
  checks: ReadonlyMap<string, CheckDraft>;
  points: ReadonlyMap<string, PointDraft>;
  candidates: readonly Candidate[];
  /** What the candidates exclude. */
  alternatives: readonly Exclusion[];
}

/** Decisions as a draft keeps them: as plain lists. */
export interface DecisionsDraft {
  checks: readonly CheckDraft[];
  points: readonly PointDraft[];
  candidates: readonly Candidate[];
  /** Missing in drafts from before there were any. */
  alternatives?: readonly Exclusion[];
}

export const packed = ({ checks, points, candidates, alternatives }: Decisions): DecisionsDraft => ({
  checks: [...checks.values()],
  points: [...points.values()],
  candidates,
  alternatives,
});

export const unpacked = ({ checks, points, candidates, alternatives = [] }: DecisionsDraft): Decisions => ({
  checks: new Map(checks.map((one) => [one.check, one])),
  points: new Map(points.map((one) => [one.point, one])),
  candidates,
  alternatives,
});

export function decisionsOf({ paper }: ExaminationView): Decisions {
  return {
    checks: new Map(paper.checks.map(({ by: _by, on: _on, ...one }) => [one.check, one])),
    points: new Map(paper.pointDecisions.map(({ by: _by, on: _on, ...one }) => [one.point, one])),
    candidates: paper.candidates,
    alternatives: paper.alternatives ?? [],
  };
}

/** What is sent. Points keep the order of the paper; a point that names a removed project names none. */
export function examinationOf(view: ExaminationView, decisions: Decisions): Examination {
  const known = new Set(decisions.candidates.map((one) => one.id));
  const { alternatives } = decisions;
  const order = view.points.map((one) => one.number);
  return {
    checks: view.checks.flatMap(({ check }) => decisions.checks.get(check) ?? []),
    points: [...decisions.points.values()]
      .map(({ candidate, ...one }) => (candidate && known.has(candidate) ? { ...one, candidate } : one))
      .sort((a, b) => order.indexOf(a.point) - order.indexOf(b.point)),
    candidates: [...decisions.candidates],
    ...(alternatives.length > 0 ? { alternatives: [...alternatives] } : {}),
  };
}

export const relationKey = (relation: Relation): string => `${relation.kind} ${relation.id}`;

/** Ids of what a candidate excludes. */
export function excludedBy(alternatives: readonly Exclusion[], candidate: string): string[] {
  const own = alternatives.find(({ projects }) => projects.includes(candidate));
  return own?.projects.filter((id) => id !== candidate) ?? [];
}

/** The exclusions with those of one candidate changed: at most one of it and `ids` is carried out, unless its alternative says otherwise. */
export function withExcluded(
  alternatives: readonly Exclusion[],
  { id, name }: Pick<Candidate, 'id' | 'name'>,
  ids: readonly string[],
): Exclusion[] {
  const before = alternatives.find(({ projects }) => projects.includes(id));
  const others = alternatives.filter((one) => one !== before);
  if (ids.length === 0) return others;
  return [...others, { ...(before ?? { id, name, choice: 'atMostOne' }), projects: [id, ...ids] }];
}

/** The exclusions without a candidate that is gone; where only one project is left there is nothing to exclude. */
export function withoutCandidate(alternatives: readonly Exclusion[], id: string): Exclusion[] {
  return alternatives
    .map((one) => ({ ...one, projects: one.projects.filter((project) => project !== id) }))
    .filter(({ projects }) => projects.length > 1);
}

/** The candidate with one phase's work in one mode changed; what a person has set is no longer the template's. */
export function withWork(
  candidate: Candidate,
  phase: string,
  mode: string,
  part: Partial<Candidate['phases'][number]['work'][string]>,
  signature: { by: string; on: string },
): Candidate {
  const phases = candidate.phases.map((one) => {
    const work = one.work[mode];
    return one.id === phase && work ? { ...one, work: { ...one.work, [mode]: { ...work, ...part } } } : one;
  });
  const provenance = { ...candidate.provenance, phases: { kind: 'entered' as const, ...signature } };
  return { ...candidate, phases, provenance };
}

/**
 * Decisions with other new projects. Where exactly one point is undecided, a project that has just been made is for
 * that point; the form shows it so, and a person confirms or changes it by saving.
 */
export function withCandidates(view: ExaminationView, before: Decisions, candidates: readonly Candidate[]): Decisions {
  const [added, ...more] = candidates.filter((one) => !before.candidates.some((other) => other.id === one.id));
  const [open, ...others] = view.points.filter((one) => !before.points.has(one.number));
  if (!added || more.length > 0 || !open || others.length > 0) return { ...before, candidates };
  const point: PointDraft = { point: open.number, scope: 'administration', relations: [], candidate: added.id };
  return { ...before, candidates, points: new Map(before.points).set(open.number, point) };
}
