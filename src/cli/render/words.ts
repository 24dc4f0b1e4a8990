import type { Text } from '../../agenda/index.ts';
import { type Assessment, number } from '../../council/index.ts';

const text = (de: string, en: string): Text => ({ de, en });

/** Fixed words of the printed answer; all sentences with figures come from the assessment itself. */
export const words = {
  asOf: text('Stand', 'as of'),
  incomplete: text(
    'Vorzeitig beendet: Das ist die beste Antwort bis dahin. Was fehlt, ist nicht gerechnet.',
    'Ended early: this is the best answer so far. What is missing has not been computed.',
  ),
  dimension: text('Dimension', 'Dimension'),
  state: text('Urteil', 'Verdict'),
  need: text('Gebraucht', 'Needed'),
  free: text('Frei', 'Free'),
  binding: text('Was bindet', 'What binds'),
  time: text('Zeit', 'time'),
  staff: text('Personal', 'staff'),
  money: text('Geld', 'money'),
  authorisation: text('Verpflichtungsermächtigung', 'commitment authorisation'),
  law: text('Recht', 'law'),
  earliest: text('Frühester Beginn', 'Earliest start'),
  sense: text('Sinn', 'Sense'),
  start: text('Beginn', 'Start'),
  finish: text('Ende', 'Finish'),
  untouched: text('unberührt', 'untouched'),
  kept: text('gehalten', 'kept'),
  displacing: text('verdrängend', 'displacing'),
  untouchedMeaning: text('der Plan bleibt, wie er ist', 'the plan stays as it is'),
  keptMeaning: text('anderes darf sich bewegen, alle Fristen halten', 'others may move, all deadlines hold'),
  displacingMeaning: text('anderes rutscht', 'others slip'),
  noStart: text('kein Beginn im Zeitraum', 'no start in the period'),
  why: text('Warum nicht früher', 'Why not earlier'),
  tradeOffs: text('Was rutscht', 'What slips'),
  project: text('Vorhaben', 'Project'),
  moved: text('Verschoben', 'Moved'),
  deadline: text('Frist', 'Deadline'),
  late: text('Zu spät', 'Late'),
  byLaw: text('§ gesetzliche Frist, die versäumt wird', '§ statutory deadline that is missed'),
  measures: text('Was helfen würde', 'What would help'),
  extra: text('Zusätzlich nötig, wenn alles andere bleibt', 'Needed on top if all else stays'),
  extraStart: text('Beginn', 'Start'),
  month: text('Monat', 'Month'),
  sum: text('Summe', 'Sum'),
  atLeast: text('mindestens', 'at least'),
  atLeastMeaning: text(
    'Die Summe genügt sicher, wenn der Plan bleibt, wie er ist. „Mindestens“ fehlt in jedem Plan, der alle Zusagen hält und so früh fertig wird, was sonst auch rückt oder dazukommt; ein geprüftes Zertifikat beweist es.',
    'The sum suffices while the plan stays as it is. “At least” is missing in every plan that keeps all promises and finishes as early, whatever else moves or is added; a checked certificate proves it.',
  ),
  avoidable: text(
    'Nichts davon ist unvermeidlich: Es gibt einen Plan, der alle Zusagen hält, das Vorhaben ebenso früh beendet und ohne das auskommt; andere rücken dafür.',
    'None of it is unavoidable: there is a plan that keeps all promises, finishes the project as early and gets by without; others move for it.',
  ),
  allTeams: (tenths: number): Text => ({
    de: `Alle Teams zusammen: mindestens ${number(tenths / 10, 1).de} PT.`,
    en: `All teams together: at least ${number(tenths / 10, 1).en} PD.`,
  }),
  personDays: text('in Personentagen (PT)', 'in person-days (PD)'),
  inThousand: text('in Tausend Euro (T€)', 'in thousand euros (€k)'),
  year: text('Jahr', 'Year'),
  checks: text('Formale Prüfung', 'Formal checks'),
  open: text('offen', 'open'),
  met: text('erfüllt', 'met'),
  notMet: text('nicht erfüllt', 'not met'),
  notApplicable: text('entfällt', 'not applicable'),
  points: text('Punkte der Vorlage', 'Points of the paper'),
  administration: text('Agenda der Verwaltung', "administration's agenda"),
  city: text('Strategie der Gesamtstadt', 'strategy of the whole city'),
  elsewhere: text('anderswo', 'elsewhere'),
  undecided: text('noch nicht zugeordnet', 'not yet assigned'),
  suggested: text('Vorschläge:', 'suggestions:'),
  newProject: text('neues Vorhaben', 'new project'),
  quality: text('Güte', 'Quality'),
  assumptions: text('Annahmen', 'Assumptions'),
  evidence: text('Belege', 'Evidence'),
  weeks: text('Wochen', 'weeks'),
};

type State = Assessment['verdict']['dimensions'][number]['state'];

/** Shape beside the word, so that colour is never alone. */
export const stateMarks: Record<State, { mark: string; tone: 'good' | 'warning' | 'bad' }> = {
  ok: { mark: '●', tone: 'good' },
  tight: { mark: '▲', tone: 'warning' },
  notNow: { mark: '□', tone: 'warning' },
  insufficient: { mark: '■', tone: 'bad' },
  conflict: { mark: '■', tone: 'bad' },
};

export const kinds: Record<Assessment['paper']['kind'], Text> = {
  motion: text('Beschlussantrag', 'motion'),
  councilInquiry: text('Ratsanfrage', 'council inquiry'),
  amendment: text('Änderungsantrag', 'amendment'),
  draftResolution: text('Beschlussvorlage', 'draft resolution'),
  information: text('Informationsvorlage', 'information'),
};
