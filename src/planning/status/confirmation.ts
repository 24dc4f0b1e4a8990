import { z } from 'zod';
import { type Agenda, isEnded, isoDateSchema, proseSchema } from '../../agenda/index.ts';
import type { PlanContext } from '../views/plan-context.ts';

/** What somebody outside is asked to confirm by a link: a head the record of a talk, a partner the date of an offer. */
export const confirmationSubjectSchema = z.enum(['interview', 'offer']);
export type ConfirmationSubject = z.infer<typeof confirmationSubjectSchema>;

/** What the answer was; a correction waits until the programme team has seen to it. */
export const confirmationSchema = z.strictObject({
  /** The link that was answered. */
  id: z.string().min(1).max(64),
  subject: confirmationSubjectSchema,
  /** `interview-id`, or `partner-id/offer-id`. */
  target: z.string().min(1).max(200),
  answeredOn: isoDateSchema,
  verdict: z.enum(['confirmed', 'changed']),
  text: proseSchema.max(5_000).optional(),
  /** The day from which a partner's offer is available instead. */
  newDate: isoDateSchema.optional(),
  state: z.enum(['taken', 'open', 'declined']),
});
export type Confirmation = z.infer<typeof confirmationSchema>;

type Partner = Agenda['partners'][number];

/** Partner and offer that `partner-id/offer-id` names. */
export function offerOf(
  agenda: Agenda,
  target: string,
): { partner: Partner; offer: Partner['offers'][number] } | undefined {
  const [partnerId, offerId] = target.split('/');
  const partner = agenda.partners.find(({ id }) => id === partnerId);
  const offer = partner?.offers.find(({ id }) => id === offerId);
  return partner && offer && { partner, offer };
}

/** A project that uses an offer and would have to begin later if the offer came on another day. */
export interface OfferEffect {
  project: string;
  name: string;
  start: string;
}

/**
 * Projects whose planned way uses the offer and that the plan begins before the day from which it would be available:
 * each of them moves at least that far, or takes another way.
 */
export function offerEffects(context: PlanContext, target: string, availableFrom: string): OfferEffect[] {
  const named = offerOf(context.agenda, target);
  if (named === undefined) return [];
  return context.agenda.projects.flatMap((project) => {
    if (isEnded(project)) return [];
    const phases = context.phases.get(project.id) ?? [];
    const uses = project.modes.some(
      (mode) =>
        mode.offer === named.offer.id &&
        (mode.partner === undefined || mode.partner === named.partner.id) &&
        phases.some((phase) => phase.mode === mode.id),
    );
    const start = context.dates.get(project.id)?.start;
    return uses && start !== undefined && start < availableFrom
      ? [{ project: project.id, name: project.name, start }]
      : [];
  });
}
