import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { change, getJson } from '../api/client.ts';
import { afterSaving } from '../api/saved.ts';
import type { RecordAnswer, WrittenRecord } from '../api/types.ts';
import { type Path, withValue } from './path.ts';
import { type Stored, type StoredForm, useStored } from './use-stored.ts';

type Fields = Record<string, unknown>;

/** A form on one record of the agenda. */
export interface RecordForm extends Omit<StoredForm<Fields, Fields>, 'save'> {
  set: (path: Path, value: unknown) => void;
  save: () => Promise<WrittenRecord | null>;
}

type Start = [kind: string, id: string | null, stored: Fields, version: number | null, origin?: string];

/** The record as it is stored now, after somebody else has changed it; null if it may not be changed any more. */
async function readNow(path: string): Promise<Stored<Fields> | null> {
  const now = await getJson<RecordAnswer>(path);
  return now.version === null ? null : { body: now.body as Fields, version: now.version };
}

/**
 * A form on one record of the agenda: what is typed is the record itself, see {@link useStored}.
 *
 * @param id null for a new record, which begins with `stored`
 * @param origin of a new record that is made of another one: its draft is kept apart from others
 */
export function useRecordForm(...[kind, id, stored, version, origin]: Start): RecordForm {
  const client = useQueryClient();
  const list = `/records/${kind}`;
  const path = id === null ? list : `${list}/${encodeURIComponent(id)}`;
  const form = useStored<Fields, Fields>({
    name: `${kind}.${id ?? origin ?? ''}`,
    stored: { body: stored, version },
    draftOf: (body) => body,
    read: () => (id === null ? Promise.resolve(null) : readNow(path)),
  });
  const { setDraft } = form;
  const set = useCallback((place: Path, value: unknown) => setDraft((old) => withValue(old, place, value)), [setDraft]);
  const write = async (): Promise<WrittenRecord & Stored<Fields>> => {
    const body = form.draft;
    const written =
      id === null
        ? await change<WrittenRecord>('POST', path, { body })
        : await change<WrittenRecord>('PUT', path, { body, version: form.version ?? 0 });
    return { ...written, body: written.body as Fields };
  };
  const save = async (): Promise<WrittenRecord | null> => {
    const written = await form.save(write);
    if (written !== null) await afterSaving(client);
    return written;
  };
  return { ...form, set, save };
}
