import { type Organization as OrganizationRecord, organizationByName } from '../../council/index.ts';
import { type Addresses, nameKey, unitKey } from './addresses.ts';
import type { Published, Times } from './published.ts';
import { type Organization, typeOf } from './schema.ts';
import { publicItems, stepsOf } from './steps.ts';

type Kind = Pick<Organization, 'organizationType' | 'classification'>;

const KINDS: Record<OrganizationRecord['kind'], Kind> = {
  council: { organizationType: 'Gremium', classification: 'Parlament' },
  committee: { organizationType: 'Gremium', classification: 'Ausschuss' },
  advisoryBoard: { organizationType: 'Gremium', classification: 'Beirat' },
  faction: { organizationType: 'Fraktion', classification: 'Fraktion' },
  other: { organizationType: 'Sonstiges' },
};

/** Address of whom papers and meetings name so: of its record, or, without one, made of the name. */
export function organizationAddress({ organizations }: Published, addresses: Addresses, name: string): string {
  const known = organizationByName(
    organizations.map((one) => one.organization),
    name,
  );
  return addresses.object('organization', known?.id ?? nameKey(name));
}

/** Council, committees and factions on record, others that are only named, and the offices responsible for papers. */
export function writeOrganizations(published: Published, addresses: Addresses): Organization[] {
  const { organizations, units, papers } = published;
  const recorded = organizations.map(({ organization, times }): Organization => {
    const { id, name, shortName, kind, startedOn, endedOn } = organization;
    return {
      id: addresses.object('organization', id),
      type: typeOf('Organization'),
      ...times,
      body: addresses.body,
      name,
      ...(shortName ? { shortName } : {}),
      ...KINDS[kind],
      ...(startedOn ? { startDate: startedOn } : {}),
      ...(endedOn ? { endDate: endedOn } : {}),
    };
  });
  const known = new Set(recorded.map((one) => one.id));
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
  return [...recorded, ...namedOnly(published, addresses).filter((one) => !known.has(one.id)), ...offices];
}

/** Whom papers and meetings name. Nothing of it ever changes: it is as old as the first object that names it. */
function namedOnly(published: Published, addresses: Addresses): Organization[] {
  const found = new Map<string, Organization>();
  const add = (name: string, times: Times, kind: Kind): void => {
    const id = organizationAddress(published, addresses, name);
    const before = found.get(id);
    const created = before !== undefined && before.created < times.created ? before.created : times.created;
    const object = { id, type: typeOf('Organization'), body: addresses.body, name, ...kind, ...before };
    found.set(id, { ...object, created, modified: created });
  };
  const addBody = (name: string, times: Times): void =>
    add(name, times, KINDS[name === published.councilBody ? 'council' : 'committee']);
  const items = publicItems(published);
  for (const { meeting, times } of published.meetings) addBody(meeting.body, times);
  for (const { paper, times } of published.papers) {
    for (const step of stepsOf(paper, items)) addBody(step.body, times);
    for (const { name, kind } of paper.originators) {
      if (kind === 'faction') add(name, times, KINDS.faction);
      if (kind === 'committee') addBody(name, times);
    }
  }
  return [...found.values()];
}
