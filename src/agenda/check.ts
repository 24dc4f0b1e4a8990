import type { Agenda } from './agenda.ts';
import { capacityKinds, periodOrder, teamsWithoutCapacity } from './check-capacity.ts';
import {
  alternativeDuties,
  alternativeOrder,
  alternativeSizes,
  alternativesTaken,
  droppableDuties,
  droppableGrounds,
  droppableNeeded,
} from './check-choice.ts';
import { dependencyCycles, stageCircles, unitCircles } from './check-cycles.ts';
import { dependencyTargets, finishDays, horizon, pastDeadlines, planStartMonday, stageOrder } from './check-dates.ts';
import { duplicateIds, indexAgenda, type Rule } from './check-index.ts';
import { conditions, mandatoryProjects, statutoryDeadlines } from './check-law.ts';
import {
  biennialYear,
  bookingYears,
  budgetStart,
  budgetsOverspent,
  budgetYears,
  costsWithoutBudget,
  scenarioYears,
} from './check-money.ts';
import { mergedNeeds, oneWeightingInPlanning } from './check-needs.ts';
import { pinnedOrder } from './check-order.ts';
import { missingPhases, modesWithoutWork, phaseOffsets, phasesWithoutWork } from './check-phases.ts';
import { pinnedDeadlines, pinnedPrerequisites, pinnedStarts } from './check-pins.ts';
import { plannedModes, plannedPhases } from './check-plans.ts';
import { unknownIds, unknownNestedIds } from './check-references.ts';
import { effortInRange, moneyInRange } from './check-size.ts';
import type { Fault } from './fault.ts';

/** Every rule that concerns more than a single value, in the order in which its faults are reported. */
const rules: readonly Rule[] = [
  duplicateIds,
  unknownIds,
  unknownNestedIds,
  unitCircles,
  stageCircles,
  dependencyCycles,
  dependencyTargets,
  planStartMonday,
  stageOrder,
  horizon,
  missingPhases,
  phasesWithoutWork,
  modesWithoutWork,
  phaseOffsets,
  capacityKinds,
  periodOrder,
  teamsWithoutCapacity,
  biennialYear,
  budgetYears,
  budgetStart,
  budgetsOverspent,
  costsWithoutBudget,
  scenarioYears,
  bookingYears,
  effortInRange,
  moneyInRange,
  mandatoryProjects,
  statutoryDeadlines,
  conditions,
  mergedNeeds,
  oneWeightingInPlanning,
  alternativeSizes,
  alternativesTaken,
  alternativeDuties,
  alternativeOrder,
  droppableDuties,
  droppableGrounds,
  droppableNeeded,
  pastDeadlines,
  finishDays,
  pinnedStarts,
  pinnedDeadlines,
  pinnedPrerequisites,
  pinnedOrder,
  plannedPhases,
  plannedModes,
];

/**
 * Everything that is wrong with an agenda whose single values are right: unknown ids, circles, work without
 * capacity, contradictory dates. Empty if it can be planned.
 */
export function checkAgenda(agenda: Agenda): Fault[] {
  const index = indexAgenda(agenda);
  return rules.flatMap((rule) => [...rule(agenda, index)]);
}
