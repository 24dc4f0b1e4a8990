import type { OfficialDocument } from '../model.ts';
import { asOfToday } from './as-of.ts';
import { committeeReport } from './committee.ts';
import { factionBriefing } from './faction.ts';
import type { ReportFacts, ReportOptions } from './facts.ts';
import { openMotions, openTable } from './open-motions.ts';
import { type ListRow, resolutionList, resolutionTable } from './resolutions.ts';
import { staffTable } from './staff.ts';
import { yearOverview } from './year.ts';

/** The reports that the product writes, each with what may be chosen for it. */
export const REPORTS = {
  committee: { build: committeeReport, options: ['body'] },
  faction: { build: factionBriefing, options: ['faction'] },
  resolutions: { build: resolutionList, options: ['body'], table: resolutionTable },
  openMotions: { build: openMotions, options: ['body'], table: openTable },
  year: { build: yearOverview, options: ['year', 'body'] },
  staff: { build: staffTable, options: ['year'] },
} as const satisfies Record<string, ReportKindOf>;

interface ReportKindOf {
  build: (facts: ReportFacts, options: ReportOptions) => OfficialDocument;
  options: readonly (keyof ReportOptions)[];
  /** Lines for a CSV file, the first with the heads. */
  table?: (facts: ReportFacts, options: ReportOptions) => readonly ListRow[];
}

export type ReportKind = keyof typeof REPORTS;
export const reportKinds = Object.keys(REPORTS) as ReportKind[];

/** The report of this kind as a document. */
export const reportDocument = (kind: ReportKind, facts: ReportFacts, options: ReportOptions): OfficialDocument =>
  REPORTS[kind].build(asOfToday(facts), options);

/** The lines of a report that is a list, the first with the heads; null for the others. */
export function reportTable(kind: ReportKind, facts: ReportFacts, options: ReportOptions): readonly ListRow[] | null {
  const of: ReportKindOf = REPORTS[kind];
  return of.table?.(asOfToday(facts), options) ?? null;
}

/** Lines as CSV: semicolons, CRLF and a byte-order mark, as German Excel reads it. */
export function reportCsv(rows: readonly ListRow[]): string {
  const lines = rows.map((row) => row.map(cell).join(';'));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

/** A cell that begins like a formula is text (OWASP: CSV injection); quotes are doubled (RFC 4180). */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
