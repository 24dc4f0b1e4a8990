import { z } from '@hono/zod-openapi';
import { listPasskeys, markSecondFactor, readCredential } from '../../store/index.ts';
import { type Operation, operation } from '../http/operation.ts';
import { Problem } from '../http/problems.ts';
import { redeemSecondFactor } from '../identity/one-time-codes.ts';
import { assertionSchema, beginAssertion, finishAssertion } from '../identity/passkeys.ts';
import { confirmCode } from '../identity/sign-in.ts';
import { ownPerson } from './account.ts';

/** Showing the second factor again, for a step that needs it. */
export const stepUpRoutes: Operation[] = [
  operation({
    method: 'post',
    path: '/api/session/second-factor',
    summary: 'Show the second factor: a code of the authenticator app, or a recovery code; holds five minutes',
    permission: 'read',
    body: z.strictObject({ code: z.string().min(1).max(60) }),
    answer: z.strictObject({}),
    async handle({ tx, session, services, body }) {
      const { id, mail } = await ownPerson(tx, session);
      if (!(await readCredential(tx, id)).totpConfirmed) throw new Problem('second-factor-missing');
      await confirmCode(services, mail, () =>
        redeemSecondFactor(tx, services.secretKey, { city: session.city, actor: id }, body.code),
      );
      await markSecondFactor(tx, session.id);
      return { body: {} };
    },
  }),
  operation({
    method: 'post',
    path: '/api/session/passkey-options',
    summary: 'Begin showing a passkey as second factor',
    permission: 'read',
    answer: z.record(z.string(), z.unknown()),
    async handle({ tx, session, origin }) {
      const { id } = await ownPerson(tx, session);
      if ((await listPasskeys(tx, id)).length === 0) throw new Problem('second-factor-missing');
      return { body: { ...(await beginAssertion({ origin }, tx, `confirm ${id}`)) } };
    },
  }),
  operation({
    method: 'post',
    path: '/api/session/passkey',
    summary: 'Show a passkey as second factor; holds five minutes',
    permission: 'read',
    body: z.strictObject({ response: assertionSchema }),
    answer: z.strictObject({}),
    async handle({ tx, session, origin, body: { response } }) {
      const { id } = await ownPerson(tx, session);
      const shown = { person: id, purpose: `confirm ${id}`, response };
      await finishAssertion({ origin }, tx, shown);
      await markSecondFactor(tx, session.id);
      return { body: {} };
    },
  }),
];
