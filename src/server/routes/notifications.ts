import { z } from '@hono/zod-openapi';
import { discussedKindSchema } from '../../agenda/index.ts';
import { countUnread, listNotifications, markRead } from '../../store/index.ts';
import { namesOf } from '../council/person-name.ts';
import { type Operation, operation } from '../http/operation.ts';
import { hrefOf } from '../records/href.ts';

/** News that one answer holds; older ones are read on the records themselves. */
const MOST = 100;

export const notificationRoutes: Operation[] = [
  operation({
    method: 'get',
    path: '/api/notifications',
    summary: "The person's own news, the newest first",
    permission: 'read',
    keptFor: 'person',
    keptWithSmallChanges: true,
    answer: z
      .strictObject({
        unread: z.int(),
        /** Mails are possible at all: the server has a mail server, and the person an account with an address. */
        mailPossible: z.boolean(),
        notifications: z.array(
          z.strictObject({
            id: z.uuid(),
            reason: z.enum(['mention', 'comment', 'change']),
            kind: discussedKindSchema,
            record: z.string(),
            title: z.string().nullable(),
            by: z.string(),
            at: z.iso.datetime(),
            read: z.boolean(),
            href: z.string(),
          }),
        ),
      })
      .openapi('Notifications'),
    async handle({ tx, session, services }) {
      const { unread, notifications } = await listNotifications(tx, MOST);
      const names = await namesOf(
        tx,
        notifications.map((one) => one.by),
      );
      return {
        body: {
          unread,
          mailPossible: services.mailer !== null && session.person !== null,
          notifications: notifications.map((one) => ({
            ...one,
            by: names[one.by] ?? one.by,
            href: hrefOf(one.kind, one.record),
          })),
        },
      };
    },
  }),
  operation({
    method: 'get',
    path: '/api/notifications/unread',
    summary: "How much of the person's own news is unread",
    permission: 'read',
    keptFor: 'person',
    keptWithSmallChanges: true,
    answer: z.strictObject({ unread: z.int() }),
    async handle({ tx }) {
      return { body: { unread: await countUnread(tx) } };
    },
  }),
  operation({
    method: 'post',
    path: '/api/notifications/read',
    summary: 'Mark own news as read: those named, or (null) all',
    permission: 'read',
    body: z.strictObject({ ids: z.array(z.uuid()).max(MOST).nullable() }),
    answer: z.strictObject({ unread: z.int() }),
    async handle({ tx, body }) {
      await markRead(tx, body.ids);
      return { body: { unread: await countUnread(tx) } };
    },
  }),
];
