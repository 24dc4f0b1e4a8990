import { isEnded, type Text } from '../agenda/index.ts';
import type { Measure } from '../planning/index.ts';
import type { Sentence } from './assessment.ts';
import type { Context } from './context.ts';
import { plainSentence } from './evidence.ts';
import { date } from './figures.ts';
import { list, paperNoun } from './grammar.ts';
import { measureFigures } from './measures.ts';
import { pointsOf, projectName, projectsOf, teamFullName } from './records.ts';
import { VERDICT_LABELS } from './verdict.ts';

/** Label, headline and summary of the verdict. */

export function verdictLabel(context: Context): Text {
  const { de, en } = VERDICT_LABELS[context.decision.rule];
  const stopped = context.figures?.answer.engine.complete === false;
  return {
    de: `Ergebnis der Prüfung: ${de}${stopped ? ' (Rechnung abgebrochen, beste Antwort bis dahin)' : ''}`,
    en: `Result of the examination: ${en}${stopped ? ' (computation stopped, best answer so far)' : ''}`,
  };
}

/** The measure that a verdict "only with …" names: money first, else the cheapest posts that lead to a start. */
export function enablingMeasure(context: Context): { measure: Measure; index: number } | null {
  const all = (context.figures?.answer.measures ?? []).map((measure, index) => ({ measure, index }));
  const helping = all.filter(({ measure }) => measure.start !== null);
  const money = helping.find(({ measure }) => measure.kind === 'money');
  if (context.decision.rule === 'moneyHelps') return money ?? null;
  const byCost = helping.toSorted((a, b) => a.measure.costCentsPerYear - b.measure.costCentsPerYear);
  return byCost[0] ?? null;
}

export function headline(context: Context): Sentence {
  const { de, en } = context.ledger;
  const kept = context.figures?.senses.kept;
  switch (context.decision.rule) {
    case 'later':
      if (!kept) break;
      return {
        de: de`Derzeit nicht umsetzbar, ab ${kept.start} möglich.`,
        en: en`Not feasible at present; possible from ${kept.start}.`,
      };
    case 'now':
    case 'nowInPart':
      if (!kept) break;
      return context.decision.rule === 'now'
        ? { de: de`Umsetzbar ab ${kept.start}.`, en: en`Feasible from ${kept.start}.` }
        : { de: de`Teilweise umsetzbar, ab ${kept.start}.`, en: en`Feasible in part, from ${kept.start}.` };
    case 'moneyHelps':
    case 'postsHelp': {
      const enabling = enablingMeasure(context);
      if (!enabling) break;
      const of = measureFigures(context, enabling.measure, enabling.index);
      const start = of.start ?? '';
      return enabling.measure.kind === 'money'
        ? {
            de: de`Nur mit zusätzlich ${of.money} umsetzbar, dann ab ${start}.`,
            en: en`Feasible only with ${of.money} more, then from ${start}.`,
          }
        : {
            de: de`Nur mit ${of.posts} ${of.team} umsetzbar, dann ab ${start}.`,
            en: en`Feasible only with ${of.posts} ${of.team}, then from ${start}.`,
          };
    }
    default:
      break;
  }
  return plainSentence(PLAIN_HEADLINES[context.decision.rule](context.agenda.name));
}

/** Headlines without a figure. */
const PLAIN_HEADLINES: Record<keyof typeof VERDICT_LABELS, (agenda: string) => Text> = {
  notCompetent: () => ({ de: 'Der Stadtrat ist nicht zuständig.', en: 'The council is not competent.' }),
  inadmissible: () => ({ de: 'Nicht zulässig.', en: 'Not admissible.' }),
  notVotable: () => ({ de: 'Nicht abstimmungsfähig.', en: 'Not votable.' }),
  answered: () => ({ de: 'Die Anfrage ist beantwortet.', en: 'The inquiry is answered.' }),
  notComputed: () => ({ de: 'Noch nicht gerechnet.', en: 'Not yet computed.' }),
  moneyHelps: () => ({ de: 'Nur mit zusätzlichem Geld umsetzbar.', en: 'Feasible only with additional money.' }),
  postsHelp: () => ({ de: 'Nur mit zusätzlichen Stellen umsetzbar.', en: 'Feasible only with additional posts.' }),
  outOfReach: () => ({ de: 'Im Planungszeitraum nicht umsetzbar.', en: 'Not feasible within the planning period.' }),
  later: () => ({ de: 'Derzeit nicht umsetzbar.', en: 'Not feasible at present.' }),
  nowInPart: () => ({ de: 'Teilweise umsetzbar.', en: 'Feasible in part.' }),
  now: () => ({ de: 'Umsetzbar.', en: 'Feasible.' }),
  undecided: () => ({ de: 'Noch offen: Entscheidungen fehlen.', en: 'Still open: decisions are missing.' }),
  done: () => ({ de: 'Bereits erledigt.', en: 'Already done.' }),
  underWay: () => ({ de: 'Bereits in Umsetzung.', en: 'Already under way.' }),
  elsewhere: (agenda) => ({ de: `Nicht Gegenstand: ${agenda}.`, en: `Not part of: ${agenda}.` }),
  unlinked: () => ({ de: 'Noch offen: kein Vorhaben verknüpft.', en: 'Still open: no project linked.' }),
  mixed: () => ({ de: 'Teilweise umsetzbar.', en: 'Feasible in part.' }),
};

export function summary(context: Context): Sentence {
  switch (context.decision.rule) {
    case 'later':
      return laterSummary(context);
    case 'now':
    case 'nowInPart':
      return nowSummary(context);
    case 'moneyHelps':
    case 'postsHelp':
    case 'outOfReach':
      return bottleneckSentence(context);
    default:
      return plainSentence(plainSummary(context));
  }
}

function laterSummary(context: Context): Sentence {
  const { de, en } = context.ledger;
  const kept = context.figures?.senses.kept;
  if (!kept) return bottleneckSentence(context);
  const first = {
    de: de`Dann bleibt jede Zusage und jede Frist des Plans gewahrt, Ende ${kept.finish}.`,
    en: en`Then every promise and every deadline of the plan is met; finish ${kept.finish}.`,
  };
  const parts = [first, bottleneckSentence(context), moneyAlone(context), notProven(context)];
  return parts.reduce<Sentence>(
    (before, part) =>
      part === null || part === first ? before : { de: de`${before} ${part}`, en: en`${before} ${part}` },
    first,
  );
}

/** An earlier start that the search did not find is not excluded unless it is proven. */
function notProven(context: Context): Sentence | null {
  if (context.figures?.answer.kept?.quality !== 'bestFound') return null;
  return plainSentence({
    de: 'Ein früherer Beginn wurde nicht gefunden, ist aber nicht bewiesen ausgeschlossen.',
    en: 'No earlier start was found, but it is not proven to be impossible.',
  });
}

function nowSummary(context: Context): Sentence {
  const { de, en } = context.ledger;
  const kept = context.figures?.senses.kept;
  if (!kept) return bottleneckSentence(context);
  return {
    de: de`Ende ${kept.finish}; jede Zusage und jede Frist des Plans bleibt gewahrt.`,
    en: en`Finish ${kept.finish}; every promise and every deadline of the plan is met.`,
  };
}

/** Which role or budget binds, with need and what is free. */
export function bottleneckSentence(context: Context): Sentence {
  const { de, en } = context.ledger;
  const { figures, agenda } = context;
  const team = figures?.teams.find((one) => one.balance.team === figures.answer.bottleneck);
  if (team) {
    const record = agenda.teams.find((one) => one.id === team.balance.team);
    const name = record ? teamFullName(record) : team.name;
    return {
      de: de`Engpass ist die Rolle ${name}: Bis zum ${team.until} sind ${team.free} frei, gebraucht werden ${team.needed}.`,
      en: en`The bottleneck is the role ${name}: until ${team.until} ${team.free} are free, ${team.needed} are needed.`,
    };
  }
  const money = figures?.money;
  if (money && money.cents.free < money.cents.needed) {
    return {
      de: de`Engpass ist das Geld: Bis zum ${money.until} sind ${money.free} frei, gebraucht werden ${money.needed}.`,
      en: en`The bottleneck is money: until ${money.until} ${money.free} are free, ${money.needed} are needed.`,
    };
  }
  return plainSentence({
    de: 'Es bindet keine einzelne Rolle, sondern das Zusammenspiel der Vorhaben.',
    en: 'No single role binds, but the interplay of the projects.',
  });
}

/** What more money alone would bring, if the planner asked. */
export function moneyAlone(context: Context): Sentence | null {
  const { de, en } = context.ledger;
  const index = (context.figures?.answer.measures ?? []).findIndex((measure) => measure.kind === 'money');
  const measure = context.figures?.answer.measures[index];
  if (!measure) return null;
  if (measure.gainWeeks <= 0) {
    return plainSentence(
      measure.quality === 'bestFound'
        ? {
            de: 'Mit mehr Geld allein wurde kein früherer Termin gefunden.',
            en: 'With more money alone no earlier date was found.',
          }
        : { de: 'Mehr Geld allein ändert den Termin nicht.', en: 'More money alone does not change the date.' },
    );
  }
  const of = measureFigures(context, measure, index);
  if (!of.start) return null;
  return {
    de: de`Mit zusätzlich ${of.money} allein wäre der Beginn ${of.start} möglich.`,
    en: en`With ${of.money} more alone the start would be possible on ${of.start}.`,
  };
}

/** Summaries that need no figure of the planner. */
function plainSummary(context: Context): Text {
  const { paper, agenda } = context;
  const refused = paper.checks.find((one) => one.decision === 'notMet' && one.check !== 'fundingProposal');
  switch (context.decision.rule) {
    case 'notCompetent':
    case 'inadmissible':
    case 'notVotable':
      return { de: refused?.reason ?? '', en: refused?.reason ?? '' };
    case 'answered': {
      const on = paper.answer?.on;
      const said = paper.answer?.summary ?? '';
      return on
        ? { de: `Antwort vom ${date(on).de}: ${said}`, en: `Answer of ${date(on).en}: ${said}` }
        : { de: `Antwort, Tag nicht erfasst: ${said}`, en: `Answer, day not on record: ${said}` };
    }
    case 'done':
    case 'underWay':
    case 'mixed':
      return linkedProjects(context);
    case 'elsewhere': {
      const names = agenda.strategies
        .filter((one) => paper.pointDecisions.some((decision) => decision.belongsTo === one.id))
        .map((one) => one.name);
      return names.length > 0
        ? { de: `Die Punkte gehören zu: ${list(names)}.`, en: `The points belong to: ${list(names, 'en')}.` }
        : {
            de: 'Die Punkte gehören nicht zur Agenda der Verwaltung.',
            en: 'The points do not belong to the agenda of the administration.',
          };
    }
    default:
      return openSummary(context);
  }
}

function openSummary(context: Context): Text {
  const { paper } = context;
  if (context.candidate) {
    return {
      de: `Für das Vorhaben „${context.candidate.name}“ liegt noch keine Rechnung vor.`,
      en: `The project “${context.candidate.name}” has not been computed yet.`,
    };
  }
  const inState = (state: 'undecided' | 'unlinked'): string[] =>
    pointsOf(paper).flatMap((point, at) => (context.points[at] === state ? [point.number] : []));
  const numbers = inState('undecided');
  const unlinked = inState('unlinked');
  if (numbers.length === 0) {
    return {
      de: `Zu Punkt ${list(unlinked)} ist weder ein Vorhaben der Agenda noch ein neues Vorhaben verknüpft.`,
      en: `Neither a project of the agenda nor a new one is linked to point ${list(unlinked, 'en')}.`,
    };
  }
  return {
    de: `Zu entscheiden ist noch, wohin ${numbers.length === 1 ? 'dieser Punkt gehört' : 'diese Punkte gehören'}: ${list(numbers)}.`,
    en: `Still to be decided for ${paperNoun(paper.kind).en}: where the points belong: ${list(numbers, 'en')}.`,
  };
}

function linkedProjects(context: Context): Text {
  const ids = context.paper.pointDecisions.flatMap((decision) =>
    decision.relations.filter((one) => one.kind === 'project').map((one) => one.id),
  );
  const found = projectsOf(context.agenda, context.paper, [...new Set(ids)]);
  if (found.length === 0) {
    return { de: 'Ein neues Vorhaben ist dafür nicht nötig.', en: 'No new project is needed for this.' };
  }
  const ended = found.filter((project) => project.status === 'succeeded').map(projectName);
  const running = found.filter((project) => !isEnded(project)).map(projectName);
  const done =
    ended.length > 0
      ? { de: ` Abgeschlossen: ${list(ended)}.`, en: ` Finished: ${list(ended, 'en')}.` }
      : { de: '', en: '' };
  const open =
    running.length > 0
      ? { de: ` Im Plan: ${list(running)}.`, en: ` In the plan: ${list(running, 'en')}.` }
      : { de: '', en: '' };
  return {
    de: `Die Punkte sind Gegenstand von Vorhaben der Agenda.${done.de}${open.de}`,
    en: `The points are covered by projects of the agenda.${done.en}${open.en}`,
  };
}
