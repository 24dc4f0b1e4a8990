import { z } from '@hono/zod-openapi';
import { type Agenda, isoDateSchema, unitNameOn } from '../../agenda/index.ts';
import {
  type ConfirmationSubject,
  confirmationSchema,
  confirmationSubjectSchema,
  offerEffects,
  offerOf,
} from '../../planning/index.ts';
import { createLink, listConfirmations, openLinks, readConfirmation } from '../../store/index.ts';
import { decideConfirmation } from '../confirmation/answer.ts';
import { type Operation, operation } from '../http/operation.ts';
import { Problem } from '../http/problems.ts';
import { idParams } from '../http/schemas.ts';

/** How long a link for a confirmation works. */
const LINK_DAYS = 30;

const effect = z.strictObject({ project: z.string(), name: z.string(), start: isoDateSchema });
const subjectRow = z.strictObject({
  subject: confirmationSubjectSchema,
  target: z.string(),
  name: z.string(),
  detail: z.string(),
  on: isoDateSchema.nullable(),
  confirmedOn: isoDateSchema.nullable(),
  linkUntil: isoDateSchema.nullable(),
});
type SubjectRow = z.infer<typeof subjectRow>;

/** Everything that can be confirmed: talks, and offers of partners. */
function subjects(
  agenda: Agenda,
  until: (subject: ConfirmationSubject, target: string) => string | null,
): SubjectRow[] {
  const talks = agenda.interviews.map((one): SubjectRow => {
    const unit = agenda.units.find(({ id }) => id === one.unit);
    return {
      subject: 'interview',
      target: one.id,
      name: unit ? unitNameOn(unit, one.on ?? agenda.planStart) : one.unit,
      detail: '',
      on: one.on ?? null,
      confirmedOn: one.confirmedOn ?? null,
      linkUntil: until('interview', one.id),
    };
  });
  const offers = agenda.partners.flatMap((partner) =>
    partner.offers.map((offer): SubjectRow => {
      const target = `${partner.id}/${offer.id}`;
      return {
        subject: 'offer',
        target,
        name: partner.name,
        detail: offer.deliverable,
        on: offer.availableFrom ?? null,
        confirmedOn: offer.confirmedOn ?? null,
        linkUntil: until('offer', target),
      };
    }),
  );
  return [...talks, ...offers];
}

export const confirmationRoutes: Operation[] = [
  operation({
    method: 'get',
    path: '/api/confirmations',
    summary: 'What heads of office and partners can confirm by a link, and what they have answered',
    permission: 'writeRegister',
    keptFor: 'roles',
    keptWithSmallChanges: true,
    answer: z.strictObject({
      subjects: z.array(subjectRow),
      open: z.array(z.strictObject({ ...confirmationSchema.shape, effects: z.array(effect) })),
    }),
    async handle({ tx, session, services }) {
      const loaded = await services.agendas.load(tx, session);
      const links = { interview: await openLinks(tx, 'interview'), offer: await openLinks(tx, 'offer') };
      const waiting = (await listConfirmations(tx)).filter((one) => one.state === 'open');
      const open = waiting.map((one) => ({
        ...one,
        effects: one.newDate ? offerEffects(loaded.context(), one.target, one.newDate) : [],
      }));
      const rows = subjects(loaded.agenda, (subject, target) => links[subject].get(target) ?? null);
      return { body: { subjects: rows, open } };
    },
  }),
  operation({
    method: 'post',
    path: '/api/confirmations',
    summary: 'Make the link by which a head of office or a partner confirms; an earlier one stops working',
    permission: 'writeRegister',
    body: z.strictObject({ subject: confirmationSubjectSchema, target: z.string().min(1).max(200) }),
    answer: z.strictObject({ link: z.string(), days: z.int() }),
    async handle({ tx, session, services, origin, body: { subject, target } }) {
      const { agenda } = await services.agendas.load(tx, session);
      const found = subject === 'offer' ? offerOf(agenda, target) : agenda.interviews.find(({ id }) => id === target);
      if (found === undefined) throw new Problem('not-found');
      const { token } = await createLink(tx, { purpose: subject, target, days: LINK_DAYS });
      return { body: { link: `${origin}/bestaetigung?token=${token}`, days: LINK_DAYS } };
    },
  }),
  operation({
    method: 'post',
    path: '/api/confirmations/{id}/decision',
    summary: 'Take an answer over that would change something, or not',
    permission: 'writeRegister',
    params: idParams,
    body: z.strictObject({ take: z.boolean() }),
    answer: confirmationSchema,
    async handle({ tx, session, services, params, body }) {
      const stored = await readConfirmation(tx, params.id);
      if (stored === undefined) throw new Problem('not-found');
      return { body: await decideConfirmation({ tx, session, services }, stored, body.take) };
    },
  }),
];
