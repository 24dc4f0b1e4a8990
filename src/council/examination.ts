import { z } from 'zod';
import { alternativeSchema, type ProjectTemplate, projectSchema } from '../agenda/index.ts';
import {
  type CheckDecision,
  checkDecisionSchema,
  type Paper,
  type PointDecision,
  pointDecisionSchema,
} from './paper.ts';
import { pointsOf } from './records.ts';

/** What a person decides when a paper is examined; who and when is written by {@link examined}, never by the sender. */
export const examinationSchema = z.strictObject({
  checks: z.array(checkDecisionSchema.omit({ by: true, on: true })),
  points: z.array(pointDecisionSchema.omit({ by: true, on: true })),
  /** The paper's new projects, with effort and delivery modes as estimated by the examiner. */
  candidates: z.array(projectSchema),
  /** What they exclude. */
  alternatives: z.array(alternativeSchema).optional(),
});
export type Examination = z.infer<typeof examinationSchema>;

/** Who decides, and on which day. */
export interface Signature {
  by: string;
  on: string;
}

/**
 * The paper with a person's decisions. A decision that is as it was keeps its name and day; each new or changed one
 * gets those of the person who decides now.
 */
export function examined(paper: Paper, examination: Examination, signature: Signature): Paper {
  const checks = examination.checks.map((one): CheckDecision => {
    const before = paper.checks.find((other) => other.check === one.check);
    return before && same(without(before), one) ? before : { ...one, ...signature };
  });
  const points = examination.points.map((one): PointDecision => {
    const before = paper.pointDecisions.find((other) => other.point === one.point);
    return before && same(without(before), one) ? before : { ...one, ...signature };
  });
  const { candidates, alternatives = [] } = examination;
  const { alternatives: _before, ...rest } = paper;
  const decided = { ...rest, checks, pointDecisions: points, candidates };
  return alternatives.length > 0 ? { ...decided, alternatives } : decided;
}

function without<T extends Signature>({ by: _by, on: _on, ...rest }: T): Omit<T, 'by' | 'on'> {
  return rest;
}

/** Equal in content, whatever the order of the fields. */
function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [left, right] = [a, b].map((one) => Object.entries(one).filter(([, value]) => value !== undefined));
  if (left === undefined || right === undefined || left.length !== right.length) return false;
  return left.every(([key, value]) => key in b && same(value, (b as Record<string, unknown>)[key]));
}

/**
 * A new project for a paper or a resolution, made of a template: phases, effort and cost are the template's, with its provenance, and
 * remain to be checked by a person.
 */
export function candidateFrom(
  template: ProjectTemplate,
  paper: Pick<Paper, 'id' | 'reference'>,
  options: { actionField: string; takenIds: readonly string[] },
): Paper['candidates'][number] {
  return projectSchema.parse({
    id: freeId(`N-${paper.id}`, options.takenIds),
    name: `${template.name} (${paper.reference})`.slice(0, 300),
    actionField: options.actionField,
    commitmentClass: 'optional',
    status: 'suggested',
    ...(template.description ? { purpose: template.description } : {}),
    modes: template.modes,
    phases: template.phases,
    papers: [paper.reference],
    ...(template.provenance ? { provenance: template.provenance } : {}),
  });
}

/** Templates with those first whose keywords the paper uses most, so that the likely one is offered; else as they are. */
export function templatesFor(templates: readonly ProjectTemplate[], paper: Paper): ProjectTemplate[] {
  const text = [paper.name, ...pointsOf(paper).map((point) => point.text)].join(' ').toLowerCase();
  const hits = ({ keywords }: ProjectTemplate): number =>
    keywords.filter((word) => text.includes(word.toLowerCase())).length;
  return templates.toSorted((a, b) => hits(b) - hits(a));
}

function freeId(wanted: string, taken: readonly string[]): string {
  const base = wanted.slice(0, 60);
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.includes(id)) return id;
  }
}
