import type { Project, Text } from '../../agenda/index.ts';
import type { AimView, Light, PlanResult } from '../../planning/index.ts';

const text = (de: string, en: string): Text => ({ de, en });

/** Fixed words of a printed plan. */
export const planWords = {
  planned: (count: number, span: string): Text => ({
    de: `${count} Vorhaben geplant, ${span}.`,
    en: `${count} ${count === 1 ? 'project' : 'projects'} planned, ${span}.`,
  }),
  nothing: text(
    'Kein Vorhaben geplant: Es gibt keines, das offen ist, Phasen hat und einen Termin bekommen kann.',
    'No project planned: there is none that is open, has phases and can be given a date.',
  ),
  allLeftOut: text('Kein Vorhaben geplant: Alle entfallen.', 'No project planned: all are left out.'),
  incomplete: text(
    'Vorzeitig beendet: Das ist der beste Plan bis dahin.',
    'Ended early: this is the best plan so far.',
  ),
  lateness: (statutory: number, promised: number): Text => ({
    de:
      statutory + promised === 0
        ? 'Alle Fristen der Vorhaben sind gehalten, gesetzliche wie zugesagte.'
        : `Nach gesetzlichen Fristen: ${statutory} Projektwochen; nach zugesagten Fristen: ${promised} Projektwochen.`,
    en:
      statutory + promised === 0
        ? 'All deadlines of the projects are met, statutory and promised.'
        : `After statutory deadlines: ${statutory} project-weeks; after promised deadlines: ${promised} project-weeks.`,
  }),
  quality: {
    proven: text('Bewiesen: Einen besseren Plan gibt es nicht.', 'Proven: there is no better plan.'),
    exact: text('Genau gerechnet.', 'Computed exactly.'),
    bestFound: text(
      'Bester gefundener Plan; ein besserer ist nicht ausgeschlossen.',
      'Best plan found; a better one is not ruled out.',
    ),
  } satisfies Record<PlanResult['quality'], Text>,
  goodness: text('Wie gut der Plan ist', 'How good the plan is'),
  aims: {
    statutoryLate: text('Wochen nach gesetzlichen Fristen', 'weeks after statutory deadlines'),
    promisedLate: text('Wochen nach Zielterminen', 'weeks after target dates'),
    firmMoved: text('Wochen Bewegung der festen Vorhaben', 'weeks of movement of firm projects'),
    firmEarly: text('gewichtete Endwochen der festen Vorhaben', 'weighted finish weeks of firm projects'),
    dropped: text('Verlust durch Entfallenes', 'loss by what is left out'),
    moved: text('Wochen Bewegung', 'weeks of movement'),
    early: text('gewichtete Endwochen', 'weighted finish weeks'),
  } satisfies Record<AimView['kind'], Text>,
  value: text('Wert', 'Value'),
  atLeast: text('mindestens', 'at least'),
  gap: text('Abstand', 'Gap'),
  how: text('Woher bekannt', 'How this is known'),
  known: {
    proven: {
      certificate: text('bewiesen durch ein geprüftes Zertifikat', 'proven by a checked certificate'),
      argument: text('bewiesen: die Schranke ist erreicht', 'proven: the bound is reached'),
    },
    bestFound: {
      certificate: text(
        'bester gefundener Wert; Schranke mit geprüftem Zertifikat',
        'best value found; bound with a checked certificate',
      ),
      argument: text('bester gefundener Wert; Schranke ohne Zertifikat', 'best value found; bound without certificate'),
    },
  } satisfies Record<AimView['quality'], Record<NonNullable<AimView['basis']>, Text>>,
  inOrder: text(
    'Die Ziele gelten der Reihe nach. Kein Plan, der in den früheren gleich gut ist, kommt unter „mindestens“; der Abstand ist höchstens so groß.',
    'The aims count one after the other. No plan that is as good in those before is below “at least”; the gap is at most so large.',
  ),
  undated: text('Ohne Termin, weil eine Voraussetzung keinen hat:', 'Without a date because a prerequisite has none:'),
  dropped: text('Nicht in diesem Plan', 'Not in this plan'),
  duties: text('Gesetzliche Pflichten mit Frist', 'Duties with a deadline'),
  projects: text('Vorhaben', 'Projects'),
  project: text('Vorhaben', 'Project'),
  norm: text('Norm', 'Norm'),
  start: text('Beginn', 'Start'),
  finish: text('Ende', 'Finish'),
  deadline: text('Frist', 'Deadline'),
  margin: text('Tage Luft', 'Days left'),
  mode: text('Weg', 'Mode'),
  legend: text(
    'M Pflicht · P Voraussetzung · C beschlossen · O freiwillig · Tage Luft: vom Ende bis zur nächsten Frist',
    'M duty · P prerequisite · C decided · O optional · days left: from the finish to the nearest deadline',
  ),
  load: text('Auslastung der Teams', 'Load of the teams'),
  team: text('Team', 'Team'),
  bottleneck: text('Engpass', 'bottleneck'),
  money: text('Haushalt', 'Budget'),
  budget: text('Mittel', 'Line'),
  year: text('Jahr', 'Year'),
  amount: text('Ansatz', 'Amount'),
  carried: text('Übertrag', 'Carried'),
  running: text('Laufend', 'Running'),
  spent: text('Vorhaben', 'Projects'),
  free: text('Frei', 'Free'),
};

/** Letters of why a project is on the agenda, as everywhere in the product. */
export const classLetters: Record<Project['commitmentClass'], string> = {
  mandatory: 'M',
  prerequisite: 'P',
  decided: 'C',
  optional: 'O',
};

/** Traffic lights: shape and word, never colour alone. */
export const lights: Record<Light, { mark: string; word: Text }> = {
  onPlan: { mark: '●', word: text('im Plan', 'on plan') },
  tight: { mark: '▲', word: text('knapp', 'tight') },
  missed: { mark: '■', word: text('versäumt', 'missed') },
  overdue: { mark: '■', word: text('überfällig', 'overdue') },
  running: { mark: '▶', word: text('läuft', 'running') },
  waiting: { mark: '□', word: text('wartet', 'waiting') },
  open: { mark: '○', word: text('offen', 'open') },
  done: { mark: '●', word: text('fertig', 'done') },
};
