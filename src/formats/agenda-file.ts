import { type Agenda, parseAgenda } from '../agenda/index.ts';
import { readBytes } from './read-file.ts';
import { type Read, readJson } from './read-json.ts';

/** An agenda from the bytes of an `agenda.json`, checked by every rule. */
export function readAgenda(bytes: Uint8Array): Read<Agenda> {
  const json = readJson(bytes);
  if ('faults' in json) return json;
  const parsed = parseAgenda(json.value);
  return 'faults' in parsed ? parsed : { value: parsed.agenda };
}

/** An agenda from a file, checked by every rule. What is wrong comes back as faults; nothing is thrown. */
export async function readAgendaFile(file: string): Promise<Read<Agenda>> {
  const bytes = await readBytes(file);
  return 'faults' in bytes ? bytes : readAgenda(bytes.value);
}
