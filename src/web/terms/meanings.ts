import type { Text } from '../../agenda/index.ts';
import type { Term } from './words.ts';

/** What each term means, in a sentence or two for somebody who meets it on a page. */
export const meanings: Record<Term, Text> = {
  workingPlan: {
    de: 'Der Plan, an dem gearbeitet wird. Er folgt jeder Änderung von selbst und bewegt dabei so wenig wie möglich.',
    en: 'The plan in work. It follows every change by itself and moves as little as possible.',
  },
  approvedPlan: {
    de: 'Der Plan, auf dem Zusagen beruhen. Er ändert sich nicht mehr; was davon abweicht, zeigt der Vergleich.',
    en: 'The plan that promises rest on. It does not change any more; the comparison shows what differs from it.',
  },
  planPin: {
    de: 'Ein Mensch hält ein Projekt auf einem Montag fest; der Plan macht dafür Platz.',
    en: 'A person holds a project on a Monday; the plan makes room for it.',
  },
  frozenUntil: {
    de: 'Was vor diesem Tag beginnt, bleibt beim Planen, wo es ist.',
    en: 'What starts before this day stays where it is when planning.',
  },
  scenario: {
    de: 'Ein Was-wäre-wenn: benannte Änderungen (Stellen, Geld, Projekte, Partner) neben dem Plan gerechnet, ohne ihn zu ändern.',
    en: 'A what-if: named changes (posts, money, projects, partners) computed beside the plan without changing it.',
  },
  criticalChain: {
    de: 'Die Projekte, die bestimmen, wann das letzte fertig ist. Verzögert sich eines, verzögert sich das Ende.',
    en: 'The projects that determine when the last one ends. If one of them is late, the end is late.',
  },
  untouched: {
    de: 'Frühester Termin, wenn der genehmigte Plan bleibt, wie er ist: kein anderes Projekt bewegt sich.',
    en: 'Earliest date if the approved plan stays as it is: no other project moves.',
  },
  kept: {
    de: 'Frühester Termin, wenn andere Projekte sich bewegen dürfen, aber jede Zusage und jede Pflicht gehalten wird.',
    en: 'Earliest date if other projects may move, but every promise and every duty is still met.',
  },
  displacing: {
    de: 'Frühester Termin, wenn andere Projekte rutschen. Welche, um wie viel und was sie dann verfehlen, steht dabei.',
    en: 'Earliest date if other projects slip. Which ones, by how much and what they then miss is told with it.',
  },
  bottleneck: {
    de: 'Das Team oder die Mittel, die als Erste erschöpft sind und deshalb Termine bestimmen.',
    en: 'The team or the money that runs out first and therefore determines dates.',
  },
  margin: {
    de: 'Tage zwischen dem geplanten Ende und der Frist. Unter null wird die Frist verfehlt.',
    en: 'Days between the planned finish and the deadline. Below zero the deadline is missed.',
  },
  proven: {
    de: 'Eine Schranke oder eine vollständige Suche zeigt, dass es nichts Besseres gibt.',
    en: 'A bound or a complete search shows that nothing better exists.',
  },
  bestFound: {
    de: 'Das Beste, was die Suche gefunden hat. Etwas Besseres kann es noch geben.',
    en: 'The best that the search has found. Something better may exist.',
  },
  illustrative: {
    de: 'Eine angenommene Zahl ohne Quelle, überall mit ◇ gekennzeichnet. Vor Gebrauch durch eine eigene ersetzen.',
    en: 'An assumed figure without a source, marked with ◇ everywhere. Replace it by your own before use.',
  },
  light: {
    de: 'Zustand als Farbe, Wort und Regel. Die Regel steht unter der Tabelle; die Farbe allein sagt nie etwas.',
    en: 'State as colour, word and rule. The rule stands below the table; the colour alone never says anything.',
  },
  force: {
    de: 'Wie stark eine Vorschrift bindet: muss, soll, bedingt, kann, zur Kenntnis. Nur „muss“ ist eine Pflicht.',
    en: 'How strongly a norm binds: must, should, conditional, optional, for information. Only "must" is a duty.',
  },
  trigger: {
    de: 'Wodurch eine Vorschrift gilt: sie ist in Kraft, gilt ab einem Tag, bei einem Ereignis oder immer wieder.',
    en: 'What makes a norm apply: it is in force, applies from a day on, on an event, or again and again.',
  },
  addressee: {
    de: 'Wen die Vorschrift selbst nennt. Eine Pflicht des Landes trifft die Stadt nur mittelbar.',
    en: 'Whom the norm itself names. A duty of the state reaches the city only through it.',
  },
  binding: {
    de: 'Eine Strategie, an die sich diese Stadt halten muss, nicht nur halten will.',
    en: 'A strategy that this city has to follow, not only wants to.',
  },
  coverage: {
    de: 'Welches Projekt welcher Pflicht und welchem Ziel einer Strategie dient.',
    en: 'Which project serves which duty and which goal of a strategy.',
  },
  gaps: {
    de: 'Eine Pflicht oder ein verbindliches Ziel ohne Projekt, oder ein Projekt, das keinem von beiden dient.',
    en: 'A duty or binding goal without a project, or a project that serves neither.',
  },
  commitmentClass: {
    de: 'Warum ein Projekt auf der Agenda steht: Pflicht (M), Voraussetzung für andere (P), beschlossen (C), freiwillig (O).',
    en: 'Why a project is on the agenda: mandatory (M), prerequisite of others (P), decided (C), optional (O).',
  },
  prerequisite: {
    de: 'Muss vor dem Beginn da sein und ist selbst kein Projekt: Beschluss, Stelle, Gesetz, Freigabe, Fördermittel.',
    en: 'Must be there before the start and is no project itself: decision, post, law, release, grant.',
  },
  deliveryMode: {
    de: 'Wer ein Projekt umsetzt: eigene Leute, gemeinsamer IT-Dienstleister oder Auftragnehmer, je mit Dauer, Aufwand, Kosten.',
    en: 'Who carries a project out: own staff, shared provider or vendor, each with its length, effort and costs.',
  },
  dependency: {
    de: 'Verbindung, die Termine bewegt: das eine kann erst beginnen oder enden, wenn das andere begonnen oder geendet hat.',
    en: 'Link that moves dates: one can only start or end when the other has started or ended.',
  },
  fte: {
    de: 'Eine volle Stelle. Zwei halbe Stellen sind ein VZÄ.',
    en: 'One full post. Two half posts are one FTE.',
  },
  projectSharePercent: {
    de: 'Was von einer Stelle nach dem Liniengeschäft für Projekte bleibt.',
    en: 'What is left of a post for projects after line work.',
  },
  absencePercent: {
    de: 'Bekannte Fehlzeit über das Übliche hinaus: Elternzeit, unbesetzte Stelle. Urlaub und Krankheit sind schon abgezogen.',
    en: 'Known absence beyond the usual: parental leave, vacant post. Holidays and illness are deducted already.',
  },
  personDaysPerYear: {
    de: 'Tage im Jahr für Projekte, für verstreute Schlüsselpersonen ohne eigene Stellen. Gilt statt VZÄ und Projektanteil.',
    en: 'Days a year for projects, for scattered key users without posts of their own. Holds instead of FTE and share.',
  },
  carryOverPercent: {
    de: 'Anteil nicht ausgegebener Mittel, der ins nächste Haushaltsjahr übertragen werden darf.',
    en: 'Share of unspent money that may be carried into the next fiscal year.',
  },
  runningCents: {
    de: 'Was im Haushaltsjahr vor jedem Projekt bezahlt werden muss, zum Beispiel Wartung und Lizenzen.',
    en: 'What must be paid in the fiscal year before any project, for example maintenance and licences.',
  },
  commitmentsCents: {
    de: 'Wie viel Geld späterer Jahre in einem Haushaltsjahr gebunden werden darf, etwa durch Aufträge über den Jahreswechsel (§ 81 SächsGemO).',
    en: 'How much money of later years may be bound in one fiscal year, for example by orders across New Year (SächsGemO § 81).',
  },
  followUpCostCentsPerYear: {
    de: 'Was ein Projekt nach seinem Abschluss jedes Jahr kostet.',
    en: 'What a project costs every year after it has ended.',
  },
  statusDate: {
    de: 'Der Tag, der als heute gilt, wenn eine Agenda stillsteht, zum Beispiel im Beispiel oder in der Schulung.',
    en: 'The day that counts as today for an agenda that stands still, for example in the example or in training.',
  },
  commitment: {
    de: 'Was die Stadt gegenüber Rat oder Öffentlichkeit versprochen hat, mit Tag oder Ereignis.',
    en: 'What the city has promised to council or public, with a day or an event.',
  },
};
