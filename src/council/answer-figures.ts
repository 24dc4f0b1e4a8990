import { type Agenda, isEnded, isIllustrative, type Project, type Text } from '../agenda/index.ts';
import type { Answer, Placement, Quality, TeamBalance } from '../planning/index.ts';
import type { RecordRef } from './assessment.ts';
import { type Figure, figure } from './evidence.ts';
import { date, money, percent, personDays } from './figures.ts';
import { protectedWorkName } from './force.ts';
import { count, NOUNS } from './grammar.ts';
import { teamName } from './records.ts';

/** The planner's answer as figures with derivation, inputs and marks: what assessment and statement speak of. */

export interface PlacementFigures {
  placement: Placement;
  start: Figure;
  finish: Figure;
  weeks: Figure;
}

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

export interface MoneyFigures {
  /** Sums over the budget lines that the candidate draws on. */
  cents: { available: number; running: number; planned: number; free: number; needed: number };
  until: Figure;
  available: Figure;
  running: Figure;
  planned: Figure;
  /** Running costs and projects together. */
  bound: Figure;
  free: Figure;
  needed: Figure;
}

/** The three nested senses of "earliest", in the order of how much may move. */
export const SENSES = ['untouched', 'kept', 'displacing'] as const;
export type Sense = (typeof SENSES)[number];

export const SENSE_WORDS: Record<Sense, { name: Text; meaning: Text }> = {
  untouched: {
    name: { de: 'unberührt', en: 'untouched' },
    meaning: { de: 'der genehmigte Plan bleibt, wie er ist', en: 'the approved plan stays as it is' },
  },
  kept: {
    name: { de: 'gehalten', en: 'kept' },
    meaning: {
      de: 'andere Vorhaben dürfen sich bewegen, jede Zusage und jede Frist des Plans bleibt gewahrt',
      en: 'other projects may move, every promise and every deadline of the plan is still met',
    },
  },
  displacing: {
    name: { de: 'verdrängend', en: 'displacing' },
    meaning: { de: 'andere Vorhaben rutschen', en: 'other projects slip' },
  },
};

export const QUALITY_WORDS: Record<Quality, Text> = {
  exact: { de: 'genau gerechnet', en: 'computed exactly' },
  proven: { de: 'bewiesen: kein früherer Beginn', en: 'proven: no earlier start' },
  bestFound: { de: 'bester gefundener', en: 'best found' },
};

export interface AnswerFigures {
  answer: Answer;
  asked: Figure;
  senses: Record<Sense, PlacementFigures | null>;
  /** Teams that the candidate needs, the bottleneck first. */
  teams: readonly TeamFigures[];
  money: MoneyFigures | null;
  /** Planned dates rest on all of this. */
  illustrative: boolean;
}

const PHASES = 'phases';

function hasEffort(project: Project, team: string): boolean {
  return project.phases.some((phase) => Object.values(phase.work).some((work) => (work.effortTenths[team] ?? 0) > 0));
}

function openProjects(agenda: Agenda): Project[] {
  return agenda.projects.filter((project) => !isEnded(project));
}

/** Whether any input of a plan is illustrative: effort and length of projects, capacity, budget. */
export function planIsIllustrative(agenda: Agenda, candidate: Project): boolean {
  return (
    [...openProjects(agenda), candidate].some((project) => isIllustrative(project, PHASES)) ||
    agenda.teams.some((team) => isIllustrative(team, 'capacity')) ||
    agenda.budgetLines.some((line) => isIllustrative(line, 'years'))
  );
}

export function answerFigures(agenda: Agenda, candidate: Project, answer: Answer): AnswerFigures {
  const illustrative = planIsIllustrative(agenda, candidate);
  const run = (field: string): RecordRef => ({ kind: 'planRun', id: answer.candidate, field });
  const asked = figure({
    key: 'asked',
    value: date(answer.askedStart),
    derivation: {
      de: 'erster Montag, an dem das Vorhaben beginnen könnte, wenn sonst nichts bindet',
      en: 'first Monday on which the project could start if nothing else bound it',
    },
    refs: [{ kind: 'project', id: candidate.id, field: 'earliestStart' }],
    illustrative: isIllustrative(candidate, 'earliestStart'),
  });
  const senses: AnswerFigures['senses'] = {
    untouched: placementFigures('untouched', answer.untouched, run, illustrative),
    kept: placementFigures('kept', answer.kept, run, illustrative),
    displacing: placementFigures('displacing', answer.displacing, run, illustrative),
  };
  const teams = answer.teams
    .filter((balance) => balance.neededTenths > 0 || balance.team === answer.bottleneck)
    .sort((a, b) => Number(b.team === answer.bottleneck) - Number(a.team === answer.bottleneck) || slack(a) - slack(b))
    .map((balance) => teamFigures(agenda, candidate, balance, run('teams')));
  return { answer, asked, senses, teams, money: moneyFigures(agenda, candidate, answer, run('money')), illustrative };
}

function slack(balance: Answer['teams'][number]): number {
  return balance.freeTenths - balance.neededTenths;
}

function placementFigures(
  sense: Sense,
  placement: Placement | null,
  run: (field: string) => RecordRef,
  illustrative: boolean,
): PlacementFigures | null {
  if (!placement) return null;
  const { name, meaning } = SENSE_WORDS[sense];
  const quality = QUALITY_WORDS[placement.quality];
  const weeks = figure({
    key: `${sense}.weeks`,
    value: count(placement.weeks, NOUNS.week),
    derivation: { de: 'Dauer von Beginn bis Ende', en: 'from start to finish' },
    refs: [run(`${sense}.weeks`)],
    illustrative,
  });
  const start = figure({
    key: `${sense}.start`,
    value: date(placement.start),
    derivation: {
      de: `frühester Beginn, ${name.de}: ${meaning.de}; ${quality.de}`,
      en: `earliest start, ${name.en}: ${meaning.en}; ${quality.en}`,
    },
    refs: [run(`${sense}.start`)],
    illustrative,
  });
  const finish = figure({
    key: `${sense}.finish`,
    value: date(placement.finish),
    derivation: {
      de: `Beginn ${start.value.de} und ${weeks.value.de}`,
      en: `start ${start.value.en} and ${weeks.value.en}`,
    },
    refs: [run(`${sense}.finish`)],
    inputs: [start, weeks],
  });
  return { placement, start, finish, weeks };
}

function teamFigures(
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
  const decidedText = { de: 'davon für beschlossene Vorhaben', en: 'of which for decided projects' };
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

function projectRefs(projects: readonly Project[]): RecordRef[] {
  return projects.map((project) => ({ kind: 'project', id: project.id, field: PHASES }));
}

function untilFigure(until: string, run: RecordRef): Figure {
  return figure({
    key: `until:${until}`,
    value: date(until),
    derivation: {
      de: 'Ende des Zeitraums, für den Bedarf und Kapazität verglichen werden',
      en: 'end of the period in which need and capacity are compared',
    },
    refs: [run],
  });
}

/** Programme money that the candidate draws on; all lines if it needs none. */
function moneyFigures(agenda: Agenda, candidate: Project, answer: Answer, run: RecordRef): MoneyFigures | null {
  const wanted = answer.money.filter((balance) => balance.neededCents > 0);
  const balances = wanted.length > 0 ? wanted : answer.money;
  const first = balances[0];
  if (!first) return null;
  const sum = (field: 'availableCents' | 'runningCents' | 'plannedCents' | 'freeCents' | 'neededCents'): number =>
    balances.reduce((total, balance) => total + balance[field], 0);
  const cents = {
    available: sum('availableCents'),
    running: sum('runningCents'),
    planned: sum('plannedCents'),
    free: sum('freeCents'),
    needed: sum('neededCents'),
  };
  const lines = balances.map((balance): RecordRef => ({ kind: 'budgetLine', id: balance.budgetLine, field: 'years' }));
  const budget = agenda.budgetLines.some(
    (line) => balances.some((one) => one.budgetLine === line.id) && isIllustrative(line, 'years'),
  );
  const costs = openProjects(agenda).some((project) => isIllustrative(project, PHASES));
  const make = (
    key: string,
    cents: number,
    derivation: Text,
    illustrative: boolean,
    refs: readonly RecordRef[],
  ): Figure => figure({ key: `money.${key}`, value: money(cents), derivation, illustrative, refs });
  const until = untilFigure(first.until, run);
  const by = { de: `bis ${until.value.de}`, en: `until ${until.value.en}` };
  const available = make(
    'available',
    cents.available,
    { de: `Programmmittel ${by.de}`, en: `programme money ${by.en}` },
    budget,
    lines,
  );
  const running = make(
    'running',
    cents.running,
    { de: `laufende Kosten ${by.de}`, en: `running costs ${by.en}` },
    budget,
    lines,
  );
  const planned = make(
    'planned',
    cents.planned,
    { de: `Ausgaben der eingeplanten Vorhaben ${by.de}`, en: `spending of the planned projects ${by.en}` },
    costs,
    [run],
  );
  const bound = figure({
    key: 'money.bound',
    value: money(cents.running + cents.planned),
    derivation: {
      de: `laufende Kosten ${running.value.de} und Vorhaben ${planned.value.de}`,
      en: `running costs ${running.value.en} and projects ${planned.value.en}`,
    },
    inputs: [running, planned],
  });
  const free = figure({
    key: 'money.free',
    value: money(cents.free),
    derivation: {
      de: `Programmmittel ${available.value.de} minus laufende Kosten ${running.value.de} minus Vorhaben ${planned.value.de}`,
      en: `programme money ${available.value.en} minus running costs ${running.value.en} minus projects ${planned.value.en}`,
    },
    inputs: [available, running, planned],
  });
  const needed = make(
    'needed',
    cents.needed,
    { de: 'einmalige Ausgaben des Antrags', en: 'one-off spending of the motion' },
    isIllustrative(candidate, PHASES),
    [{ kind: 'project', id: candidate.id, field: 'phases' }],
  );
  return { cents, until, available, running, planned, bound, free, needed };
}
