import { type Addresses, addressesOf, type ListName, nameKey, unitKey } from './addresses.ts';
import { latest, type Published, type Times } from './published.ts';
import { type Body, type Organization, type System, type Tombstone, typeOf } from './schema.ts';
import { publicItems, stepsOf, writeConsultations } from './write-consultations.ts';
import { writeAgendaItems, writeLocations, writeMeetings } from './write-meetings.ts';
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
    consultations: writeConsultations(one, items, addresses),
  }));
  const consultations = byPaper.flatMap((one) => one.consultations);
  const agendaItem = writeAgendaItems(items, consultations, addresses);
  const location = writeLocations(published, addresses);
  const lists = {
    organization: writeOrganizations(published, addresses),
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
  } satisfies Record<ListName, OparlObject[]>;
  for (const list of Object.values<OparlObject[]>(lists)) list.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { body: writeBody(published, addresses, lists.organization), lists };
}

function writeBody({ city, councilBody, origin }: Published, addresses: Addresses, all: Organization[]): Body {
  const { system, body, list, object } = addresses;
  const main = object('organization', nameKey(councilBody));
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

/** Bodies and factions that the published papers and meetings name, and the offices responsible for the papers. */
function writeOrganizations(published: Published, addresses: Addresses): Organization[] {
  const { councilBody, papers, meetings, units } = published;
  const found = new Map<string, Organization>();
  const add = (name: string, times: Times, kind: Pick<Organization, 'organizationType' | 'classification'>): void => {
    const id = addresses.object('organization', nameKey(name));
    const known = found.get(id);
    // Nothing of it ever changes, because its name is its key: it is as old as the first object that names it.
    const created = known === undefined || times.created < known.created ? times.created : known.created;
    const object = { id, type: typeOf('Organization'), body: addresses.body, name, ...kind, ...known };
    found.set(id, { ...object, created, modified: created });
  };
  const addBody = (name: string, times: Times): void =>
    add(name, times, {
      organizationType: 'Gremium',
      classification: name === councilBody ? 'Parlament' : 'Ausschuss',
    });
  const items = publicItems(published);
  for (const { meeting, times } of meetings) addBody(meeting.body, times);
  for (const { paper, times } of papers) {
    for (const step of stepsOf(paper, items)) addBody(step.body, times);
    for (const { name, kind } of paper.originators) {
      if (kind === 'faction') add(name, times, { organizationType: 'Fraktion', classification: 'Fraktion' });
      if (kind === 'committee') addBody(name, times);
    }
  }
  const responsible = new Set(papers.map(({ paper }) => paper.responsible));
  const offices = units
    .filter(({ id }) => responsible.has(id))
    .map(
      ({ id, name, times }): Organization => ({
        id: addresses.object('organization', unitKey(id)),
        type: typeOf('Organization'),
        ...times,
        body: addresses.body,
        name,
        organizationType: 'Verwaltungsbereich',
      }),
    );
  return [...found.values(), ...offices];
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
