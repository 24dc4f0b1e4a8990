import {
  type Agenda,
  isIllustrative,
  type Need,
  needState,
  originsOf,
  presentPlan,
  projectsOfNeed,
  speakingFor,
  unitNameOn,
} from '../../agenda/index.ts';
import { datesByProject } from '../translation/schedule.ts';
import type { NeedOffice, NeedProject, NeedRow, NeedsView } from './needs-schema.ts';

type Named = { id: string; name: string };

/** The wishes of the offices and what has become of each. A city without a plan has them too, without dates. */
export function needsView(agenda: Agenda, asOf: string): NeedsView {
  const unitNames = new Map(agenda.units.map((unit) => [unit.id, unitNameOn(unit, asOf)]));
  const nameOf = (id: string): Named => ({ id, name: unitNames.get(id) ?? id });
  const dates = datesByProject(presentPlan(agenda)?.phases ?? []);
  const projects = new Map(
    agenda.projects.map(({ id, name, status, finishedOn }): [string, NeedProject] => {
      const planned = dates.get(id);
      return [id, { id, name, status, start: planned?.start ?? null, finish: finishedOn ?? planned?.finish ?? null }];
    }),
  );
  return {
    asOf,
    needs: agenda.needs.map((need) => needRow(agenda, need, nameOf, projects)),
    offices: officesOf(agenda, nameOf),
  };
}

function needRow(
  agenda: Agenda,
  need: Need,
  nameOf: (unit: string) => Named,
  projects: ReadonlyMap<string, NeedProject>,
): NeedRow {
  const speaker = speakingFor(agenda.needs, need);
  const origins = originsOf(agenda.needs, need.id);
  const talks = new Set(origins.flatMap((one) => one.interviews));
  return {
    id: need.id,
    name: need.name,
    description: need.description ?? null,
    units: [...new Set(origins.flatMap((one) => one.units))].map(nameOf),
    interviews: agenda.interviews
      .filter(({ id }) => talks.has(id))
      .map(({ id, unit, on }) => ({ id, name: nameOf(unit).name, on: on ?? null })),
    weight: need.weight,
    weightReason: need.weightReason ?? null,
    state: needState(agenda, need),
    projects: projectsOfNeed(agenda, speaker.id).flatMap((id) => projects.get(id) ?? []),
    answer: speaker.answer ?? null,
    answeredOn: speaker.answeredOn ?? null,
    illustrative: isIllustrative(need, 'weight'),
    mergedInto: speaker === need ? null : { id: speaker.id, name: speaker.name },
    merged: origins.filter(({ id }) => id !== need.id).map(({ id, name }) => ({ id, name })),
  };
}

/** Every office of the city, and whoever else was talked with or has a need. */
function officesOf(agenda: Agenda, nameOf: (unit: string) => Named): NeedOffice[] {
  return agenda.units.flatMap(({ id, kind }) => {
    const talks = agenda.interviews.filter((one) => one.unit === id);
    const needs = agenda.needs.filter((one) => one.units.includes(id)).map((one) => one.id);
    if (kind !== 'office' && kind !== 'staffUnit' && talks.length === 0 && needs.length === 0) return [];
    const days = talks.flatMap(({ on }) => on ?? []).sort();
    return [
      {
        ...nameOf(id),
        talkOn: days.at(-1) ?? null,
        talks: talks.length,
        confirmed: talks.filter((one) => one.confirmedOn !== undefined).length,
        needs,
      },
    ];
  });
}
