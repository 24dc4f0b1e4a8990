import { germanDate } from '../../agenda/index.ts';
import type { ItemResult } from '../../council/index.ts';
import type { Addresses } from './addresses.ts';
import { germanMoment } from './german-time.ts';
import { latest, type Published } from './published.ts';
import { type AgendaItem, type Consultation, type Location, type Meeting, typeOf } from './schema.ts';
import type { PublicItem } from './steps.ts';
import { ITEM_RESULTS } from './words.ts';
import { organizationAddress } from './write-organizations.ts';

/** `Geändert beschlossen (mit 3 Änderungen)`. */
const resultOf = (result: ItemResult, note?: string): string =>
  note ? `${ITEM_RESULTS[result]} (${note})` : ITEM_RESULTS[result];

/** The public items of all agendas, each standing alone. */
export function writeAgendaItems(
  items: readonly PublicItem[],
  consultations: readonly Consultation[],
  addresses: Addresses,
): AgendaItem[] {
  const byItem = new Map(consultations.map((one) => [one.agendaItem, one]));
  return items.map(({ meeting, order, key, item }) => {
    const id = addresses.object('agendaItem', key);
    const consultation = byItem.get(id);
    return {
      id,
      type: typeOf('AgendaItem'),
      created: meeting.times.created,
      modified: latest(meeting.times.modified, consultation?.created),
      meeting: addresses.object('meeting', meeting.id),
      number: item.number,
      order,
      name: item.title,
      public: true,
      ...(consultation ? { consultation: consultation.id } : {}),
      ...(item.result ? { result: resultOf(item.result, item.resultNote) } : {}),
      ...(item.resolutionText ? { resolutionText: item.resolutionText } : {}),
    };
  });
}

/** The places of the meetings, each standing alone. */
export function writeLocations({ meetings }: Published, addresses: Addresses): Location[] {
  return meetings.flatMap(({ meeting, times }) =>
    meeting.place === undefined
      ? []
      : [
          {
            id: addresses.object('location', meeting.id),
            type: typeOf('Location'),
            ...times,
            description: meeting.place,
            meeting: [addresses.object('meeting', meeting.id)],
          },
        ],
  );
}

/** The meetings with their public items. A meeting whose time of day is not on record begins at midnight. */
export function writeMeetings(
  published: Published,
  agendaItems: readonly AgendaItem[],
  locations: readonly Location[],
  addresses: Addresses,
): Meeting[] {
  return published.meetings.map(({ meeting, times }) => {
    const id = addresses.object('meeting', meeting.id);
    const items = agendaItems.filter((one) => one.meeting === id);
    const location = locations.find((one) => one.meeting?.includes(id));
    const { meeting: _, ...place } = location ?? { meeting: undefined };
    return {
      id,
      type: typeOf('Meeting'),
      ...times,
      modified: latest(times.modified, ...items.map((one) => one.modified)),
      name: `${meeting.body}, ${germanDate(meeting.on)}`,
      start: germanMoment(meeting.on, meeting.time),
      ...('id' in place ? { location: place } : {}),
      organization: [organizationAddress(published, addresses, meeting.body)],
      ...(items.length > 0 ? { agendaItem: items.map(({ meeting: _meeting, ...item }) => item) } : {}),
    };
  });
}
