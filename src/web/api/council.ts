import { queryOptions } from '@tanstack/react-query';
import type {
  CouncilSettings,
  Meeting,
  PaperDeadline,
  PaperKind,
  PaperSuggestions,
  Task,
} from '../../council/index.ts';
import { getJson } from './client.ts';

/** Resources of the council desk. */

export interface CouncilDesk {
  today: string;
  tasks: Task[];
  deadlines: PaperDeadline[];
  meetings: Meeting[];
  nextNumbers: { kind: PaperKind; reference: string }[];
  units: { id: string; name: string }[];
}

export interface SettingsAnswer {
  settings: CouncilSettings;
  /** 0 as long as nothing was set. */
  version: number;
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
export const meetingQuery = (id: string) =>
  resource<{ meeting: Meeting; version: number }>(`/meetings/${encodeURIComponent(id)}`);

export const CALENDAR_FILE = '/api/council-desk/calendar.ics';
