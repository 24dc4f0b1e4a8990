import { z } from 'zod';
import { idSchema, isoDateSchema, lineSchema, proseSchema } from '../agenda/index.ts';
import { isAdopted, type Meeting } from './meeting.ts';
import type { Paper } from './paper.ts';
import { pointsOf } from './records.ts';
import { sentences } from './sentences.ts';

/** Longest report on a resolution: at most so many short sentences, as councils ask for it. */
const REPORT_SENTENCES = 3;

/** Something that a resolution makes somebody do. */
export const resolutionTaskSchema = z.strictObject({
  id: idSchema,
  text: lineSchema,
  /** Unit that has to see to it. */
  responsible: idSchema.optional(),
  dueOn: isoDateSchema.optional(),
  doneOn: isoDateSchema.optional(),
});
export type ResolutionTask = z.infer<typeof resolutionTaskSchema>;

/** What a body has resolved, and what became of it (SächsGemO § 28 Abs. 3: the council watches over its resolutions). */
export const resolutionSchema = z.strictObject({
  id: idSchema,
  /** Number under which the council knows it: as a rule that of the paper. */
  reference: lineSchema,
  name: lineSchema,
  text: proseSchema,
  body: lineSchema,
  on: isoDateSchema,
  /** Resolved in public: only then the public list shows it. */
  public: z.boolean(),
  meeting: idSchema.optional(),
  /** Number of the item of that meeting. */
  item: lineSchema.optional(),
  paper: idSchema.optional(),
  responsible: idSchema.optional(),
  dueOn: isoDateSchema.optional(),
  tasks: z.array(resolutionTaskSchema).max(100).default([]),
  /** Projects of the agenda that carry it out. */
  projects: z.array(idSchema).max(50).default([]),
  /** Done or given up is said by a person; how it stands until then is computed. */
  status: z.enum(['open', 'done', 'notPursued']).default('open'),
  report: z
    .strictObject({
      on: isoDateSchema,
      by: lineSchema,
      text: proseSchema.refine((text) => sentences(text).length <= REPORT_SENTENCES && text.length <= 500, {
        error: 'Höchstens drei kurze Sätze (500 Zeichen)',
      }),
    })
    .optional(),
});
export type Resolution = z.infer<typeof resolutionSchema>;

/** An adopted item that nobody follows up yet, as the resolution that it would become. */
export function untracked(
  meetings: readonly Meeting[],
  resolutions: readonly Resolution[],
  papers: readonly Paper[],
): Resolution[] {
  const tracked = new Set(resolutions.map((one) => `${one.meeting} ${one.item}`));
  return meetings.flatMap((meeting) =>
    meeting.items
      .filter((item) => isAdopted(item) && !tracked.has(`${meeting.id} ${item.number}`))
      .map((item): Resolution => {
        const paper = papers.find((one) => one.id === item.paper);
        return {
          id: `${meeting.id}.${plain(item.number)}`.slice(0, 64),
          reference: paper?.reference ?? `${meeting.body} ${meeting.on}, TOP ${item.number}`,
          name: paper?.name ?? item.title,
          text: item.resolutionText ?? (paper ? wording(paper) : item.title),
          body: meeting.body,
          on: meeting.on,
          public: item.public,
          meeting: meeting.id,
          item: item.number,
          ...(paper ? { paper: paper.id } : {}),
          ...(paper?.responsible ? { responsible: paper.responsible } : {}),
          tasks: [],
          projects: [],
          status: 'open',
        };
      }),
  );
}

/** What the movers asked for, where the minutes have no wording of their own. */
const wording = (paper: Paper): string =>
  pointsOf(paper)
    .map((point) => `${point.number}. ${point.text}`)
    .join('\n');

const plain = (number: string): string => number.toLowerCase().replace(/[^a-z0-9]+/g, '-');
