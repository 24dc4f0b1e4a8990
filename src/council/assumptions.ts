import { type Agenda, isEnded, isIllustrative, type Project, personDaysPerPost, type Text } from '../agenda/index.ts';
import { QUALITY_WORDS, SENSE_WORDS, SENSES } from './answer-figures.ts';
import type { Assessment, Sentence } from './assessment.ts';
import { chosenBasis } from './basis-text.ts';
import type { Context } from './context.ts';
import { figure, plainSentence } from './evidence.ts';
import { date, money, number, personDays, posts } from './figures.ts';
import { unfoundedMandatory } from './force.ts';
import { list, shortList } from './grammar.ts';
import { pointsOf, projectName, teamName } from './records.ts';

/** What the answer takes for granted, and how sure each figure is. */

/** Mark of an illustrative figure; every text that uses it explains it. */
export const ILLUSTRATIVE_MARK = '◇';

export function assumptionsOf(context: Context): Sentence[] {
  return [
    ...chosenBasis(context),
    illustrativeInputs(context),
    ...postValue(context),
    ...(context.figures ? [EVEN_EFFORT] : []),
    ...earliestStart(context),
    ...replacedProjects(context),
    ...otherCandidates(context),
    ...undecidedPoints(context),
    ...unfounded(context),
  ];
}

const EVEN_EFFORT = plainSentence({
  de: 'Der Aufwand einer Phase verteilt sich gleichmäßig über ihre Wochen; eine Phase wird nicht unterbrochen.',
  en: 'The effort of a phase is spread evenly over its weeks; a phase is not interrupted.',
});

function illustrativeKinds(agenda: Agenda, candidate: Project | null): Text[] {
  const open = [...agenda.projects.filter((one) => !isEnded(one)), ...(candidate ? [candidate] : [])];
  const kinds: (Text | false)[] = [
    open.some((one) => isIllustrative(one, 'phases')) && {
      de: 'Aufwand, Dauer und Kosten von Vorhaben',
      en: 'effort, length and cost of projects',
    },
    agenda.teams.some((one) => isIllustrative(one, 'capacity')) && {
      de: 'Kapazität der Teams',
      en: 'capacity of the teams',
    },
    agenda.budgetLines.some((one) => isIllustrative(one, 'years')) && { de: 'Haushaltsmittel', en: 'budget' },
    agenda.partners.some((partner) => partner.offers.some((offer) => isIllustrative(offer, 'availableFrom'))) && {
      de: 'Termine der Partner',
      en: 'dates of the partners',
    },
  ];
  return kinds.filter((one) => one !== false);
}

function illustrativeInputs({ agenda, candidate }: Context): Sentence {
  const kinds = illustrativeKinds(agenda, candidate);
  if (kinds.length === 0) {
    return plainSentence({
      de: 'Alle Eingaben sind belegt oder von der Stadt eingetragen.',
      en: 'All inputs are sourced or entered by the city.',
    });
  }
  return plainSentence({
    de: `Illustrativ (${ILLUSTRATIVE_MARK}), also für das Beispiel angenommen: ${list(kinds.map((one) => one.de))}.`,
    en: `Illustrative (${ILLUSTRATIVE_MARK}), that is assumed for the example: ${list(
      kinds.map((one) => one.en),
      'en',
    )}.`,
  });
}

/** What one more post of the bottleneck brings and costs. */
function postValue(context: Context): Sentence[] {
  const { agenda, figures } = context;
  const team = agenda.teams.find((one) => one.id === figures?.answer.bottleneck);
  if (!team) return [];
  const { de, en } = context.ledger;
  const marked = {
    illustrative: isIllustrative(team, 'capacity'),
    refs: [{ kind: 'team' as const, id: team.id, field: 'capacity' }],
  };
  const brings = figure({
    key: `team:${team.id}.perPost`,
    value: personDays(Math.round(10 * personDaysPerPost(team, agenda.planStart))),
    derivation: {
      de: `${number(team.daysPerFte).de} Tage im Jahr mal Anteil für Vorhaben`,
      en: `${number(team.daysPerFte).en} days a year times the share for projects`,
    },
    ...marked,
  });
  const one = posts(1);
  const name = teamName(team);
  if (team.costPerFteCents === undefined) {
    return [{ de: de`${one} ${name} bringt ${brings} im Jahr.`, en: en`${one} ${name} brings ${brings} a year.` }];
  }
  const costs = figure({
    key: `team:${team.id}.costPerPost`,
    value: money(team.costPerFteCents),
    derivation: { de: 'Kosten einer Stelle im Jahr', en: 'cost of a post a year' },
    illustrative: isIllustrative(team, 'costPerFteCents'),
    refs: [{ kind: 'team', id: team.id, field: 'costPerFteCents' }],
    provenance: 'entered',
  });
  return [
    {
      de: de`${one} ${name} bringt ${brings} im Jahr und kostet ${costs}.`,
      en: en`${one} ${name} brings ${brings} a year and costs ${costs}.`,
    },
  ];
}

/** What the candidate excludes cannot stay in the plan beside it. */
function replacedProjects({ replaced }: Context): Sentence[] {
  const names = replaced.map(projectName);
  if (names.length === 0) return [];
  return [
    plainSentence({
      de: `Das Vorhaben tritt an die Stelle von ${list(names)}; beides zusammen ist nicht vorgesehen.`,
      en: `The project takes the place of ${list(names, 'en')}; both together are not intended.`,
    }),
  ];
}

function earliestStart(context: Context): Sentence[] {
  const { de, en } = context.ledger;
  const { agenda, candidate, figures } = context;
  if (!figures || !candidate?.earliestStart) return [];
  const decision = agenda.prerequisites.some(
    (one) => candidate.prerequisites.includes(one.id) && one.kind === 'councilDecision',
  );
  const after = decision
    ? { de: ', nach dem Beschluss des Stadtrats', en: ', after the council has decided' }
    : { de: '', en: '' };
  return [
    {
      de: de`Das Vorhaben beginnt frühestens am ${figures.asked}${after}.`,
      en: en`The project starts on ${figures.asked} at the earliest${after}.`,
    },
  ];
}

function otherCandidates({ otherCandidates: others }: Context): Sentence[] {
  if (others.length === 0) return [];
  const names = others.map((one) => one.name);
  return [
    plainSentence({
      de: `Der Antrag braucht weitere neue Vorhaben, die einzeln gerechnet sind und hier nicht enthalten: ${list(names)}.`,
      en: `The motion needs further new projects, computed each alone and not included here: ${list(names, 'en')}.`,
    }),
  ];
}

function undecidedPoints(context: Context): Sentence[] {
  const open = pointsOf(context.paper).filter((_, at) => context.points[at] === 'undecided');
  if (open.length === 0 || context.decision.rule === 'undecided') return [];
  const numbers = open.map((point) => point.number);
  return [
    plainSentence({
      de: `Noch nicht zugeordnet und in der Rechnung nicht enthalten: Punkt ${list(numbers)}.`,
      en: `Not yet assigned and not part of the computation: point ${list(numbers, 'en')}.`,
    }),
  ];
}

function unfounded({ agenda, asOf }: Context): Sentence[] {
  const found = unfoundedMandatory(agenda, asOf).map((project) => project.id);
  if (found.length === 0) return [];
  return [
    plainSentence({
      de: `Als vorrangig geführt, ohne geltende Rechtsgrundlage im Verzeichnis: ${shortList(found, 8)}.`,
      en: `Kept as first priority without a legal basis in force in the register: ${shortList(found, 8, 'en')}.`,
    }),
  ];
}

/** How each sense is known, what was tested without binding, and which run it was. */
export function qualityOf(context: Context): Assessment['quality'] {
  const answer = context.figures?.answer;
  if (!answer) return [];
  const senses = SENSES.flatMap((sense) => {
    const placement = answer[sense];
    const subject = SENSE_WORDS[sense].name;
    if (!placement)
      return [{ subject, text: { de: 'kein Beginn im Planungszeitraum', en: 'no start within the planning period' } }];
    return [{ subject, text: placementQuality(placement.quality, placement.notBefore) }];
  });
  const { version, seed, complete } = answer.engine;
  const run = complete
    ? { de: `Version ${version}, Startwert ${seed}, wiederholbar`, en: `version ${version}, seed ${seed}, repeatable` }
    : {
        de: `Version ${version}, abgebrochen: beste Antwort bis dahin`,
        en: `version ${version}, stopped: best answer so far`,
      };
  return [...senses, ...notBinding(context), { subject: { de: 'Rechenlauf', en: 'plan run' }, text: run }];
}

function placementQuality(quality: keyof typeof QUALITY_WORDS, notBefore: string): Text {
  const words = QUALITY_WORDS[quality];
  if (quality !== 'bestFound') return words;
  return {
    de: `bester gefundener Beginn; bewiesen nur: nicht vor dem ${date(notBefore).de}`,
    en: `best start found; proven only: not before ${date(notBefore).en}`,
  };
}

const REASON_KINDS: Record<string, Text> = {
  budget: { de: 'Geld', en: 'money' },
  commitments: { de: 'Verpflichtungsermächtigung', en: 'commitment authorisation' },
  dependency: { de: 'Abhängigkeiten', en: 'dependencies' },
  earliestStart: { de: 'frühester Beginn', en: 'earliest start' },
  deadlines: { de: 'Fristen', en: 'deadlines' },
  prerequisite: { de: 'Voraussetzungen', en: 'prerequisites' },
  duration: { de: 'Dauer', en: 'length' },
};

function notBinding(context: Context): Assessment['quality'] {
  const tested = context.figures?.answer.notBinding ?? [];
  if (tested.length === 0) return [];
  const names = tested.map((reason): Text => {
    const team = context.agenda.teams.find((one) => one.id === reason.team);
    if (team) return { de: teamName(team), en: teamName(team) };
    return REASON_KINDS[reason.kind] ?? { de: reason.kind, en: reason.kind };
  });
  const subject = { de: 'geprüft, bindet nicht', en: 'tested, does not bind' };
  const unique = (language: 'de' | 'en'): string[] => [...new Set(names.map((one) => one[language]))];
  return [{ subject, text: { de: list(unique('de')), en: list(unique('en'), 'en') } }];
}
