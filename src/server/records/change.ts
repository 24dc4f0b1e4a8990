import type { AgendaCollection } from '../../agenda/index.ts';
import type { RecordBody } from '../../store/index.ts';

/** What is to become of one record of the agenda. */
export interface RecordChange {
  collection: AgendaCollection;
  id: string;
  /** Version that the editor saw; null: there is none yet. */
  version: number | null;
  /** What the record is to hold, already checked with the schema of its list; null: it is deleted. */
  body: RecordBody<AgendaCollection> | null;
}
