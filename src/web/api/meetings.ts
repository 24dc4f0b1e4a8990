import { queryOptions } from '@tanstack/react-query';
import type { Text } from '../../agenda/index.ts';
import type { Meeting, Organization, Resolution, ResolutionProgress } from '../../council/index.ts';
import { getJson } from './client.ts';

/** Resources about meetings, bodies and resolutions. */

export interface MeetingAnswer {
  meeting: Meeting;
  version: number;
}

export interface OrganizationAnswer {
  organization: Organization;
  version: number;
}

export interface ResolutionRow {
  resolution: Resolution;
  version: number;
  light: ResolutionProgress['light'];
  rule: Text;
  projects: { id: string; name: string; finishesOn: string | null; finished: boolean }[];
}

function resource<T>(path: string) {
  return queryOptions({ queryKey: [path], queryFn: ({ signal }) => getJson<T>(path, signal) });
}

export const meetingPath = (id: string): string => `/meetings/${encodeURIComponent(id)}`;
export const resolutionPath = (id: string): string => `/resolutions/${encodeURIComponent(id)}`;

export const meetingsQuery = resource<{ meetings: MeetingAnswer[] }>('/meetings');
export const meetingQuery = (id: string) => resource<MeetingAnswer>(meetingPath(id));
export const organizationsQuery = resource<{ organizations: OrganizationAnswer[]; unlisted: string[] }>(
  '/organizations',
);
export const resolutionsQuery = resource<{ today: string; resolutions: ResolutionRow[]; untracked: Resolution[] }>(
  '/resolutions',
);
export const resolutionQuery = (id: string) => resource<ResolutionRow>(resolutionPath(id));
