import type { Agenda, AgendaCollection } from './agenda.ts';
import { type AgendaIndex, type Rule, recordWords } from './check-index.ts';
import { closest, type Fault, type FaultPath, fault } from './fault.ts';
import { isFrozen } from './plan.ts';
import type { DeliveryMode, Phase } from './project.ts';
import type { Provenance } from './provenance.ts';

/** An id that stands somewhere and must exist in a collection. */
export interface Reference {
  path: FaultPath;
  id: string | undefined;
  target: AgendaCollection;
}

function* each(path: FaultPath, ids: readonly string[], target: AgendaCollection): Iterable<Reference> {
  for (const [i, id] of ids.entries()) yield { path: [...path, i], id, target };
}

function* workReferences(
  path: FaultPath,
  owner: { modes: readonly DeliveryMode[]; phases: readonly Phase[] },
): Iterable<Reference> {
  for (const [i, mode] of owner.modes.entries()) {
    yield { path: [...path, 'modes', i, 'partner'], id: mode.partner, target: 'partners' };
  }
  for (const [i, phase] of owner.phases.entries()) {
    for (const [mode, work] of Object.entries(phase.work)) {
      const place = [...path, 'phases', i, 'work', mode];
      for (const team of Object.keys(work.effortTenths)) {
        yield { path: [...place, 'effortTenths', team], id: team, target: 'teams' };
      }
      for (const [c, cost] of work.costs.entries()) {
        yield { path: [...place, 'costs', c, 'budgetLine'], id: cost.budgetLine, target: 'budgetLines' };
      }
    }
  }
}

function* projectReferences(path: FaultPath, project: Agenda['projects'][number]): Iterable<Reference> {
  yield { path: [...path, 'actionField'], id: project.actionField, target: 'actionFields' };
  yield { path: [...path, 'leadUnit'], id: project.leadUnit, target: 'units' };
  yield* each([...path, 'goals'], project.goals, 'goals');
  yield* each([...path, 'participants'], project.participants, 'units');
  yield* each([...path, 'partners'], project.partners, 'partners');
  yield* each([...path, 'prerequisites'], project.prerequisites, 'prerequisites');
  yield* each([...path, 'obligations'], project.obligations, 'obligations');
  yield* each([...path, 'strategies'], project.strategies, 'strategies');
  yield* each([...path, 'needs'], project.needs, 'needs');
  for (const [i, link] of project.dependencies.entries()) {
    yield { path: [...path, 'dependencies', i, 'predecessor'], id: link.predecessor, target: 'projects' };
  }
  for (const [i, deadline] of project.deadlines.entries()) {
    yield { path: [...path, 'deadlines', i, 'obligation'], id: deadline.obligation, target: 'obligations' };
  }
  for (const [i, gate] of project.gates.entries()) {
    yield { path: [...path, 'gates', i, 'obligation'], id: gate.obligation, target: 'obligations' };
  }
  for (const [i, step] of project.rollout.entries()) {
    yield { path: [...path, 'rollout', i, 'unit'], id: step.unit, target: 'units' };
  }
  yield* workReferences(path, project);
}

function* roadmapReferences(agenda: Agenda): Iterable<Reference> {
  for (const [i, stage] of agenda.stages.entries()) {
    for (const [c, condition] of stage.entryConditions.entries()) {
      const path = ['stages', i, 'entryConditions', c];
      yield* each([...path, 'projects'], condition.projects, 'projects');
      yield* each([...path, 'prerequisites'], condition.prerequisites, 'prerequisites');
      yield* each([...path, 'goals'], condition.goals ?? [], 'goals');
    }
  }
  for (const [i, field] of agenda.actionFields.entries()) {
    yield { path: ['actionFields', i, 'stage'], id: field.stage, target: 'stages' };
  }
  for (const [i, goal] of agenda.goals.entries()) {
    yield { path: ['goals', i, 'actionField'], id: goal.actionField, target: 'actionFields' };
    for (const [k, indicator] of goal.indicators.entries()) {
      for (const [v, value] of indicator.values.entries()) {
        yield { path: ['goals', i, 'indicators', k, 'values', v, 'source'], id: value.source, target: 'sources' };
      }
    }
  }
  for (const [i, strategy] of agenda.strategies.entries()) {
    for (const [g, goal] of strategy.goals.entries()) {
      yield* each(['strategies', i, 'goals', g, 'projects'], goal.projects ?? [], 'projects');
    }
  }
  for (const [i, project] of agenda.projects.entries()) yield* projectReferences(['projects', i], project);
  for (const [i, { projects }] of agenda.alternatives.entries()) {
    yield* each(['alternatives', i, 'projects'], projects, 'projects');
  }
  for (const [i, template] of agenda.templates.entries()) yield* workReferences(['templates', i], template);
}

function* organizationReferences(agenda: Agenda): Iterable<Reference> {
  for (const [i, value] of agenda.city.population.entries()) {
    yield { path: ['city', 'population', i, 'source'], id: value.source, target: 'sources' };
  }
  for (const [i, unit] of agenda.units.entries()) {
    yield { path: ['units', i, 'parent'], id: unit.parent, target: 'units' };
    for (const [n, name] of unit.names.entries()) {
      yield { path: ['units', i, 'names', n, 'source'], id: name.source, target: 'sources' };
    }
  }
  for (const [i, team] of agenda.teams.entries()) yield { path: ['teams', i, 'unit'], id: team.unit, target: 'units' };
  for (const [i, one] of agenda.prerequisites.entries()) {
    yield { path: ['prerequisites', i, 'partner'], id: one.partner, target: 'partners' };
  }
  for (const [i, guide] of agenda.guides.entries()) yield* each(['guides', i, 'units'], guide.units, 'units');
  for (const [i, interview] of agenda.interviews.entries()) {
    yield { path: ['interviews', i, 'unit'], id: interview.unit, target: 'units' };
  }
  for (const [i, need] of agenda.needs.entries()) {
    yield* each(['needs', i, 'units'], need.units, 'units');
    yield* each(['needs', i, 'interviews'], need.interviews, 'interviews');
    yield* each(['needs', i, 'projects'], need.projects, 'projects');
    yield { path: ['needs', i, 'mergedInto'], id: need.mergedInto, target: 'needs' };
    yield* each(['needs', i, 'distinctFrom'], need.distinctFrom, 'needs');
  }
  for (const [i, peer] of agenda.peerCities.entries()) {
    for (const [f, fact] of peer.facts.entries()) {
      yield { path: ['peerCities', i, 'facts', f, 'source'], id: fact.source, target: 'sources' };
    }
  }
}

function* planReferences(agenda: Agenda): Iterable<Reference> {
  for (const [i, plan] of agenda.plans.entries()) {
    if (isFrozen(plan)) continue;
    for (const [p, pin] of (plan.pins ?? []).entries()) {
      yield { path: ['plans', i, 'pins', p, 'project'], id: pin.project, target: 'projects' };
    }
    for (const [p, phase] of plan.phases.entries()) {
      yield { path: ['plans', i, 'phases', p, 'project'], id: phase.project, target: 'projects' };
    }
    for (const [d, { project }] of (plan.dropped ?? []).entries()) {
      yield { path: ['plans', i, 'dropped', d, 'project'], id: project, target: 'projects' };
    }
  }
  for (const [i, scenario] of agenda.scenarios.entries()) {
    yield { path: ['scenarios', i, 'base'], id: scenario.base, target: 'plans' };
    for (const [c, change] of scenario.changes.entries()) {
      const path = ['scenarios', i, 'changes', c];
      if (change.kind === 'posts') yield { path: [...path, 'team'], id: change.team, target: 'teams' };
      else if (change.kind === 'money') {
        yield { path: [...path, 'budgetLine'], id: change.budgetLine, target: 'budgetLines' };
      } else if (change.kind === 'partnerLate') {
        yield { path: [...path, 'partner'], id: change.partner, target: 'partners' };
      } else if (change.kind !== 'addProject') {
        yield { path: [...path, 'project'], id: change.project, target: 'projects' };
      }
    }
  }
  for (const [i, one] of agenda.commitments.entries()) {
    yield { path: ['commitments', i, 'project'], id: one.project, target: 'projects' };
    yield { path: ['commitments', i, 'prerequisite'], id: one.prerequisite, target: 'prerequisites' };
  }
  for (const [i, one] of agenda.bookings.entries()) {
    yield { path: ['bookings', i, 'budgetLine'], id: one.budgetLine, target: 'budgetLines' };
    yield { path: ['bookings', i, 'project'], id: one.project, target: 'projects' };
  }
}

/** Every `source` inside a `provenance` below `value`, at any depth. */
function* provenanceReferences(value: unknown, path: FaultPath): Iterable<Reference> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    const place = [...path, Array.isArray(value) ? Number(key) : key];
    if (key !== 'provenance') {
      yield* provenanceReferences(child, place);
      continue;
    }
    for (const [field, provenance] of Object.entries((child ?? {}) as Record<string, Provenance>)) {
      if (provenance.kind !== 'sourced') continue;
      yield { path: [...place, field, 'source'], id: provenance.source, target: 'sources' };
    }
  }
}

/** Every reference between records of an agenda, in the order of the file's parts. */
export function* references(agenda: Agenda): Iterable<Reference> {
  yield* organizationReferences(agenda);
  yield* roadmapReferences(agenda);
  yield* planReferences(agenda);
  yield* provenanceReferences(agenda, []);
}

/** To look for the id that was meant takes a comparison with every other; a file that is wrong throughout gets few. */
const MOST_GUESSES = 20;

/** The fault of an id that does not exist, with the id that was probably meant among those that are known. */
export function unknownId(
  path: FaultPath,
  id: string,
  list: string,
  word: { de: string; en: string },
  known: Iterable<string>,
): Fault {
  const meant = closest(id, known);
  const [de, en] = meant ? [`Meinten Sie „${meant}“?`, `Did you mean “${meant}”?`] : ['', ''];
  return fault(
    'unknownId',
    path,
    `Eine Kennung „${id}“ (${word.de}) gibt es unter „${list}“ nicht; bitte berichtigen oder dort ergänzen. ${de}`.trim(),
    `There is no id “${id}” (${word.en}) in “${list}”; please correct it or add the entry there. ${en}`.trim(),
  );
}

export const unknownIds: Rule = function* (agenda, index) {
  let guesses = 0;
  for (const { path, id, target } of references(agenda)) {
    if (id === undefined || index[target].has(id)) continue;
    const known = guesses++ < MOST_GUESSES ? index[target].keys() : [];
    yield unknownId(path, id, target, recordWords[target], known);
  }
};

/** References that stay inside one record: modes of a project, offers of a partner, phases of a plan. */
export const unknownNestedIds: Rule = function* (agenda, index) {
  let guesses = 0;
  for (const { path, id, list, word, known } of nestedReferences(agenda, index)) {
    if (id === undefined || known.has(id)) continue;
    yield unknownId(path, id, list, word, guesses++ < MOST_GUESSES ? known : []);
  }
};

interface NestedReference {
  path: FaultPath;
  id: string | undefined;
  list: string;
  word: { de: string; en: string };
  known: ReadonlySet<string>;
}

const modeWord = { de: 'Umsetzungsweg', en: 'delivery mode' };

function idsOf(records: readonly { id: string }[]): Set<string> {
  return new Set(records.map((record) => record.id));
}

function* nestedReferences(agenda: Agenda, index: AgendaIndex): Iterable<NestedReference> {
  const offers = new Map([...index.partners].map(([id, partner]) => [id, idsOf(partner.offers)]));
  for (const collection of ['projects', 'templates'] as const) {
    for (const [i, owner] of agenda[collection].entries()) {
      const known = idsOf(owner.modes);
      for (const [p, phase] of owner.phases.entries()) {
        for (const mode of Object.keys(phase.work)) {
          const path = [collection, i, 'phases', p, 'work', mode];
          yield { path, id: mode, list: 'modes', word: modeWord, known };
        }
      }
      yield* offerReferences([collection, i], owner.modes, offers);
    }
  }
  for (const [i, { fixedMode, modes }] of agenda.projects.entries()) {
    yield { path: ['projects', i, 'fixedMode'], id: fixedMode, list: 'modes', word: modeWord, known: idsOf(modes) };
  }
  yield* plannedReferences(agenda, index);
}

function* offerReferences(
  path: FaultPath,
  modes: readonly DeliveryMode[],
  offers: ReadonlyMap<string, ReadonlySet<string>>,
): Iterable<NestedReference> {
  for (const [m, { partner, offer }] of modes.entries()) {
    const known = partner === undefined ? new Set<string>() : offers.get(partner);
    // An unknown partner is reported by itself; a missing one leaves the offer without an owner.
    if (known === undefined) continue;
    const word =
      partner === undefined
        ? { de: 'Angebot; dazu fehlt „partner“', en: 'offer; its “partner” is missing' }
        : { de: `Angebot des Partners „${partner}“`, en: `offer of partner “${partner}”` };
    yield { path: [...path, 'modes', m, 'offer'], id: offer, list: 'offers', word, known };
  }
}

function* plannedReferences(agenda: Agenda, index: AgendaIndex): Iterable<NestedReference> {
  const known = new Map([...index.projects].map(([id, { phases, modes }]) => [id, [idsOf(phases), idsOf(modes)]]));
  for (const [i, plan] of agenda.plans.entries()) {
    if (isFrozen(plan)) continue;
    for (const [p, { project, phase, mode }] of plan.phases.entries()) {
      const [phases, modes] = known.get(project) ?? [];
      if (!phases || !modes) continue;
      const path = ['plans', i, 'phases', p];
      const word = { de: `Phase des Projekts „${project}“`, en: `phase of project “${project}”` };
      yield { path: [...path, 'phase'], id: phase, list: 'phases', word, known: phases };
      yield { path: [...path, 'mode'], id: mode, list: 'modes', word: modeWord, known: modes };
    }
  }
}
