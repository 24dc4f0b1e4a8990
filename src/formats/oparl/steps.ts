import type { Consultation, Paper } from '../../council/index.ts';
import { numberedKeys, wordKey } from './addresses.ts';
import type { Published, Times } from './published.ts';

/** An item of a meeting's agenda in public session, with the keys of both. */
export interface PublicItem {
  meeting: { id: string; body: string; on: string; times: Times };
  /** Place in the agenda, from 0, counted over the public items. */
  order: number;
  key: string;
  item: Published['meetings'][number]['meeting']['items'][number];
}

/** The public items of all meetings; what is dealt with in closed session is left out altogether. */
export function publicItems({ meetings }: Published): PublicItem[] {
  return meetings.flatMap(({ meeting, times }) => {
    const items = meeting.items.filter((item) => item.public);
    const keys = numberedKeys(items.map((item) => `${meeting.id}.${wordKey(item.number)}`));
    return items.map((item, order) => ({
      meeting: { id: meeting.id, body: meeting.body, on: meeting.on, times },
      order,
      key: keys[order] ?? '',
      item,
    }));
  });
}

/** A step of a paper's way through the bodies. */
export interface Step {
  body: string;
  role?: Consultation['role'];
  item?: PublicItem;
}

/**
 * The way of a paper: its consultations, and the public items that deal with it. An item belongs to the consultation
 * of the same body on the same day, or to one whose day was not known yet. The statement of an office is no
 * consultation of a body, and what is not public stays out.
 */
export function stepsOf(paper: Paper, items: readonly PublicItem[]): Step[] {
  const open = items.filter(({ item }) => item.paper === paper.id);
  const take = (fits: (one: PublicItem) => boolean): PublicItem | undefined => {
    const at = open.findIndex(fits);
    return at < 0 ? undefined : open.splice(at, 1)[0];
  };
  const planned = paper.consultations.filter((one) => one.public !== false && one.role !== 'statement');
  const linked = planned.map(({ body, role, on }): Step => {
    const item = on && take(({ meeting }) => meeting.body === body && meeting.on === on);
    return { body, role, ...(item ? { item } : {}) };
  });
  const steps = linked.map((step, index): Step => {
    if (step.item || planned[index]?.on !== undefined) return step;
    const item = take(({ meeting }) => meeting.body === step.body);
    return item ? { ...step, item } : step;
  });
  return [
    ...steps,
    ...open.map(
      (item): Step => ({
        body: item.meeting.body,
        item,
        ...(item.item.role ? { role: item.item.role } : {}),
      }),
    ),
  ];
}
