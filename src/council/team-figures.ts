import { type Agenda, isIllustrative, type Project, type Text } from '../agenda/index.ts';
import type { Answer, TeamBalance } from '../planning/index.ts';
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
  decided: Figure;
  free: Figure;
  needed: Figure;
  load: Figure;
}

export function teamFigures(
  agenda: Agenda,
  candidate: Project,
  balance: Answer['teams'][number],
  run: RecordRef,
): TeamFigures {
  const team = agenda.teams.find((one) => one.id === balance.team);
  const name = team ? teamName(team) : balance.team;
  const users = openProjects(agenda).filter((project) => hasEffort(project, balance.team));
  const effort = users.some((project) => isIllustrative(project, PHASES));
  const until = untilFigure(balance.until, run);
  const key = (field: string): string => `team:${balance.team}.${field}`;
  const make = (
    field: string,
    tenths: number,
    derivation: Text,
    illustrative: boolean,
    refs: readonly RecordRef[],
  ): Figure => figure({ key: key(field), value: personDays(tenths), derivation, illustrative, refs });
  const teamRef: RecordRef = { kind: 'team', id: balance.team, field: 'capacity' };
  const by = { de: `bis ${until.value.de}`, en: `until ${until.value.en}` };
  const available = make(
    'available',
    balance.availableTenths,
    {
      de: `${name}: Kapazität für Vorhaben ${by.de}, Liniengeschäft abgezogen`,
      en: `${name}: capacity for projects ${by.en}, line work deducted`,
    },
    team !== undefined && isIllustrative(team, 'capacity'),
    [teamRef],
  );
  const plannedText = {
    de: `${name}: Aufwand aller ${users.length} eingeplanten Vorhaben ${by.de}`,
    en: `${name}: effort of all ${users.length} planned projects ${by.en}`,
  };
  const planned = make('planned', balance.plannedTenths, plannedText, effort, [run, ...projectRefs(users)]);
  const work = protectedWorkName(agenda, agenda.planStart);
  const duties = users.filter((one) => one.commitmentClass === 'mandatory' || one.commitmentClass === 'prerequisite');
  const dutyText = { de: `davon für ${work.de}`, en: `of which for ${work.en}` };
  const duty = make('duty', balance.dutyTenths, dutyText, effort, [run, ...projectRefs(duties)]);
  const decidedText = {
    de: 'davon für beschlossene und freiwillige Vorhaben',
    en: 'of which for decided and optional projects',
  };
  const decidedUsers = users.filter((one) => one.commitmentClass === 'decided');
  const decided = make('decided', balance.decidedTenths, decidedText, effort, [run, ...projectRefs(decidedUsers)]);
  const needed = make(
    'needed',
    balance.neededTenths,
    { de: `Aufwand des Antrags für ${name}`, en: `effort of the motion for ${name}` },
    isIllustrative(candidate, PHASES),
    [{ kind: 'project', id: candidate.id, field: 'phases' }],
  );
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
  return { balance, name, until, available, planned, duty, decided, free, needed, load };
}
