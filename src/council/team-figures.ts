import { type Agenda, isIllustrative, type Project, type Text } from '../agenda/index.ts';
import type { TeamBalance } from '../planning/index.ts';
import type { RecordRef } from './assessment.ts';
import { type Figure, figure } from './evidence.ts';
import { percent, personDays } from './figures.ts';
import { protectedWorkName } from './force.ts';
import { hasEffort, openProjects, PHASES, projectRefs, untilFigure } from './plan-inputs.ts';
import { teamName } from './records.ts';

/** Need against free days of one team, each figure with what it rests on. */
export interface TeamFigures {
  balance: TeamBalance;
  /** Short name, for cells. */
  name: string;
  until: Figure;
  available: Figure;
  planned: Figure;
  duty: Figure;
  free: Figure;
  needed: Figure;
  load: Figure;
}

export function teamFigures(
  agenda: Agenda,
  candidate: Project,
  balance: TeamBalance,
  run: RecordRef,
  asOf: string,
): TeamFigures {
  const team = agenda.teams.find((one) => one.id === balance.team);
  const name = team ? teamName(team) : balance.team;
  const until = untilFigure(balance.until, run);
  const key = (field: string): string => `team:${balance.team}.${field}`;
  const by = { de: `bis ${until.value.de}`, en: `until ${until.value.en}` };
  const available = figure({
    key: key('available'),
    value: personDays(balance.availableTenths),
    derivation: {
      de: `${name}: Kapazität für Vorhaben ${by.de}, Liniengeschäft abgezogen`,
      en: `${name}: capacity for projects ${by.en}, line work deducted`,
    },
    illustrative: team !== undefined && isIllustrative(team, 'capacity'),
    refs: [{ kind: 'team', id: balance.team, field: 'capacity' }],
  });
  const { planned, duty } = plannedWork(agenda, balance, run, { name, by, key, asOf });
  const needed = figure({
    key: key('needed'),
    value: personDays(balance.neededTenths),
    derivation: { de: `Aufwand des neuen Vorhabens für ${name}`, en: `effort of the new project for ${name}` },
    illustrative: isIllustrative(candidate, PHASES),
    refs: [{ kind: 'project', id: candidate.id, field: PHASES }],
  });
  const free = figure({
    key: key('free'),
    value: personDays(balance.freeTenths),
    derivation: {
      de: `verfügbar ${available.value.de} minus verplant ${planned.value.de}`,
      en: `available ${available.value.en} minus planned ${planned.value.en}`,
    },
    refs: [run],
    inputs: [available, planned],
  });
  const load = figure({
    key: key('load'),
    value: percent(balance.availableTenths > 0 ? (100 * balance.plannedTenths) / balance.availableTenths : 0),
    derivation: { de: 'verplant durch verfügbar', en: 'planned divided by available' },
    refs: [run],
    inputs: [planned, available],
  });
  return { balance, name, until, available, planned, duty, free, needed, load };
}

interface Labels {
  name: string;
  by: Text;
  key: (field: string) => string;
  asOf: string;
}

/** All work of the plan for the team, and the part that comes first; each refers to the projects that it sums. */
function plannedWork(
  agenda: Agenda,
  balance: TeamBalance,
  run: RecordRef,
  { name, by, key, asOf }: Labels,
): Pick<TeamFigures, 'planned' | 'duty'> {
  const users = openProjects(agenda).filter((project) => hasEffort(project, balance.team));
  const first = users.filter((one) => one.commitmentClass === 'mandatory' || one.commitmentClass === 'prerequisite');
  const work = protectedWorkName(agenda, asOf);
  const illustrative = users.some((project) => isIllustrative(project, PHASES));
  const planned = figure({
    key: key('planned'),
    value: personDays(balance.plannedTenths),
    derivation: {
      de: `${name}: Aufwand aller ${users.length} eingeplanten Vorhaben ${by.de}`,
      en: `${name}: effort of all ${users.length} planned projects ${by.en}`,
    },
    illustrative,
    refs: [run, ...projectRefs(users)],
  });
  const duty = figure({
    key: key('duty'),
    value: personDays(balance.dutyTenths),
    derivation: { de: `davon für ${work.de}`, en: `of which for ${work.en}` },
    illustrative,
    refs: [run, ...projectRefs(first)],
  });
  return { planned, duty };
}
