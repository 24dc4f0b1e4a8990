import { queryOptions } from '@tanstack/react-query';
import type { Commitment } from '../../agenda/index.ts';
import type {
  CouncilSettings,
  DayEntry,
  Delegation,
  FollowUp,
  Meeting,
  PaperDeadline,
  PaperKind,
  PaperSuggestions,
  Place,
  PromiseSuggestion,
  Publication,
  Reminder,
  StaleFigure,
  StatementBlockId,
  StatementFile,
  Task,
} from '../../council/index.ts';
import { getJson, sendJson } from './client.ts';

/** Resources of the council desk. */

export interface CouncilDesk {
  today: string;
  tasks: Task[];
  reminders: Reminder[];
  deadlines: PaperDeadline[];
  meetings: Meeting[];
  nextNumbers: { kind: PaperKind; reference: string }[];
  units: { id: string; name: string }[];
}

export interface SettingsAnswer {
  settings: CouncilSettings;
  /** 0 as long as nothing was set. */
  version: number;
  /** Blocks of a statement with their usual headings, in the usual order. */
  blocks: { id: StatementBlockId; title: string }[];
}

export interface ReadAnswer {
  suggestions: PaperSuggestions;
  lines: string[];
}

function resource<T>(path: string) {
  return queryOptions({ queryKey: [path], queryFn: ({ signal }) => getJson<T>(path, signal) });
}

export const deskQuery = resource<CouncilDesk>('/council-desk');
export const councilSettingsQuery = resource<SettingsAnswer>('/council-settings');

/** A month of the desk's calendar. */
export interface MonthAnswer {
  today: string;
  /** `2020-09` */
  month: string;
  entries: DayEntry[];
}

/** @param month that of today if it is not named */
export const monthQuery = (month?: string) =>
  resource<MonthAnswer>(`/council-desk/month${month === undefined ? '' : `?month=${month}`}`);

export const CALENDAR_FILE = '/api/council-desk/calendar.ics';

/** The statement on a paper while it is worked on. */
export interface StatementDesk {
  file: StatementFile;
  version: number;
  stale: StaleFigure[];
  /** For each comment, where the words that it is about stand now. */
  places: (Place | null)[];
  publications: { publication: Publication; publishedAt: string }[];
  names: Record<string, string>;
  units: { id: string; name: string }[];
  /** What I may do in the place of somebody who is away. */
  deputy: { units: string[]; release: boolean };
}

const workPath = (paper: string): string => `/papers/${encodeURIComponent(paper)}/statement-work`;

/** `work` is null as long as nobody has begun. */
export const statementDeskQuery = (paper: string) => resource<{ work: StatementDesk | null }>(workPath(paper));

/** Begins the statement with the draft of the newest answer. */
export const beginStatement = (paper: string): Promise<StatementDesk> => sendJson('POST', workPath(paper), undefined);

/** One step with the statement, in the version that the person sees. */
export function stepStatement(desk: StatementDesk, step: string, body: unknown): Promise<StatementDesk> {
  const method = step === 'text' ? 'PUT' : 'POST';
  return sendJson(method, `${workPath(desk.file.paper)}/${step}`, body, desk.version);
}

export interface DelegationAnswer {
  delegation: Delegation;
  version: number;
}

export const delegationsQuery = resource<{
  me: string;
  today: string;
  delegations: DelegationAnswer[];
  people: { id: string; name: string }[];
}>('/delegations');

/** A promise to the council, and where it stands. */
export interface CommitmentRow {
  commitment: Commitment;
  version: number;
  paper: string | null;
  body: string | null;
  state: FollowUp['state'];
  daysLeft: number | null;
  expectedOn: string | null;
}

export const commitmentsQuery = resource<{ today: string; commitments: CommitmentRow[] }>('/commitments');
export const promisesQuery = (paper: string) =>
  resource<{ suggestions: PromiseSuggestion[] }>(`/papers/${encodeURIComponent(paper)}/promises`);
