import { type Addresses, addressesOf, type ListName } from './addresses.ts';
import { latest, type Published } from './published.ts';
import { type Body, type Organization, type System, type Tombstone, typeOf } from './schema.ts';
import { publicItems } from './steps.ts';
import { writeConsultations } from './write-consultations.ts';
import { writeAgendaItems, writeLocations, writeMeetings } from './write-meetings.ts';
import { organizationAddress, writeOrganizations } from './write-organizations.ts';
import { writeFiles, writePaper, writeStatement } from './write-papers.ts';

/** What clients synchronise by; every object has it. */
export type OparlObject = { id: string; type: string; created: string; modified: string } | Tombstone;

/** Everything that OParl shows of a city: the body, and its lists, complete and sorted by address. */
export interface OparlContent {
  body: Body;
  lists: Record<ListName, readonly OparlObject[]>;
}

/** A published city as objects of OParl 1.1. Persons, terms and memberships are not on record: their lists are empty. */
export function writeOparl(published: Published): OparlContent {
  const addresses = addressesOf(published.origin, published.city.id);
  const items = publicItems(published);
  const byPaper = published.papers.map((one) => ({
    one,
    consultations: writeConsultations(one, items, published, addresses),
  }));
  const consultations = byPaper.flatMap((one) => one.consultations);
  const agendaItem = writeAgendaItems(items, consultations, addresses);
  const location = writeLocations(published, addresses);
  const organization = writeOrganizations(published, addresses);
  const lists: Record<ListName, OparlObject[]> = {
    organization: [...organization],
    person: [],
    meeting: writeMeetings(published, agendaItem, location, addresses),
    paper: [
      ...byPaper.map(({ one, consultations: own }) => writePaper(one, published, own, addresses)),
      ...published.statements.map((one) => writeStatement(one, published, addresses)),
    ],
    agendaItem,
    consultation: consultations,
    file: published.statements.flatMap((one) => writeFiles(one, addresses)),
    location,
    legislativeTerm: [],
    membership: [],
  };
  for (const { list, id, times } of published.deleted) {
    const type = typeOf(list === 'meeting' ? 'Meeting' : 'Organization');
    lists[list].push({ id: addresses.object(list, id), type, ...times, deleted: true });
  }
  for (const list of Object.values(lists)) list.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { body: writeBody(published, addresses, organization), lists };
}

function writeBody(published: Published, addresses: Addresses, all: Organization[]): Body {
  const { city, councilBody, origin } = published;
  const { system, body, list } = addresses;
  const main = organizationAddress(published, addresses, councilBody);
  return {
    id: body,
    type: typeOf('Body'),
    ...city.times,
    system,
    name: city.name,
    ags: city.agsKey,
    classification: 'Stadt',
    organization: list('organization'),
    person: list('person'),
    meeting: list('meeting'),
    paper: list('paper'),
    legislativeTerm: [],
    agendaItem: list('agendaItem'),
    consultation: list('consultation'),
    file: list('file'),
    locationList: list('location'),
    legislativeTermList: list('legislativeTerm'),
    membership: list('membership'),
    ...(all.some((one) => one.id === main) ? { mainOrganization: main } : {}),
    web: `${origin}/oeffentlich/${city.id}`,
  };
}

/** The entrance of the endpoint: one for all cities of a server. */
export function writeSystem(origin: string, bodies: readonly Body[]): System {
  const { system } = addressesOf(origin, '');
  return {
    id: system,
    type: typeOf('System'),
    created: bodies.map((one) => one.created).sort()[0] ?? '',
    modified: latest(...bodies.map((one) => one.modified)),
    oparlVersion: 'https://schema.oparl.org/1.1/',
    body: `${system}/body`,
    name: bodies.length === 1 ? `Fahrplan: ${bodies[0]?.name}` : 'Fahrplan',
  };
}
