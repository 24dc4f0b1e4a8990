import { sql } from 'kysely';
import type { CityTransaction } from '../city.ts';
import { COUNCIL_KINDS, TABLES } from '../kinds.ts';

const councilTables = COUNCIL_KINDS.map((kind) => TABLES[kind]);
const TABLES_OF_AGENDA = ['city', ...Object.values(TABLES).filter((table) => !councilTables.includes(table))];

/**
 * Number that moves with every change of the agenda and with nothing else: what was computed from the agenda in one
 * revision holds until the next. 0 while there is no agenda.
 */
export async function agendaRevision(tx: CityTransaction): Promise<number> {
  const { rows } = await sql<{ seq: number }>`
    SELECT seq FROM audit_entry
    WHERE action IN ('insert', 'update', 'delete') AND kind IN (${sql.join(TABLES_OF_AGENDA)})
    ORDER BY seq DESC LIMIT 1`.execute(tx);
  return rows[0]?.seq ?? 0;
}
