import { type Agenda, isIllustrative, type Project, type Text } from '../agenda/index.ts';
import type { Answer, Placement, Quality } from '../planning/index.ts';
import type { RecordRef } from './assessment.ts';
import { type Figure, figure } from './evidence.ts';
import { date } from './figures.ts';
import { count, NOUNS } from './grammar.ts';
import { type MoneyFigures, moneyFigures } from './money-figures.ts';
import { openProjects, PHASES } from './plan-inputs.ts';
import { type TeamFigures, teamFigures } from './team-figures.ts';

/** The planner's answer as figures with derivation, inputs and marks: what assessment and statement speak of. */

export interface PlacementFigures {
  placement: Placement;
  start: Figure;
  finish: Figure;
  weeks: Figure;
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
  bestFound: { de: 'beste gefundene Lösung', en: 'best solution found' },
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

/** Whether any input of a plan is illustrative: effort and length of projects, capacity, budget. */
export function planIsIllustrative(agenda: Agenda, candidate: Project): boolean {
  return (
    [...openProjects(agenda), candidate].some((project) => isIllustrative(project, PHASES)) ||
    agenda.teams.some((team) => isIllustrative(team, 'capacity')) ||
    agenda.budgetLines.some((line) => isIllustrative(line, 'years'))
  );
}

export function answerFigures(agenda: Agenda, candidate: Project, answer: Answer, asOf: string): AnswerFigures {
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
    .map((balance) => teamFigures(agenda, candidate, balance, run('teams'), asOf));
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
