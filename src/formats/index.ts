export { readAgendaFile } from './agenda-file.ts';
export { paperFaultsBeside } from './check-paper.ts';
export { inputsHash } from './inputs-hash.ts';
export { limits } from './limits.ts';
export { parsePaper, readPaperFile, readPapersBeside } from './paper-file.ts';
export { type Read, readJson } from './read-json.ts';
