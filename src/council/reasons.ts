import { type Agenda, type Deadline, type Project, provenanceOf, type Text } from '../agenda/index.ts';
import type { Reason } from '../planning/index.ts';
import { planIsIllustrative } from './answer-figures.ts';
import type { RecordRef, Sentence } from './assessment.ts';
import type { Context } from './context.ts';
import { type Figure, figure, origin } from './evidence.ts';
import { date, month, number } from './figures.ts';
import { hasLegalDeadline } from './force.ts';
import { capital, citation, count, counted, list, NOUNS, shortList } from './grammar.ts';
import { projectName, projectsOf, teamName } from './records.ts';

/** "Warum dieses Datum?": one sentence per fact that binds, each relaxed and verified by the planner. */

/** `OZG-Wellen …`: names up to here, then the rest is counted. */
const MOST_NAMES = 7;

/** Last of the deadlines that hold the projects of a reason; null if they have none. */
export function lastDeadline(projects: readonly Project[]): Deadline | null {
  const all = projects.flatMap((project) => project.deadlines);
  return all.reduce<Deadline | null>((last, one) => (last === null || one.on > last.on ? one : last), null);
}

/** `gesetzlicher Frist` only if a duty in force stands behind each project; promises are called promises. */
export function deadlineName(context: Context, projects: readonly Project[]): Text {
  const kinds = new Set(projects.flatMap((project) => project.deadlines.map((deadline) => deadline.kind)));
  if (!kinds.has('statutory')) return { de: 'zugesagtem Termin', en: 'promised dates' };
  const founded = projects.every((project) => hasLegalDeadline(context.agenda, project, context.asOf));
  return founded && !kinds.has('promised')
    ? { de: 'gesetzlicher Frist', en: 'legal deadlines' }
    : { de: 'Frist oder Zusage', en: 'deadlines or promises' };
}

/** Deadline of the projects as a figure that points at them, or at the norm if it sets the day. */
export function deadlineFigure(agenda: Agenda, projects: readonly Project[], deadline: Deadline): Figure {
  const ids = projects.map((project) => project.id);
  const norm = agenda.obligations.find((one) => one.id === deadline.obligation && one.deadline === deadline.on);
  const first = projects[0];
  return figure({
    key: `deadline:${deadline.on}:${norm?.id ?? ids.join(',')}`,
    value: date(deadline.on),
    derivation: norm
      ? { de: `Frist nach ${citation(norm)}`, en: `deadline of ${citation(norm)}` }
      : { de: `letzte Frist der Vorhaben ${list(ids)}`, en: `last deadline of the projects ${list(ids, 'en')}` },
    refs: [
      ...(norm ? [{ kind: 'obligation' as const, id: norm.id, field: 'deadline' }] : []),
      ...ids.map((id): RecordRef => ({ kind: 'project', id, field: 'deadlines' })),
    ],
    ...origin(agenda, norm ? provenanceOf(norm, 'deadline') : first && provenanceOf(first, 'deadlines')),
  });
}

function planFigure(context: Context, key: string, value: Text, derivation: Text, refs: readonly RecordRef[]): Figure {
  const illustrative = context.candidate !== null && planIsIllustrative(context.agenda, context.candidate);
  const run: RecordRef = { kind: 'planRun', id: context.candidate?.id ?? context.paper.id, field: 'reasons' };
  return figure({ key, value, derivation, refs: [...refs, run], illustrative });
}

/** What the reason says, without its gain. */
function statement(context: Context, reason: Reason, index: number): Sentence {
  const { de, en } = context.ledger;
  const projects = projectsOf(context.agenda, context.paper, reason.projects);
  const named = {
    de: shortList(projects.map(projectName), MOST_NAMES),
    en: shortList(projects.map(projectName), MOST_NAMES, 'en'),
  };
  switch (reason.kind) {
    case 'teamCapacity':
      return teamSentence(context, reason, index);
    case 'budget':
      return budgetSentence(context);
    case 'commitments':
      return {
        de: de`Die Verpflichtungsermächtigung reicht nicht`,
        en: en`The commitment authorisation is not enough`,
      };
    case 'deadlines': {
      const last = lastDeadline(projects);
      const many = counted(projects.length, NOUNS.project);
      const name = deadlineName(context, projects);
      const [go, come] = projects.length === 1 ? ['geht', 'comes'] : ['gehen', 'come'];
      if (!last)
        return {
          de: de`${capital(many.de)} ${go} vor: ${named.de}`,
          en: en`${capital(many.en)} ${come} first: ${named.en}`,
        };
      const day = deadlineFigure(context.agenda, projects, last);
      return {
        de: de`${capital(many.de)} mit ${name.de} bis ${day} ${go} vor: ${named.de}`,
        en: en`${capital(many.en)} with ${name.en} until ${day} ${come} first: ${named.en}`,
      };
    }
    case 'dependency':
      return { de: de`Vorher müssen fertig sein: ${named.de}`, en: en`To be finished before: ${named.en}` };
    case 'prerequisite':
      return { de: de`Das Vorhaben wartet auf eine Voraussetzung`, en: en`The project waits for a prerequisite` };
    case 'earliestStart': {
      const day = context.figures?.asked;
      return day
        ? { de: de`Das Vorhaben kann nicht vor dem ${day} beginnen`, en: en`The project cannot start before ${day}` }
        : { de: de`Das Vorhaben hat einen frühesten Beginn`, en: en`The project has an earliest start` };
    }
    case 'duration': {
      const weeks = context.figures?.senses.kept?.weeks;
      return weeks
        ? { de: de`Das Vorhaben dauert ${weeks}`, en: en`The project takes ${weeks}` }
        : { de: de`Die Dauer des Vorhabens bindet`, en: en`The length of the project binds` };
    }
  }
}

function teamSentence(context: Context, reason: Reason, index: number): Sentence {
  const { de, en } = context.ledger;
  const team = context.agenda.teams.find((one) => one.id === reason.team);
  const name = team ? teamName(team) : (reason.team ?? '');
  const { from, until, loadPercentMin: min, loadPercentMax: max } = reason;
  if (from === null || until === null || max === null) {
    return { de: de`${name} ist ausgelastet`, en: en`${name} is fully used` };
  }
  const low = number(min ?? max);
  const high = number(max);
  const value =
    min === null || min === max
      ? { de: `${high.de}\u00a0%`, en: `${high.en}%` }
      : { de: `${low.de} bis ${high.de}\u00a0%`, en: `${low.en} to ${high.en}%` };
  const derivation = {
    de: 'verplant durch verfügbar je Monat, kleinster und größter Wert',
    en: 'planned divided by available per month, lowest and highest',
  };
  const refs: RecordRef[] = [{ kind: 'team', id: reason.team ?? '', field: 'capacity' }];
  const load = planFigure(context, `reason:${index}.load`, value, derivation, refs);
  return {
    de: de`${name} ist von ${month(from)} bis ${month(until)} zu ${load} belegt`,
    en: en`${name} is ${load} used from ${month(from)} to ${month(until)}`,
  };
}

function budgetSentence(context: Context): Sentence {
  const { de, en } = context.ledger;
  const money = context.figures?.money;
  return money
    ? {
        de: de`Nach laufenden Kosten und Vorhaben bleiben ${money.free}, gebraucht werden ${money.needed}`,
        en: en`After running costs and projects ${money.free} are left, ${money.needed} are needed`,
      }
    : { de: de`Das Geld reicht nicht`, en: en`There is not enough money` };
}

export function reasonText(context: Context, reason: Reason, index: number): Sentence {
  const { de, en } = context.ledger;
  const says = statement(context, reason, index);
  if (reason.gainWeeks <= 0) return { de: de`${says}.`, en: en`${says}.` };
  const weeks = count(reason.gainWeeks, NOUNS.week);
  const gain = planFigure(
    context,
    `reason:${index}.gain`,
    weeks,
    reason.together
      ? {
          de: 'so viel früher wäre der Beginn ohne alle Bindungen, die nur gemeinsam wirken',
          en: 'so much earlier the start would be without all the facts that bind only together',
        }
      : {
          de: 'so viel früher wäre der Beginn ohne diese Bindung, einzeln nachgerechnet',
          en: 'so much earlier the start would be without this fact, computed again alone',
        },
    [],
  );
  if (reason.together) {
    return {
      de: de`${says}; bindet gemeinsam mit den anderen Gründen, ohne sie alle wäre der Beginn ${gain} früher.`,
      en: en`${says}; binds together with the other reasons, without all of them the start would be ${gain} earlier.`,
    };
  }
  return {
    de: de`${says}; ohne diese Bindung wäre der Beginn ${gain} früher.`,
    en: en`${says}; without it the start would be ${gain} earlier.`,
  };
}
