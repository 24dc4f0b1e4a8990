import {
  type Agenda,
  englishDate,
  germanDate,
  mondayOfWeek,
  monthOf,
  type PlanVersion,
  type Text,
} from '../../agenda/index.ts';
import { type InfeasibleReason, makeProblem, type Violation, validatePlan } from '../../solver/index.ts';
import { toPhases, toPlan } from '../translation/schedule.ts';
import { type Translation, translate } from '../translation/translate.ts';
import { isDropped } from './dropped.ts';

/** At most so many sentences: the rest adds nothing for a person. */
const MOST = 20;

/**
 * What is wrong with a kept plan measured by the agenda as it stands now, each fault as a sentence; empty if the plan
 * holds. Whatever made the plan, it is checked from scratch: every project placed, capacity of each week, money of each
 * fiscal year, dependencies, prerequisites, fixed starts.
 */
export function checkPlan(agenda: Agenda, version: PlanVersion): Text[] {
  const translation = translate(agenda);
  const plan = toPlan(translation, version);
  const left = new Set(version.dropped?.map(({ project }) => project));
  const missing = translation.projects.filter(
    (entry, group) =>
      isDropped(entry, plan) && !(left.has(entry.project.id) && translation.selection.optional.has(group)),
  );
  if (missing.length > 0) return missing.slice(0, MOST).map(({ project }) => notPlaced(project.id));
  const outdated = outdatedProjects(translation, version);
  if (outdated.length > 0) return outdated.slice(0, MOST);
  const problem = makeProblem({ ...translation.input, levels: [] });
  const texts = validatePlan(problem, plan).map((violation) => violationText(agenda, translation, violation));
  return [...new Map(texts.map((text) => [text.de, text])).values()].slice(0, MOST);
}

/** Projects whose phases have another length or another order by now, and those that are no longer planned. */
function outdatedProjects(translation: Translation, version: PlanVersion): Text[] {
  const key = (one: PlanVersion['phases'][number]) => `${one.phase} ${one.mode} ${one.start} ${one.finish}`;
  const expected = Map.groupBy(toPhases(translation, toPlan(translation, version)), ({ project }) => project);
  return [...Map.groupBy(version.phases, ({ project }) => project)].flatMap(([id, phases]): Text[] => {
    const now = expected.get(id);
    if (now === undefined) {
      return [
        {
          de: `Das Projekt „${id}“ ist beendet, gelöscht oder ohne Termin und steht noch im Plan.`,
          en: `Project “${id}” has ended, is deleted or undated, and still stands in the plan.`,
        },
      ];
    }
    if (now.map(key).sort().join() === phases.map(key).sort().join()) return [];
    return [
      {
        de: `Die Phasen des Projekts „${id}“ wurden geändert, seit der Plan berechnet wurde.`,
        en: `The phases of project “${id}” have been changed since the plan was computed.`,
      },
    ];
  });
}

function notPlaced(id: string): Text {
  return {
    de: `Das Projekt „${id}“ fehlt im Plan oder hat dort einen Umsetzungsweg, den es nicht mehr gibt.`,
    en: `Project “${id}” is missing from the plan, or has a delivery mode there that no longer exists.`,
  };
}

/** The team's name, or the partner's with its offer; those stand behind the teams. */
function resourceName({ teams, partners }: Agenda, { offers }: Translation, resource: number): string {
  const id = offers[resource - teams.length];
  const named = partners.flatMap((partner) =>
    partner.offers.filter((offer) => offer.id === id).map((offer) => `${partner.name}: ${offer.deliverable}`),
  );
  return teams[resource]?.name ?? named[0] ?? '';
}

/** The budget line behind one of the engine's budgets, and whether that counts its commitments instead of its money. */
function budgetNamed({ budgetLines }: Agenda, { commitmentIndex }: Translation, budget: number) {
  const [limited] = [...commitmentIndex].find(([, index]) => index === budget) ?? [];
  const line = limited === undefined ? budgetLines[budget] : budgetLines.find(({ id }) => id === limited);
  return { line: line?.name ?? '', commitments: limited !== undefined };
}

function monthText(day: string): Text {
  const month = monthOf(day);
  return { de: `${month.slice(5)}/${month.slice(0, 4)}`, en: month };
}

function budgetText(agenda: Agenda, translation: Translation, budget: number, bucket: number): Text {
  const { line, commitments } = budgetNamed(agenda, translation, budget);
  const year = translation.buckets[budget]?.[bucket]?.year ?? '';
  return commitments
    ? {
        de: `Die Verpflichtungsermächtigung für „${line}“ reicht im Jahr ${year} nicht.`,
        en: `The commitment authorisation for “${line}” is not enough in ${year}.`,
      }
    : {
        de: `Das Budget „${line}“ reicht im Jahr ${year} nicht.`,
        en: `The budget “${line}” is not enough in ${year}.`,
      };
}

function violationText(agenda: Agenda, translation: Translation, violation: Violation): Text {
  const project = (activity: number) => translation.blocks[activity]?.project.id ?? '';
  switch (violation.code) {
    case 'capacity': {
      const name = resourceName(agenda, translation, violation.resource);
      const month = monthText(mondayOfWeek(translation.weeks, violation.period));
      return {
        de: `„${name}“ ist im Monat ${month.de} überlastet.`,
        en: `“${name}” is overloaded in the month ${month.en}.`,
      };
    }
    case 'budget':
      return budgetText(agenda, translation, violation.budget, violation.bucket);
    case 'lag':
    case 'maxLag': {
      const link = translation.input.links?.[violation.link];
      const [from, to] = [project(link?.from ?? -1), project(link?.to ?? -1)];
      return {
        de: `„${to}“ beginnt, bevor „${from}“ so weit ist.`,
        en: `“${to}” starts before “${from}” has come far enough.`,
      };
    }
    case 'release':
      return {
        de: `„${project(violation.activity)}“ beginnt vor seinem frühesten Tag oder vor einer Voraussetzung (frühestens ${germanDate(mondayOfWeek(translation.weeks, violation.release))}).`,
        en: `“${project(violation.activity)}” starts before its earliest day or a prerequisite (${englishDate(mondayOfWeek(translation.weeks, violation.release))} at the earliest).`,
      };
    case 'frozen':
      return {
        de: `„${project(violation.activity)}“ liegt nicht an seinem festen Beginn.`,
        en: `“${project(violation.activity)}” does not lie at its fixed start.`,
      };
    case 'alternative': {
      const { groups } = translation.selection.alternatives[violation.alternative] ?? { groups: [] };
      const names = groups.map((group) => translation.projects[group]?.project.id).join('“, „');
      return violation.count > 1
        ? {
            de: `Es schließen sich aus: „${names}“; im Plan steht mehr als eines davon.`,
            en: `These exclude each other: “${names}”; the plan holds more than one of them.`,
          }
        : { de: `Eines davon muss im Plan stehen: „${names}“.`, en: `One of these has to be in the plan: “${names}”.` };
    }
    case 'requirement': {
      const { group, needs } = translation.selection.requirements[violation.requirement] ?? { group: -1, needs: -1 };
      const [one, other] = [group, needs].map((index) => translation.projects[index]?.project.id ?? '');
      return {
        de: `„${one}“ steht im Plan, wartet aber auf „${other}“, das entfällt.`,
        en: `“${one}” is in the plan but waits for “${other}”, which is left out.`,
      };
    }
    case 'deadline':
      return {
        de: `„${project(violation.activity)}“ endet nach dem Tag, bis zu dem es fertig sein oder entfallen muss.`,
        en: `“${project(violation.activity)}” ends after the day by which it has to be finished or left out.`,
      };
    default:
      return {
        de: `Der Plan hat nicht mehr die Form der Agenda (${violation.code}).`,
        en: `The plan no longer has the shape of the agenda (${violation.code}).`,
      };
  }
}

/** Why no plan is possible, as a sentence that names what has to be changed. */
export function infeasibleText(agenda: Agenda, reason: InfeasibleReason): Text {
  const translation = translate(agenda);
  const project = (activity: number) => translation.blocks[activity]?.project.id ?? '';
  const monday = (week: number) => mondayOfWeek(translation.weeks, week);
  switch (reason.code) {
    case 'window':
      return {
        de: `„${project(reason.activity)}“ kann frühestens am ${germanDate(monday(reason.earliestStart))} beginnen und müsste spätestens am ${germanDate(monday(reason.latestStart))} beginnen. Bitte einen anderen Montag wählen oder die andere Festlegung lösen.`,
        en: `“${project(reason.activity)}” can start on ${englishDate(monday(reason.earliestStart))} at the earliest and would have to start by ${englishDate(monday(reason.latestStart))}. Please choose another Monday or release the other hold.`,
      };
    case 'cycle': {
      const names = [...new Set(reason.activities.map(project))].join(', ');
      return { de: `Diese Projekte warten im Kreis: ${names}.`, en: `These projects wait for each other: ${names}.` };
    }
    case 'alone':
      return {
        de: `„${project(reason.activity)}“ passt neben dem, was festgehalten ist, an keinem Termin in Kapazität und Budget. Bitte eine Festlegung lösen.`,
        en: `“${project(reason.activity)}” fits nowhere into capacity and budget beside what is held. Please release one of the holds.`,
      };
    case 'frozenCapacity': {
      const name = resourceName(agenda, translation, reason.resource);
      const month = monthText(monday(reason.period));
      return {
        de: `Was festgehalten ist, überlastet „${name}“ im Monat ${month.de}. Bitte ein festgehaltenes Projekt verschieben oder lösen.`,
        en: `What is held overloads “${name}” in the month ${month.en}. Please move or release one of the held projects.`,
      };
    }
    case 'frozenBudget': {
      const { line, commitments } = budgetNamed(agenda, translation, reason.budget);
      const year = translation.buckets[reason.budget]?.[reason.bucket]?.year ?? '';
      return commitments
        ? {
            de: `Was festgehalten ist, bindet im Jahr ${year} mehr Mittel späterer Jahre, als die Verpflichtungsermächtigung für „${line}“ zulässt. Bitte ein festgehaltenes Projekt verschieben oder lösen.`,
            en: `What is held binds more money of later years in ${year} than the commitment authorisation for “${line}” allows. Please move or release one of the held projects.`,
          }
        : {
            de: `Was festgehalten ist, übersteigt das Budget „${line}“ im Jahr ${year}. Bitte ein festgehaltenes Projekt verschieben oder lösen.`,
            en: `What is held exceeds the budget “${line}” in ${year}. Please move or release one of the held projects.`,
          };
    }
    case 'selection': {
      const id = translation.projects[reason.group]?.project.id ?? '';
      return {
        de: `„${id}“ müsste zugleich umgesetzt werden und entfallen: Alternativen, Abhängigkeiten und Festgehaltenes widersprechen sich. Bitte eines davon lösen.`,
        en: `“${id}” would have to be carried out and left out at once: alternatives, dependencies and holds contradict each other. Please release one of them.`,
      };
    }
    case 'budget': {
      const line = agenda.budgetLines[reason.budget]?.name ?? '';
      return {
        de: `Das Budget „${line}“ reicht über alle Jahre nicht für die Projekte, die daraus bezahlt werden.`,
        en: `The budget “${line}” is not enough over all years for the projects that are paid from it.`,
      };
    }
    default:
      return {
        de: `Kein Plan hält alle Vorgaben ein (${reason.code}).`,
        en: `No plan keeps to everything that is given (${reason.code}).`,
      };
  }
}
