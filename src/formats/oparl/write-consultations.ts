import type { Paper } from '../../council/index.ts';
import { type Addresses, numberedKeys, wordKey } from './addresses.ts';
import { latest, type Published, type Times } from './published.ts';
import type { Consultation as ConsultationObject } from './schema.ts';
import { typeOf } from './schema.ts';
import { type PublicItem, stepsOf } from './steps.ts';
import { CONSULTATION_ROLES } from './words.ts';
import { organizationAddress } from './write-organizations.ts';

/** The consultations of one paper as objects of OParl, each standing alone. */
export function writeConsultations(
  { paper, times }: { paper: Paper; times: Times },
  items: readonly PublicItem[],
  published: Published,
  addresses: Addresses,
): ConsultationObject[] {
  const steps = stepsOf(paper, items);
  const keys = numberedKeys(steps.map((step) => `${paper.id}.${wordKey(step.body)}`));
  return steps.map(({ body, role, item }, index) => ({
    id: addresses.object('consultation', keys[index] ?? ''),
    type: typeOf('Consultation'),
    created: times.created,
    modified: latest(times.modified, item?.meeting.times.modified),
    paper: addresses.object('paper', paper.id),
    ...(item
      ? {
          agendaItem: addresses.object('agendaItem', item.key),
          meeting: addresses.object('meeting', item.meeting.id),
        }
      : {}),
    organization: [organizationAddress(published, addresses, body)],
    ...(role ? { authoritative: role === 'authoritative', role: CONSULTATION_ROLES[role] } : {}),
  }));
}
