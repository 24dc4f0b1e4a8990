import { type Agenda, agendaSchema } from './agenda.ts';
import { canonicalJson } from './canonical.ts';

/** The agenda as the bytes of `agenda.json`: equal agendas give equal text, and `parseAgenda` gives it back. */
export function writeAgenda(agenda: Agenda): string {
  return canonicalJson(agendaSchema, agenda);
}
