import type { Text } from '../../agenda/index.ts';
import type { WhyNot, WhyNotFact } from '../../planning/index.ts';

const text = (de: string, en: string): Text => ({ de, en });

type Proof = NonNullable<WhyNot['conflict']>['proof'];

/** A fact of a conflict, with the names it is about. */
type FactWords = Record<'de' | 'en', (names: string) => string>;

/** Fixed words of the printed answer to "why not?". */
export const whyNotWords = {
  missed: text('Fristen, die der Plan versäumt', 'Deadlines that the plan misses'),
  nothingMissed: text('Keine.', 'None.'),
  notMissed: (project: string): Text =>
    text(`${project} versäumt im Plan keine Frist.`, `${project} misses no deadline in the plan.`),
  project: text('Vorhaben', 'Project'),
  deadline: text('Frist', 'Deadline'),
  finish: text('Ende', 'Finish'),
  late: text('Wochen zu spät', 'Weeks late'),
  why: text('Warum die Frist nicht zu halten ist', 'Why the deadline cannot be met'),
  together: text(
    'Zusammen widersprechen der Frist, wenn die anderen ihre Zusagen halten:',
    'Together these contradict the deadline while the others keep their promises:',
  ),
  byItself: text(
    'Die Frist liegt vor dem frühesten Ende, das die Dauer der Phasen zulässt, auch bei unbegrenzter Kapazität.',
    'The deadline lies before the earliest end that the length of the phases allows, even with unlimited capacity.',
  ),
  notProven: text(
    'Nicht bewiesen: Es wurde kein Plan gefunden, der die Frist hält; einen zu finden ist nicht ausgeschlossen.',
    'Not proven: no plan was found that meets the deadline; one may exist.',
  ),
  facts: {
    teamCapacity: {
      de: (names) => `Kapazität von ${names}`,
      en: (names) => `capacity of ${names}`,
    },
    budget: { de: (names) => `Mittel: ${names}`, en: (names) => `money: ${names}` },
    fixedStart: { de: (names) => `fester Beginn: ${names}`, en: (names) => `fixed start: ${names}` },
    earliestStart: {
      de: (names) => `frühester Beginn oder Voraussetzung: ${names}`,
      en: (names) => `earliest start or prerequisite: ${names}`,
    },
    dependency: {
      de: (names) => `wartet auf andere Vorhaben: ${names}`,
      en: (names) => `waits for other projects: ${names}`,
    },
    deadlines: { de: (names) => `Zusagen an ${names}`, en: (names) => `promises to ${names}` },
  } satisfies Record<WhyNotFact['kind'], FactWords>,
  proof: {
    windows: text('Bewiesen allein aus Terminen und Dauern.', 'Proven from dates and lengths alone.'),
    prices: text(
      'Bewiesen: Kapazität und Geld reichen zusammen nicht; ein unabhängiger Rechenweg hat das Zertifikat geprüft.',
      'Proven: capacity and money together are not enough; an independent check accepted the certificate.',
    ),
    search: text(
      'Bewiesen durch vollständige Suche; ein unabhängiger Rechenweg hat den Beweis geprüft.',
      'Proven by complete search; an independent check accepted the proof.',
    ),
  } satisfies Record<Proof, Text>,
  notSmallest: text('Vielleicht ist einer der Gründe entbehrlich.', 'One of the facts may be dispensable.'),
  ways: text('Auswege', 'Ways out'),
  waysMeaning: text(
    'Jeder für sich genügt, während alles andere im Plan bleibt, wie es ist.',
    'Each of them is enough while everything else of the plan stays as it is.',
  ),
  roomAtLatest: text(
    'Ohne Unterbrechung so spät wie möglich beginnen: Dafür reicht die Kapazität.',
    'Start as late as possible without a break: there is capacity for that.',
  ),
};
