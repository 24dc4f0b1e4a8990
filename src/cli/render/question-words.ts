import type { Text } from '../../agenda/index.ts';
import type { Repair } from '../../planning/index.ts';

const text = (de: string, en: string): Text => ({ de, en });

/** Fixed words of the printed questions about an agenda: curve, worth, risk, repair. */
export const questionWords = {
  curve: text('Früherer Abschluss gegen zusätzliche Kapazität', 'Earlier end against extra capacity'),
  curveMeaning: text(
    'Der genehmigte Plan bleibt, wie er ist. Je Abschluss der geringste zusätzliche Aufwand über alle Anfänge, Wartezeiten und Umsetzungswege; Monate sind gleichmäßig aufgefüllt. Das Geld gilt für genau diese Termine.',
    'The approved plan stays as it is. For each end the least extra work over all starts, waits and delivery modes; months are filled evenly. The money holds for exactly these dates.',
  ),
  untouched: text('Ohne zusätzliche Kapazität', 'Without extra capacity'),
  nowhere: text('Im Planungszeitraum ist nirgends Platz.', 'There is no room in the period of the plan.'),
  start: text('Beginn', 'Start'),
  finish: text('Ende', 'End'),
  days: text('Personentage', 'Person-days'),
  money: text('Geld', 'Money'),
  teams: text('Davon', 'Of these'),
  worth: text('Was eine Stelle oder mehr Geld bewirkt', 'What a post or more money does'),
  worthMeaning: text(
    'Bestes gefundenes Ergebnis, nicht bewiesen: gleicher Anfang, gleicher Startwert, gleich viele Schritte. Eine Stelle ab dem nächsten Halbjahr; 100.000 Euro in jedem Haushaltsjahr.',
    'Best found, not proven: same beginning, same seed, same number of steps. One post from the next half-year; 100,000 euros in every budget year.',
  ),
  what: text('Mehr', 'More'),
  perYear: text('Im Jahr', 'Per year'),
  statutory: text('Gesetzlich', 'Statutory'),
  promised: text('Zugesagt', 'Promised'),
  value: text('Früher', 'Earlier'),
  projects: text('Vor allem', 'Mostly'),
  worthLegend: text(
    'Gesetzlich, Zugesagt: so viele Projektwochen weniger nach Fristen. Früher: Promille, um die der gewichtete Abschluss aller Projekte früher liegt.',
    'Statutory, Promised: so many project weeks less after deadlines. Earlier: per mille by which the weighted end of all projects is earlier.',
  ),
  risk: text('Wie sicher die Termine sind', 'How sure the dates are'),
  project: text('Vorhaben', 'Project'),
  planned: text('Geplant', 'Planned'),
  half: text('Jeder 2.', 'Every 2nd'),
  nine: text('9 von 10', '9 of 10'),
  deadline: text('Frist', 'Deadline'),
  met: text('Gehalten', 'Met'),
  repair: text('Plan nach der Änderung', 'Plan after the change'),
  moved: text('Verschoben', 'Moved'),
  weeks: text('Wochen', 'Weeks'),
  before: text('Bisher', 'Before'),
  late: text('Zu spät', 'Late'),
  nothingMoves: text('Nichts muss sich verschieben.', 'Nothing has to move.'),
  bestFound: text(
    'Bestes gefundenes Ergebnis: Weniger Verschiebung ist nicht ausgeschlossen.',
    'Best found: less movement is not ruled out.',
  ),
};

/** What the repaired plan still keeps. */
export const keptWords: Record<Repair['kept'], Text> = {
  all: text('Alle Zusagen des Plans werden gehalten.', 'All promises of the plan are kept.'),
  allOfOthers: text(
    'Gehalten werden die Zusagen aller anderen; die verspäteten Vorhaben und was auf sie wartet versäumen Fristen.',
    'The promises of all others are kept; the late projects and what waits for them miss deadlines.',
  ),
  duties: text(
    'Gehalten werden die Fristen der Pflichten und Voraussetzungen; für alle Zusagen wurde kein Plan gefunden.',
    'The deadlines of duties and prerequisites are kept; no plan was found for all promises.',
  ),
  statutory: text(
    'Gehalten werden nur die gesetzlichen Fristen; für mehr wurde kein Plan gefunden.',
    'Only statutory deadlines are kept; no plan was found for more.',
  ),
  none: text(
    'Auch gesetzliche Fristen werden versäumt; es wurde kein Plan gefunden, der sie hält.',
    'Statutory deadlines are missed too; no plan was found that keeps them.',
  ),
};
