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
  whether: text('Ist die Frist zu halten?', 'Can the deadline be met?'),
  together: text(
    'Zusammen widersprechen der Frist, wenn die anderen ihre Zusagen halten:',
    'Together these contradict the deadline while the others keep their promises:',
  ),
  byItself: text(
    'Die Frist liegt vor dem frühesten Ende, das die Dauer der Phasen zulässt, auch bei unbegrenzter Kapazität.',
    'The deadline lies before the earliest end that the length of the phases allows, even with unlimited capacity.',
  ),
  possible: (project: string, finish: Text): Text =>
    text(
      `Es geht: Ein anderer Plan hält diese Frist und alle Zusagen, die der jetzige hält. ${project} endet darin am ${finish.de}.`,
      `It is possible: another plan meets this deadline and every promise that the present one keeps. ${project} ends in it on ${finish.en}.`,
    ),
  open: text(
    'Offen: In der vorgesehenen Rechenzeit wurde weder ein Plan gefunden, der die Frist hält, noch bewiesen, dass es keinen gibt.',
    'Open: within the time allowed neither a plan was found that meets the deadline, nor a proof that there is none.',
  ),
  facts: {
    teamCapacity: {
      de: (names) => `Kapazität von ${names}`,
      en: (names) => `capacity of ${names}`,
    },
    budget: { de: (names) => `Mittel: ${names}`, en: (names) => `money: ${names}` },
    commitments: {
      de: (names) => `Verpflichtungsermächtigung: ${names}`,
      en: (names) => `commitment authorisation: ${names}`,
    },
    start: {
      de: (names) => `fester oder frühester Beginn, auch durch Voraussetzungen: ${names}`,
      en: (names) => `fixed or earliest start, also by prerequisites: ${names}`,
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
  verified: text(
    'Jeder Grund wurde einzeln weggelassen: Die übrigen widersprechen der Frist dann nicht mehr.',
    'Each fact was left out once: without it the others no longer contradict the deadline.',
  ),
  notVerified: text(
    'Nicht jeder Grund konnte einzeln geprüft werden; vielleicht ist einer entbehrlich.',
    'Not every fact could be checked by leaving it out; one may be dispensable.',
  ),
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
