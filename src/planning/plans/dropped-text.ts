import {
  type Agenda,
  type DroppedProject,
  englishDate,
  germanDate,
  type PlanVersion,
  type Text,
} from '../../agenda/index.ts';

/** Why a plan leaves a project out, as a sentence. Names of the time when the plan was made serve where a record is gone. */
export function droppedText(
  agenda: Agenda,
  { figures }: Pick<PlanVersion, 'figures'>,
  { reason }: Pick<DroppedProject, 'reason'>,
): Text {
  const project = (id: string): string => {
    const found = agenda.projects.find((one) => one.id === id);
    return found?.shortName ?? found?.name ?? figures?.names[id] ?? id;
  };
  switch (reason.kind) {
    case 'alternative': {
      const name = agenda.alternatives.find(({ id }) => id === reason.alternative)?.name ?? reason.alternative;
      return {
        de: `An seiner Stelle steht „${project(reason.by)}“ im Plan (Alternative „${name}“).`,
        en: `“${project(reason.by)}” is in the plan instead (alternative “${name}”).`,
      };
    }
    case 'needs':
      return {
        de: `Es wartet auf „${project(reason.by)}“, das entfällt.`,
        en: `It waits for “${project(reason.by)}”, which is left out.`,
      };
    case 'room':
      return roomText(agenda, reason);
  }
}

function roomText(agenda: Agenda, reason: Extract<DroppedProject['reason'], { kind: 'room' }>): Text {
  const { earliest, latest } = reason;
  const names = [
    ...agenda.teams.filter(({ id }) => reason.teams.includes(id)),
    ...agenda.budgetLines.filter(({ id }) => reason.budgetLines.includes(id)),
  ].map(({ name }) => name);
  const de = [
    earliest === null
      ? 'Neben dem übrigen Plan hat es keinen Platz.'
      : latest === null
        ? `Neben dem übrigen Plan wäre es frühestens am ${germanDate(earliest)} fertig.`
        : `Neben dem übrigen Plan wäre es erst am ${germanDate(earliest)} fertig, nötig ist der ${germanDate(latest)}.`,
    names.length > 0 ? `Rechtzeitig würde es mit mehr von: ${names.map((name) => `„${name}“`).join(' oder ')}.` : '',
  ];
  const en = [
    earliest === null
      ? 'There is no room for it beside the rest of the plan.'
      : latest === null
        ? `Beside the rest of the plan it would be finished on ${englishDate(earliest)} at the earliest.`
        : `Beside the rest of the plan it would be finished only on ${englishDate(earliest)}; it is needed by ${englishDate(latest)}.`,
    names.length > 0 ? `It would be in time with more of: ${names.map((name) => `“${name}”`).join(' or ')}.` : '',
  ];
  return { de: de.join(' ').trim(), en: en.join(' ').trim() };
}
