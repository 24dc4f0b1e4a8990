import {
  type CityTransaction,
  listRecords,
  type RecordBody,
  type RecordKind,
  type Session,
} from '../../store/index.ts';
import type { AgendaCache } from '../agenda-cache.ts';
import { SearchIndex } from './search-index.ts';
import { searchedRecords } from './searched.ts';

/** Cities whose index is held in memory; that of 300 projects has about a megabyte. */
const MAX_CITIES = 50;

/**
 * The index of each city in the state in which it was asked for last. The state comes from the database with every
 * request, so a change that was made on whatever server is found by the next search on each.
 */
export class SearchIndexes {
  readonly #kept = new Map<string, { state: number; index: SearchIndex }>();
  readonly #underway = new Map<string, Promise<SearchIndex>>();

  /** The index of a city in this state, made by `read` if it is not there; who asks at the same time waits for that. */
  async get(city: string, state: number, read: () => Promise<SearchIndex>): Promise<SearchIndex> {
    const kept = this.#kept.get(city);
    if (kept?.state === state) return kept.index;
    const name = `${state} ${city}`;
    const underway = this.#underway.get(name);
    if (underway !== undefined) return underway.catch(read);
    const reading = read();
    this.#underway.set(name, reading);
    try {
      const index = await reading;
      this.#keep(city, state, index);
      return index;
    } finally {
      this.#underway.delete(name);
    }
  }

  #keep(city: string, state: number, index: SearchIndex): void {
    this.#kept.delete(city);
    const oldest = this.#kept.keys().next().value;
    if (this.#kept.size >= MAX_CITIES && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(city, { state, index });
  }
}

/** The index of what a city holds now. */
export async function readIndex(
  tx: CityTransaction,
  session: Pick<Session, 'city'>,
  agendas: AgendaCache,
): Promise<SearchIndex> {
  const { agenda } = await agendas.load(tx, session);
  const bodies = async <K extends RecordKind>(kind: K): Promise<RecordBody<K>[]> =>
    (await listRecords(tx, kind)).map(({ body }) => body);
  const papers = await bodies('papers');
  const resolutions = await bodies('resolutions');
  const meetings = await bodies('meetings');
  return new SearchIndex(searchedRecords(agenda, { papers, resolutions, meetings }));
}
