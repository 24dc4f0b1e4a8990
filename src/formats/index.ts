export { readAgenda, readAgendaFile } from './agenda-file.ts';
export { paperFaultsBeside } from './check-paper.ts';
export { inputsHash } from './inputs-hash.ts';
export { limits } from './limits.ts';
export { parsePaper, readPaper, readPaperFile, readPapersBeside, writePaper } from './paper-file.ts';
export { type Read, readJson } from './read-json.ts';
