import type { Rule } from './check-index.ts';
import { fault } from './fault.ts';
import type { Force, Obligation } from './law.ts';

const forceWords: Record<Force, { de: string; en: string }> = {
  must: { de: 'muss', en: 'must' },
  should: { de: 'soll', en: 'should' },
  conditional: { de: 'bedingt', en: 'conditional' },
  optional: { de: 'freiwillig', en: 'optional' },
  info: { de: 'nur zur Kenntnis', en: 'for information' },
};

/** A norm that obliges today: a draft does not yet, an expired one no longer. */
function obliges(obligation: Obligation): boolean {
  return obligation.force === 'must' && (obligation.status === 'inForce' || obligation.status === 'changed');
}

/**
 * A project may be called a duty only if a norm says "must". To show as duty what is left to the city
 * (SächsEGovG § 16: the E-Akte) is the worst mistake the product can make.
 */
export const mandatoryProjects: Rule = function* (agenda, index) {
  for (const [i, project] of agenda.projects.entries()) {
    if (project.commitmentClass !== 'mandatory') continue;
    const linked = project.obligations.map((id) => index.obligations.get(id));
    // An unknown id is reported by itself and could have been the duty.
    if (linked.some((one) => one === undefined || obliges(one))) continue;
    const found = linked.flatMap((one) => (one ? [one] : []));
    const de = found.map((one) => `${one.law} ${one.paragraph}: ${forceWords[one.force].de}`).join('; ') || 'keine';
    const en = found.map((one) => `${one.law} ${one.paragraph}: ${forceWords[one.force].en}`).join('; ') || 'none';
    yield fault(
      'mandatoryWithoutDuty',
      ['projects', i, 'commitmentClass'],
      `Das Projekt „${project.id}“ darf nur Pflicht („mandatory“) heißen, wenn unter „obligations“ eine geltende Norm mit „must“ steht (verknüpft: ${de}); bitte die Norm verknüpfen oder die Einstufung ändern.`,
      `Project “${project.id}” may be called a duty (“mandatory”) only if “obligations” names a norm in force with “must” (linked: ${en}); please link the norm or change the class.`,
    );
  }
};

export const statutoryDeadlines: Rule = function* (agenda, index) {
  for (const [i, project] of agenda.projects.entries()) {
    for (const [d, deadline] of project.deadlines.entries()) {
      if (deadline.kind !== 'statutory') continue;
      const obligation = index.obligations.get(deadline.obligation ?? '');
      const missing = deadline.obligation === undefined;
      if (!missing && (obligation === undefined || !['optional', 'info'].includes(obligation.force))) continue;
      const de = missing ? 'nennt keine Norm' : `beruht auf „${obligation?.id}“, die zu nichts verpflichtet`;
      const en = missing ? 'names no norm' : `rests on “${obligation?.id}”, which obliges to nothing`;
      yield fault(
        'statutoryWithoutDuty',
        ['projects', i, 'deadlines', d, 'obligation'],
        `Die gesetzliche Frist des Projekts „${project.id}“ ${de}; bitte unter „obligation“ die verpflichtende Norm eintragen oder die Frist als „promised“ führen.`,
        `The statutory deadline of project “${project.id}” ${en}; please enter the binding norm under “obligation” or keep the deadline as “promised”.`,
      );
    }
  }
};

export const conditions: Rule = function* (agenda) {
  for (const [i, obligation] of agenda.obligations.entries()) {
    if (obligation.force !== 'conditional' || obligation.condition !== undefined) continue;
    yield fault(
      'conditionMissing',
      ['obligations', i, 'condition'],
      `Die Pflicht „${obligation.id}“ gilt nur bedingt, aber die Bedingung fehlt; bitte unter „condition“ eintragen, wann sie gilt.`,
      `Obligation “${obligation.id}” holds conditionally, but the condition is missing; please enter under “condition” when it holds.`,
    );
  }
};
