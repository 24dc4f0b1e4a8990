import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Kept, remember, remembered } from './draft.ts';
import { type Conflict, conflictOf, same, settled } from './merge.ts';
import { type Saving, useSave } from './use-save.ts';

/** Something as it is stored, with the version that a change of it must name; null while it is new. */
export interface Stored<Body> {
  body: Body;
  version: number | null;
}

interface Editing<Body, Draft> extends Stored<Body> {
  draft: Draft;
}

/** A form on something that somebody else may save in the meantime. */
export interface StoredForm<Body, Draft> extends Kept {
  /** What editing began with. */
  body: Body;
  version: number | null;
  draft: Draft;
  setDraft: (next: (old: Draft) => Draft) => void;
  dirty: boolean;
  /** Moves when values change from outside, so that fields show them. */
  epoch: number;
  saving: Saving;
  /** Somebody else saved first, and nobody has decided yet what is to hold. */
  conflict: Conflict | null;
  /** Ends the conflict: the fields of which the other one's value is to hold. */
  resolve: (theirs: ReadonlySet<string>) => void;
  /** Writes, and goes on with what is stored then; null if it was refused, and what was typed stays. */
  save: <Answer extends Stored<Body>>(
    write: () => Promise<Answer>,
    changed?: readonly string[],
  ) => Promise<Answer | null>;
}

interface Begin<Body, Draft> {
  /** Of the form and its record, never of a version: a draft outlives what others save. */
  name: string;
  /** As it was read last. A newer version is shown where nothing is being typed or sent. */
  stored: Stored<Body>;
  /** What the form shows of it, as typed. */
  draftOf: (body: Body) => Draft;
  /** As it is stored now; null if it cannot be had. */
  read: () => Promise<Stored<Body> | null>;
}

/** The draft of an earlier visit; what something else has left under this name is none. */
function keptAs<Body, Draft>(name: string): Editing<Body, Draft> | null {
  const found = remembered<Partial<Editing<Body, Draft>>>(name);
  return found?.draft && found.body !== undefined ? (found as Editing<Body, Draft>) : null;
}

/**
 * What is being typed is kept in this tab until it is saved or discarded, with the version that it began with. When
 * somebody else has saved first, nothing is written: both versions are compared field by field, and a person decides.
 * The form stays the same one through all versions (no `key` of a version): an answer that overtakes that of the own
 * save would otherwise begin another one from the draft that is just being saved.
 */
export function useStored<Body, Draft extends object>(begin: Begin<Body, Draft>): StoredForm<Body, Draft> {
  const { name, draftOf } = begin;
  const [start] = useState(() => keptAs<Body, Draft>(name));
  const [editing, setEditing] = useState<Editing<Body, Draft>>(
    () => start ?? { ...begin.stored, draft: draftOf(begin.stored.body) },
  );
  const [epoch, setEpoch] = useState(0);
  const [theirs, setTheirs] = useState<Stored<Body> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same form reads a body in the same way.
  const base = useMemo(() => draftOf(editing.body), [editing.body]);
  const dirty = !same(base, editing.draft);
  const latest = useRef(dirty);
  latest.current = dirty;
  useEffect(() => remember(name, dirty ? editing : null), [name, dirty, editing]);
  const saving = useSave(async () => {
    const now = await begin.read().catch(() => null);
    setTheirs(now);
    return now !== null;
  });
  const setDraft = useCallback(
    (next: (old: Draft) => Draft) => setEditing((old) => ({ ...old, draft: next(old.draft) })),
    [],
  );
  const replace = (next: Editing<Body, Draft>): void => {
    setEditing(next);
    setEpoch((count) => count + 1);
    saving.setProblem(null);
    setTheirs(null);
  };
  const { stored } = begin;
  const adopts = (stored.version ?? 0) > (editing.version ?? 0) && !dirty && !saving.busy;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is read anew counts when it is to be adopted.
  useEffect(() => {
    if (adopts) replace({ ...stored, draft: draftOf(stored.body) });
  }, [adopts]);
  return {
    body: editing.body,
    version: editing.version,
    draft: editing.draft,
    setDraft,
    dirty,
    isDirty: () => latest.current,
    restored: start !== null,
    epoch,
    saving,
    conflict: theirs && conflictOf(base, editing.draft, draftOf(theirs.body)),
    resolve: (chosen) => {
      if (theirs === null) return;
      const draft = settled(base, editing.draft, draftOf(theirs.body), chosen);
      replace({ body: theirs.body, version: theirs.version, draft });
    },
    save: (write, changed) =>
      saving.run(async () => {
        const written = await write();
        remember(name, null);
        latest.current = false;
        setEditing({ body: written.body, version: written.version, draft: draftOf(written.body) });
        return written;
      }, changed),
    discard: () => {
      latest.current = false;
      replace({ ...editing, draft: base });
    },
  };
}
