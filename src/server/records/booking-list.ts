import { type BookingList, type BookingTarget, readBookingList, readSheet, SheetRefusal } from '../../formats/index.ts';
import { keepMapping, readMapping, recordVersions } from '../../store/index.ts';
import { Problem } from '../http/problems.ts';
import type { RecordChange } from './change.ts';
import { changeAgenda, contradictionsOf, type Work, type Written } from './edit.ts';
import type { ListFile } from './import-list.ts';

type Chosen = Record<string, BookingTarget | null>;

const headingsOf = (list: BookingList): string[] => list.columns.map((one) => one.heading);

/** Reads a list of bookings beside the agenda; nothing is stored. Lines that contradict it are faulty too. */
export async function readBookings({ tx, session, services }: Work, { file, mapping }: ListFile): Promise<BookingList> {
  const loaded = await services.agendas.load(tx, session);
  const rows = await readSheet(Buffer.from(file, 'base64')).catch((error: unknown) => {
    if (error instanceof SheetRefusal) throw new Problem('invalid-request', { detail: error.text });
    throw error;
  });
  const first = readBookingList(loaded.agenda, rows, mapping as Chosen | undefined);
  const list =
    mapping === undefined
      ? readBookingList(loaded.agenda, rows, (await readMapping(tx, headingsOf(first))) as Chosen)
      : first;
  const taken = list.rows.filter(({ booking }) => booking !== null);
  const faults = new Map(
    contradictionsOf(loaded, changesOf(list, {}, false)).map(({ pointer, detail }) => [
      taken[Number(/^\/changes\/(\d+)/.exec(pointer)?.[1])]?.line,
      { column: '', message: detail },
    ]),
  );
  const judged = list.rows.map((row): BookingList['rows'][number] => {
    const fault = faults.get(row.line);
    return fault === undefined ? row : { ...row, state: 'faulty', faults: [...row.faults, fault], booking: null };
  });
  return { ...list, rows: judged };
}

/** What a list changes; with `onlyNew` what is in the agenda as it is already is left alone. */
function changesOf(list: BookingList, versions: Record<string, number>, onlyNew = true): RecordChange[] {
  return list.rows.flatMap(({ booking, state }) =>
    booking === null || (onlyNew && state === 'unchanged')
      ? []
      : [{ collection: 'bookings', id: booking.id, version: versions[booking.id] ?? null, body: booking } as const],
  );
}

/** Takes a list of bookings over, all lines without faults in one step, and remembers what its columns mean. */
export async function importBookings(work: Work, file: ListFile): Promise<{ list: BookingList; written: Written[] }> {
  const list = await readBookings(work, file);
  const changes = changesOf(list, await recordVersions(work.tx, 'bookings'));
  const { written } = changes.length === 0 ? { written: [] } : await changeAgenda(work, changes);
  const mapping = Object.fromEntries(list.columns.filter((one) => one.heading).map((one) => [one.heading, one.target]));
  await keepMapping(work.tx, headingsOf(list), mapping);
  return { list, written };
}
