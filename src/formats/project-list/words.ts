import type { CommitmentClass, ProjectStatus } from '../../agenda/index.ts';
import { bare } from './targets.ts';

/** Words for the state of a project in lists of cities and in our own files. */
const STATUS: Record<ProjectStatus, readonly string[]> = {
  suggested: ['vorgeschlagen', 'idee', 'vorschlag', 'angemeldet', 'neu', 'suggested'],
  planned: ['geplant', 'inplanung', 'planung', 'inprüfung', 'prüfung', 'offen', 'vorgesehen', 'planned'],
  waiting: ['wartet', 'ruht', 'zurückgestellt', 'pausiert', 'verschoben', 'waiting'],
  inProgress: [
    'läuft',
    'laufend',
    'inumsetzung',
    'umsetzung',
    'inarbeit',
    'aktiv',
    'begonnen',
    'gestartet',
    'inprogress',
  ],
  succeeded: ['erledigt', 'abgeschlossen', 'fertig', 'umgesetzt', 'beendet', 'realisiert', 'succeeded', 'done'],
  failed: ['gescheitert', 'failed'],
  rejected: ['abgelehnt', 'rejected'],
  stopped: ['gestoppt', 'abgebrochen', 'eingestellt', 'stopped'],
};

const CLASSES: Record<CommitmentClass, readonly string[]> = {
  mandatory: ['pflicht', 'pflichtaufgabe', 'gesetzlich', 'gesetzlichepflicht', 'm', 'mandatory', 'duty'],
  prerequisite: ['voraussetzung', 'grundlage', 'basis', 'p', 'prerequisite'],
  decided: ['beschlossen', 'beschluss', 'c', 'decided'],
  optional: ['freiwillig', 'optional', 'o', 'kann'],
};

function find<Word extends string>(table: Record<Word, readonly string[]>, text: string): Word | null {
  const word = bare(text);
  return (Object.keys(table) as Word[]).find((one) => table[one].includes(word) || bare(one) === word) ?? null;
}

export const statusOf = (text: string): ProjectStatus | null => find(STATUS, text);
export const classOf = (text: string): CommitmentClass | null => find(CLASSES, text);
