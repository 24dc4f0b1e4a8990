import { z } from 'zod';
import { idSchema, isoDateSchema, lineSchema, proseSchema } from './primitives.ts';
import { provenanceMapSchema } from './provenance.ts';

/** The questions that are put to a head of office; each city words its own. */
export const interviewGuideSchema = z.strictObject({
  id: idSchema,
  name: lineSchema,
  /** Offices that it is meant for; none: every office without a guide of its own. */
  units: z.array(idSchema).default([]),
  questions: z
    .array(z.strictObject({ text: lineSchema, hint: proseSchema.optional() }))
    .min(1)
    .max(60),
  provenance: provenanceMapSchema.optional(),
});
export type InterviewGuide = z.infer<typeof interviewGuideSchema>;

/** What was said to one question, with the question as it was put: a guide may be worded anew later. */
export const interviewAnswerSchema = z.strictObject({ question: lineSchema, text: proseSchema });
export type InterviewAnswer = z.infer<typeof interviewAnswerSchema>;

/** A talk with a head of office about what the office needs; confirmed by the head afterwards. */
export const interviewSchema = z.strictObject({
  id: idSchema,
  unit: idSchema,
  on: isoDateSchema.optional(),
  answers: z.array(interviewAnswerSchema).max(60).default([]),
  record: proseSchema.optional(),
  confirmedOn: isoDateSchema.optional(),
  provenance: provenanceMapSchema.optional(),
});
export type Interview = z.infer<typeof interviewSchema>;

/** A wish of one or more offices; it becomes part of a project or is answered with a reason. */
export const needSchema = z.strictObject({
  id: idSchema,
  name: lineSchema,
  description: proseSchema.optional(),
  units: z.array(idSchema).min(1),
  interviews: z.array(idSchema).default([]),
  weight: z.int().min(1).max(5).default(3),
  /** Why it weighs so much, or so little. */
  weightReason: proseSchema.optional(),
  projects: z.array(idSchema).default([]),
  answer: proseSchema.optional(),
  answeredOn: isoDateSchema.optional(),
  /** The need that says the same and speaks for this one too. This one keeps its own origin and is no longer counted. */
  mergedInto: idSchema.optional(),
  /** Needs that look alike and were found to be something else. */
  distinctFrom: z.array(idSchema).default([]),
  provenance: provenanceMapSchema.optional(),
});
export type Need = z.infer<typeof needSchema>;

/** What has become of a need: part of a project, answered with a reason, or neither yet. */
export type NeedState = 'inProject' | 'answered' | 'open';

/** The words of a talk: what its head confirms. */
export function wordsOfInterview({ answers, record, on, unit }: Interview): string {
  return JSON.stringify([unit, on ?? null, answers, record ?? null]);
}

interface Needing {
  needs: readonly Need[];
  projects: readonly { id: string; needs: readonly string[] }[];
}

/** The need that speaks for this one: itself, or the one that it was merged into. */
export function speakingFor(needs: readonly Need[], need: Need): Need {
  return needs.find((one) => one.id === need.mergedInto) ?? need;
}

/** Needs that stand for themselves; those merged into others are heard through them. */
export function standingNeeds(needs: readonly Need[]): Need[] {
  return needs.filter((one) => one.mergedInto === undefined);
}

/** A need with those merged into it: the origins of one wish. */
export function originsOf(needs: readonly Need[], id: string): Need[] {
  return needs.filter((one) => one.id === id || one.mergedInto === id);
}

/** Projects that take a need up, named by the need, by those merged into it, or by the project; in the agenda's order. */
export function projectsOfNeed({ needs, projects }: Needing, id: string): string[] {
  const origins = originsOf(needs, id);
  const named = new Set(origins.flatMap((one) => one.projects));
  return projects
    .filter((one) => named.has(one.id) || origins.some((need) => one.needs.includes(need.id)))
    .map((one) => one.id);
}

/** Needs that a project takes up, named by either side. */
export function needsOfProject({ needs, projects }: Needing, id: string): Need[] {
  const own = projects.find((one) => one.id === id)?.needs ?? [];
  return needs.filter((need) => own.includes(need.id) || need.projects.includes(id));
}

/** Where a need stands; one that was merged stands where the other one does. */
export function needState(agenda: Needing, need: Need): NeedState {
  const speaker = speakingFor(agenda.needs, need);
  if (projectsOfNeed(agenda, speaker.id).length > 0) return 'inProject';
  return speaker.answer === undefined ? 'open' : 'answered';
}
