export { documentToDocx } from './docx/write.ts';
export { documentToHtml } from './html.ts';
export type { OfficialDocument } from './model.ts';
export { documentToPdf, PdfRefusal } from './pdf/write.ts';
export { statementToText, type TextOptions } from './plain-text.ts';
export { factSheet } from './reports/fact-sheet.ts';
export type { ReportFacts, ReportOptions } from './reports/facts.ts';
export { REPORTS, type ReportKind, reportCsv, reportDocument, reportKinds } from './reports/kinds.ts';
export { type Letterhead, statementDocument } from './statement-document.ts';
