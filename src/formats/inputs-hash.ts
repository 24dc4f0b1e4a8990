import { createHash } from 'node:crypto';
import { type Agenda, canonicalJson, type Project, projectSchema, writeAgenda } from '../agenda/index.ts';

/** SHA-256 of what an answer rests on: the canonical agenda and the candidate project. */
export function inputsHash(agenda: Agenda, candidate: Project): string {
  return createHash('sha256').update(writeAgenda(agenda)).update(canonicalJson(projectSchema, candidate)).digest('hex');
}
