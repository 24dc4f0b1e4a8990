import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { change, getJson, problemIn } from '../api/client.ts';
import { afterSaving } from '../api/saved.ts';
import type { Problem, RecordAnswer, WrittenRecord } from '../api/types.ts';
import { type Clash, merge, same } from './merge.ts';
import { type Path, withValue } from './path.ts';

type Fields = Record<string, unknown>;

/** What is being edited, and what it was when editing began. */
interface Editing {
  base: Fields;
  /** Null while the record is new. */
  version: number | null;
  draft: Fields;
}

/** Somebody else saved first: fields that both have changed, for a person to decide. */
export interface Conflict {
  clashes: Clash[];
  /** Fields that the other one has changed and I have not; they are taken over. */
  taken: string[];
}

export interface RecordForm {
  draft: Fields;
  set: (path: Path, value: unknown) => void;
  dirty: boolean;
  /** The same at this very moment, before the page is drawn anew. */
  isDirty: () => boolean;
  /** The draft came from an earlier visit of this page. */
  restored: boolean;
  /** Moves when values change from outside, so that fields show them. */
  epoch: number;
  problem: Problem | null;
  saving: boolean;
  conflict: Conflict | null;
  /** Ends the conflict: for each field that both have changed, whose value is to hold. */
  resolve: (theirs: ReadonlySet<string>) => void;
  save: () => Promise<WrittenRecord | null>;
  /** Back to what is stored. */
  discard: () => void;
}

type Start = [kind: string, id: string | null, stored: Fields, version: number | null, origin?: string];

const keyOf = (kind: string, id: string | undefined): string => `fahrplan.draft.${kind}.${id ?? ''}`;

function remembered(key: string): Editing | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as Editing | null;
  } catch {
    return null;
  }
}

function remember(key: string, editing: Editing | null): void {
  try {
    if (editing === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(editing));
  } catch {
    // Storage is full or forbidden: the draft lives as long as the page.
  }
}

/** Fields of two editors, and what the page must ask about them. */
function compare(editing: Editing, theirs: Fields): { draft: Fields; conflict: Conflict } {
  const { merged, clashes } = merge(editing.base, editing.draft, theirs);
  const clashing = new Set(clashes.map((one) => one.field));
  const taken = Object.keys(theirs).filter(
    (field) => !same(theirs[field], editing.base[field]) && !clashing.has(field),
  );
  return { draft: merged, conflict: { clashes, taken } };
}

/** Both editors' work as one draft: of clashing fields those chosen hold the other one's value. */
function settled(
  editing: Editing,
  { theirs, version }: { theirs: Fields; version: number },
  chosen: ReadonlySet<string>,
): Editing {
  const { draft } = compare(editing, theirs);
  for (const field of chosen) draft[field] = theirs[field];
  return { base: theirs, version, draft };
}

function write(path: string, id: string | null, { draft, version }: Editing): Promise<WrittenRecord> {
  if (id === null) return change<WrittenRecord>('POST', path, { body: draft });
  return change<WrittenRecord>('PUT', `${path}/${encodeURIComponent(id)}`, { body: draft, version: version ?? 0 });
}

/** The record as it is stored now, after somebody else has changed it; null if it cannot be had. */
async function readNow(path: string, id: string): Promise<{ theirs: Fields; version: number } | null> {
  const now = await getJson<RecordAnswer>(`${path}/${encodeURIComponent(id)}`).catch(() => null);
  return now === null || now.version === null ? null : { theirs: now.body as Fields, version: now.version };
}

/**
 * A form on one record of the agenda. Every key typed is kept in this tab until it is saved or discarded; nothing is
 * saved over a version that the editor has not seen.
 *
 * @param id null for a new record, which begins with `stored`
 * @param origin of a new record that is made of another one: its draft is kept apart from others
 */
export function useRecordForm(...[kind, id, stored, version, origin]: Start): RecordForm {
  const client = useQueryClient();
  const key = keyOf(kind, id ?? origin);
  const [start] = useState(() => remembered(key));
  const [editing, setEditing] = useState<Editing>(() => start ?? { base: stored, version, draft: stored });
  const [epoch, setEpoch] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [conflict, setConflict] = useState<{ theirs: Fields; version: number; shown: Conflict } | null>(null);
  const [saving, setSaving] = useState(false);
  const dirty = !same(editing.base, editing.draft);
  const latest = useRef(dirty);
  latest.current = dirty;
  useEffect(() => remember(key, dirty ? editing : null), [key, dirty, editing]);

  const set = useCallback(
    (path: Path, value: unknown) => setEditing((old) => ({ ...old, draft: withValue(old.draft, path, value) })),
    [],
  );
  const replace = (next: Editing): void => {
    setEditing(next);
    setEpoch((count) => count + 1);
    setProblem(null);
    setConflict(null);
  };
  const path = `/records/${kind}`;
  const save = async (): Promise<WrittenRecord | null> => {
    setSaving(true);
    setProblem(null);
    try {
      const written = await write(path, id, editing);
      remember(key, null);
      latest.current = false;
      setEditing({ base: written.body as Fields, version: written.version, draft: written.body as Fields });
      await afterSaving(client);
      return written;
    } catch (error) {
      const refused = problemIn(error);
      const now = refused.status === 412 && id !== null ? await readNow(path, id) : null;
      if (now !== null) {
        setConflict({ ...now, shown: compare(editing, now.theirs).conflict });
        return null;
      }
      setProblem(refused);
      return null;
    } finally {
      setSaving(false);
    }
  };
  return {
    draft: editing.draft,
    set,
    dirty,
    isDirty: () => latest.current,
    restored: start !== null,
    epoch,
    problem,
    saving,
    conflict: conflict?.shown ?? null,
    save,
    discard: () => {
      latest.current = false;
      replace({ ...editing, draft: editing.base });
    },
    resolve: (chosen) => {
      if (conflict !== null) replace(settled(editing, conflict, chosen));
    },
  };
}
