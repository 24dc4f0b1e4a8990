import { queryOptions } from '@tanstack/react-query';
import { fileOf, getJson } from './client.ts';

export type ReportKind = 'committee' | 'faction' | 'resolutions' | 'openMotions' | 'year' | 'staff';
export type ReportOption = 'body' | 'faction' | 'year';

/** The reports that can be written, and what can be chosen for them. */
export interface ReportsAnswer {
  reports: { kind: ReportKind; options: ReportOption[]; csv: boolean }[];
  bodies: string[];
  factions: string[];
  years: number[];
}

export const reportsQuery = queryOptions({
  queryKey: ['/reports'],
  queryFn: ({ signal }) => getJson<ReportsAnswer>('/reports', signal),
});

/** Address of a report as a file; an empty choice restricts nothing. */
export function reportFile(
  kind: ReportKind,
  format: 'docx' | 'pdf' | 'html' | 'csv' | 'xlsx',
  chosen: Record<string, string>,
): string {
  const entries = Object.entries(chosen).filter(([, value]) => value !== '');
  const query = new URLSearchParams(entries).toString();
  const path = `/api/reports/${kind}/${format}`;
  return query === '' ? path : `${path}?${query}`;
}

/** Address of the fact sheet of a project as a file. */
export const sheetFile = (project: string, format: 'docx' | 'pdf'): string =>
  `/api/projects/${encodeURIComponent(project)}/fact-sheet/${format}`;

/** The roadmap as it is arranged on the page. */
export interface RoadmapArrangement {
  over: 'field' | 'unit' | 'partner';
  groups: { name: string; projects: string[] }[];
  zoom: 'week' | 'month' | 'quarter' | 'year';
}

/** The roadmap as a PDF file on A3, in this arrangement. Throws {@link ApiError}. */
export const roadmapPdf = (arranged: RoadmapArrangement): Promise<Blob> => fileOf('/roadmap/pdf', arranged);
