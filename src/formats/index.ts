export { readAgendaFile } from './agenda-file.ts';
export { writeCalendar } from './calendar-file.ts';
export { paperFaultsBeside } from './check-paper.ts';
export { readDocument, textLines } from './document/read-document.ts';
export { DocumentRefusal } from './document/refusal.ts';
export { inputsHash } from './inputs-hash.ts';
export { limits } from './limits.ts';
export { parsePaper, readPaperFile, readPapersBeside } from './paper-file.ts';
export { type Read, readJson } from './read-json.ts';
