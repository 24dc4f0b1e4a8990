import { z } from 'zod';
import { idSchema, isoDateSchema, lineSchema, proseSchema, type Text } from '../agenda/index.ts';
import { consultationSchema } from './paper.ts';

/** What a body did with an item of its agenda. */
export const itemResultSchema = z.enum(['adopted', 'adoptedWithChanges', 'rejected', 'referred', 'withdrawn', 'noted']);
export type ItemResult = z.infer<typeof itemResultSchema>;

const count = z.int().min(0).max(1000);

/** An item of a meeting's agenda (OParl AgendaItem), with what became of it. */
export const agendaItemSchema = z.strictObject({
  number: lineSchema,
  title: lineSchema,
  /** Key of the paper that is dealt with. */
  paper: idSchema.optional(),
  /** What the body has to do with the paper; without it the council decides and everybody else prepares. */
  role: consultationSchema.shape.role.optional(),
  public: z.boolean().default(true),
  result: itemResultSchema.optional(),
  /** Words of the minutes beside the result: "mit 3 Änderungen", "an den VFA". */
  resultNote: lineSchema.optional(),
  votes: z.strictObject({ yes: count, no: count, abstained: count }).optional(),
  /** Wording of the resolution as it was adopted. */
  resolutionText: proseSchema.optional(),
});
export type AgendaItem = z.infer<typeof agendaItemSchema>;

/** A meeting of the council or of a committee. */
export const meetingSchema = z.strictObject({
  id: idSchema,
  /** Name of the {@link import('./organization.ts').Organization} that meets. */
  body: lineSchema,
  on: isoDateSchema,
  /** Local time, `16:00`. */
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Uhrzeit als 16:00')
    .optional(),
  place: lineSchema.optional(),
  items: z.array(agendaItemSchema).max(200).default([]),
});
export type Meeting = z.infer<typeof meetingSchema>;

/** True if the council or a committee has said yes, whatever it changed before. */
export const isAdopted = (item: AgendaItem): boolean =>
  item.result === 'adopted' || item.result === 'adoptedWithChanges';

/** What is wrong with one item, and at which field of it. */
export interface ItemFault {
  item: number;
  field: 'number' | 'result' | 'votes';
  message: Text;
}

/** What a meeting's record contradicts: numbers twice, results of the future, votes that say something else. */
export function meetingFaults(meeting: Meeting, today: string): ItemFault[] {
  return meeting.items.flatMap((item, index): ItemFault[] => {
    const twice = meeting.items.findIndex((other) => other.number === item.number) < index;
    const early = item.result !== undefined && meeting.on > today;
    return [
      ...(twice ? [fault(index, 'number', NUMBER_TWICE)] : []),
      ...(early ? [fault(index, 'result', RESULT_EARLY)] : []),
      ...(contradicted(item) ? [fault(index, 'votes', VOTES_CONTRADICT)] : []),
    ];
  });
}

const fault = (item: number, field: ItemFault['field'], message: Text): ItemFault => ({ item, field, message });

/** SächsGemO § 39 Abs. 6: the majority of the votes decides, a tie rejects, abstentions do not count. */
function contradicted({ votes, ...item }: AgendaItem): boolean {
  if (votes === undefined || item.result === undefined) return false;
  if (isAdopted(item)) return votes.yes <= votes.no;
  return item.result === 'rejected' && votes.yes > votes.no;
}

const NUMBER_TWICE: Text = {
  de: 'Diese Nummer steht schon auf der Tagesordnung. Bitte jedem Punkt eine eigene geben.',
  en: 'This number already stands on the agenda. Please give each item its own.',
};
const RESULT_EARLY: Text = {
  de: 'Die Sitzung liegt noch vor uns; ein Ergebnis gibt es erst danach. Bitte den Tag der Sitzung prüfen.',
  en: 'The meeting still lies ahead; there is a result only afterwards. Please check the day of the meeting.',
};
const VOTES_CONTRADICT: Text = {
  de: 'Die Stimmen sagen etwas anderes als das Ergebnis: Angenommen ist mit mehr Ja als Nein, bei Gleichstand ist abgelehnt (SächsGemO § 39 Abs. 6).',
  en: 'The votes say something else than the result: adopted is with more yes than no, a tie rejects (SächsGemO § 39 Abs. 6).',
};
