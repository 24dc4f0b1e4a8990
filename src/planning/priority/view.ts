import { z } from 'zod';
import {
  type Agenda,
  commitmentClassSchema,
  idSchema,
  isEnded,
  isIllustrative,
  type Weighting,
  weightingSchema,
} from '../../agenda/index.ts';
import { tenthsFor } from './measures.ts';
import { ordered, type Rated, ranks, weightedSum } from './rank.ts';
import { sensitivity } from './sensitivity.ts';

export const priorityRowSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  commitmentClass: commitmentClassSchema,
  rank: z.int(),
  /** Weighted mean of the points, 0 to 100. */
  score: z.number(),
  /** Points for each criterion, 0 to 100; null: not rated, counts 0. */
  points: z.array(z.number().nullable()),
});
export type PriorityRow = z.infer<typeof priorityRowSchema>;

const swap = z.strictObject({ at: z.number(), ahead: idSchema, behind: idSchema });
export const sensitivitySchema = z.strictObject({
  /** Id of the criterion whose weight is moved. */
  criterion: idSchema,
  /** Nearest weights at which two projects change places; null: none does. */
  below: swap.nullable(),
  above: swap.nullable(),
  lowered: z.number(),
  raised: z.number(),
  changes: z.array(z.strictObject({ id: idSchema, rank: z.int(), lower: z.int(), higher: z.int() })),
});

/** Ranks of the projects by declared criteria, and how much they hang on the weights. */
export const priorityViewSchema = z.strictObject({
  weighting: weightingSchema,
  rows: z.array(priorityRowSchema),
  /** Effort or cost of some project is invented for an example. */
  illustrative: z.boolean(),
  sensitivity: z.array(sensitivitySchema),
});
export type PriorityView = z.infer<typeof priorityViewSchema>;

/**
 * Ranks all projects that have not ended. A project that is a duty (M) stands before every other one, whatever the
 * points say.
 *
 * @param by points by which each weight is moved, one at a time
 */
export function priorityView(agenda: Agenda, weighting: Weighting, by: number): PriorityView {
  const projects = agenda.projects.filter((project) => !isEnded(project));
  const { criteria } = weighting;
  const weights = criteria.map(({ weight }) => weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const columns = criteria.map((criterion) => tenthsFor(agenda, projects, criterion));
  const rated = projects.map(
    ({ id, commitmentClass }, index): Rated => ({
      id,
      duty: commitmentClass === 'mandatory',
      tenths: columns.map((column) => column[index] ?? 0),
    }),
  );
  const place = ranks(rated, weights);
  const position = new Map(projects.map((project, index) => [project.id, { project, index }]));
  const rows = ordered(rated, weights).flatMap((one): PriorityRow[] => {
    const found = position.get(one.id);
    if (found === undefined) return [];
    const { project, index } = found;
    return [
      {
        id: one.id,
        name: project.name,
        commitmentClass: project.commitmentClass,
        rank: place.get(one.id) ?? 0,
        score: Math.round(weightedSum(one, weights) / total) / 10,
        points: columns.map((column) => tenthsToPoints(column[index])),
      },
    ];
  });
  return {
    weighting,
    rows,
    illustrative: projects.some((project) => isIllustrative(project, 'phases')),
    sensitivity: criteria.map(({ id }, index) => ({ criterion: id, ...sensitivity(rated, weights, index, by) })),
  };
}

const tenthsToPoints = (tenths: number | null | undefined): number | null =>
  tenths === null || tenths === undefined ? null : tenths / 10;
