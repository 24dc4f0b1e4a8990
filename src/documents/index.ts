export { statementToText, type TextOptions } from './plain-text.ts';
export { type Letterhead, statementToDocx } from './statement-docx.ts';
