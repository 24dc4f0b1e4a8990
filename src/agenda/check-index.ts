import type { Agenda, AgendaCollection } from './agenda.ts';
import { type Fault, type FaultPath, fault } from './fault.ts';

/** Records of an agenda by id; of two with the same id the first. */
export type AgendaIndex = { [K in AgendaCollection]: Map<string, Agenda[K][number]> };

/** A rule reads the whole agenda and yields what it finds wrong; it stays silent about ids that do not exist. */
export type Rule = (agenda: Agenda, index: AgendaIndex) => Iterable<Fault>;

function byId<T extends { id: string }>(records: readonly T[]): Map<string, T> {
  const map = new Map<string, T>();
  for (const record of records) if (!map.has(record.id)) map.set(record.id, record);
  return map;
}

export function indexAgenda(agenda: Agenda): AgendaIndex {
  return {
    sources: byId(agenda.sources),
    units: byId(agenda.units),
    teams: byId(agenda.teams),
    budgetLines: byId(agenda.budgetLines),
    stages: byId(agenda.stages),
    actionFields: byId(agenda.actionFields),
    goals: byId(agenda.goals),
    projects: byId(agenda.projects),
    alternatives: byId(agenda.alternatives),
    templates: byId(agenda.templates),
    prerequisites: byId(agenda.prerequisites),
    obligations: byId(agenda.obligations),
    strategies: byId(agenda.strategies),
    guides: byId(agenda.guides),
    interviews: byId(agenda.interviews),
    needs: byId(agenda.needs),
    weightings: byId(agenda.weightings),
    serviceBundles: byId(agenda.serviceBundles),
    partners: byId(agenda.partners),
    peerCities: byId(agenda.peerCities),
    plans: byId(agenda.plans),
    scenarios: byId(agenda.scenarios),
    commitments: byId(agenda.commitments),
    bookings: byId(agenda.bookings),
  };
}

/** What a record of each collection is called. */
export const recordWords: Record<AgendaCollection, { de: string; en: string }> = {
  sources: { de: 'Quelle', en: 'source' },
  units: { de: 'Organisationseinheit', en: 'unit' },
  teams: { de: 'Team', en: 'team' },
  budgetLines: { de: 'Budget', en: 'budget line' },
  stages: { de: 'Stufe', en: 'stage' },
  actionFields: { de: 'Handlungsfeld', en: 'action field' },
  goals: { de: 'Ziel', en: 'goal' },
  projects: { de: 'Projekt', en: 'project' },
  alternatives: { de: 'Alternative', en: 'alternative' },
  templates: { de: 'Projektvorlage', en: 'project template' },
  prerequisites: { de: 'Voraussetzung', en: 'prerequisite' },
  obligations: { de: 'Pflicht', en: 'obligation' },
  strategies: { de: 'Strategie', en: 'strategy' },
  guides: { de: 'Gesprächsleitfaden', en: 'interview guide' },
  interviews: { de: 'Gespräch', en: 'interview' },
  needs: { de: 'Bedarf', en: 'need' },
  serviceBundles: { de: 'Leistungsbündel', en: 'bundle of services' },
  weightings: { de: 'Gewichtung', en: 'weighting' },
  partners: { de: 'Partner', en: 'partner' },
  peerCities: { de: 'Vergleichsstadt', en: 'peer city' },
  plans: { de: 'Plan', en: 'plan' },
  scenarios: { de: 'Szenario', en: 'scenario' },
  commitments: { de: 'Zusage', en: 'commitment' },
  bookings: { de: 'Buchung', en: 'booking' },
};

/** Every record with an id, nested ones too, in groups within which ids must differ. */
function* idGroups(agenda: Agenda): Iterable<{ path: FaultPath; records: readonly { id: string }[] }> {
  for (const collection of Object.keys(recordWords) as AgendaCollection[]) {
    yield { path: [collection], records: agenda[collection] };
  }
  const nested = <T>(collection: AgendaCollection, records: readonly T[], fields: readonly (keyof T & string)[]) =>
    records.flatMap((record, i) =>
      fields.map((field) => ({ path: [collection, i, field], records: record[field] as readonly { id: string }[] })),
    );
  yield* nested('projects', agenda.projects, ['modes', 'phases', 'gates', 'milestones', 'risks']);
  yield* nested('templates', agenda.templates, ['modes', 'phases']);
  yield* nested('goals', agenda.goals, ['indicators']);
  yield* nested('strategies', agenda.strategies, ['goals']);
  yield* nested('weightings', agenda.weightings, ['criteria']);
  yield* nested('partners', agenda.partners, ['offers']);
  yield* nested('peerCities', agenda.peerCities, ['facts']);
}

/** Two records of one kind with the same id: a reference to it would be ambiguous. */
export const duplicateIds: Rule = function* (agenda) {
  for (const { path, records } of idGroups(agenda)) {
    const seen = new Set<string>();
    for (const [i, { id }] of records.entries()) {
      if (!seen.has(id)) {
        seen.add(id);
        continue;
      }
      const list = path.at(-1);
      yield fault(
        'duplicateId',
        [...path, i, 'id'],
        `Die Kennung „${id}“ steht unter „${list}“ schon weiter oben; bitte einem der beiden Einträge eine andere Kennung geben.`,
        `The id “${id}” already stands further up in “${list}”; please give one of the two entries another id.`,
      );
    }
  }
};
