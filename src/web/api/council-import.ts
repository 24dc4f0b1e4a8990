import { queryOptions } from '@tanstack/react-query';
import type { Text } from '../../agenda/index.ts';
import type { Meeting, Paper, PaperKind } from '../../council/index.ts';
import { getJson, post } from './client.ts';
import type { ReadAnswer } from './council.ts';

/** What the council information system of the city says, beside what is here. */

export interface IncomingFile {
  name: string;
  url: string | null;
  mimeType: string | null;
  on: string | null;
}

export interface IncomingPaper {
  key: string;
  changedAt: string;
  address: string;
  web: string | null;
  reference: string | null;
  kind: PaperKind | null;
  paperType: string | null;
  name: string;
  receivedOn: string | null;
  originators: Paper['originators'];
  consultations: Paper['consultations'];
  related: string[];
  mainFile: IncomingFile | null;
  statements: IncomingFile[];
  files: IncomingFile[];
  hints: Text[];
  state: 'new' | 'known' | 'differs' | 'gone';
  paper: string | null;
  differences: Text[];
}

export interface IncomingMeeting {
  key: string;
  changedAt: string;
  address: string;
  web: string | null;
  meeting: Meeting | null;
  hints: Text[];
  state: 'new' | 'known' | 'differs' | 'gone' | 'unusable';
}

export interface ImportRun {
  id: string;
  address: string;
  startedAt: string;
  endedAt: string | null;
  state: 'running' | 'done' | 'failed' | 'cancelled';
  counts: { new: number; changed: number; unchanged: number; gone: number };
  faults: Text[];
  faultCount: number;
}

function resource<T>(path: string) {
  return queryOptions({ queryKey: [path], queryFn: ({ signal }) => getJson<T>(path, signal) });
}

export const councilImportQuery = resource<{ job: string | null; runs: ImportRun[] }>('/council-import');
export const incomingPapersQuery = resource<{ papers: IncomingPaper[] }>('/council-import/papers');
export const incomingMeetingsQuery = resource<{ meetings: IncomingMeeting[] }>('/council-import/meetings');
export const incomingPaperQuery = (key: string) => resource<IncomingPaper>(`/council-import/papers/${key}`);

export const startCouncilImport = (): Promise<{ job: string } | null> => post('/council-import');
export const takeMeeting = (key: string): Promise<IncomingMeeting | null> => post(`/council-import/meetings/${key}`);
/** What the paper's own file suggests. */
export const readPaperFile = (key: string): Promise<ReadAnswer | null> => post(`/council-import/papers/${key}/read`);
