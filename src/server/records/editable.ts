import { type FaultPath, shapeFaults } from '../../agenda/index.ts';
import { type RecordBody, recordSchema } from '../../store/index.ts';
import { type FieldError, Problem } from '../http/problems.ts';
import { fieldError, MAX_ERRORS, pointerOf } from '../http/validation.ts';
import { type CollectionKind, collectionOfKind } from './collections.ts';

/** Kinds of records that a person edits. Plans are computed and approved, never typed. */
export type EditableKind = Exclude<CollectionKind, 'planVersion'>;
export const editableKinds = (Object.keys(collectionOfKind) as CollectionKind[]).filter(
  (kind): kind is EditableKind => kind !== 'planVersion',
);

export type EditableCollection = (typeof collectionOfKind)[EditableKind];
/** What an editable record holds. */
export type EditableBody = RecordBody<EditableCollection>;

interface Candidate {
  kind: EditableKind;
  /** Id in the address; a record keeps its id for good. Null for a new one. */
  id: string | null;
  body: unknown;
  place?: FaultPath;
}

/**
 * Bodies as the schemas of their lists give them back, with defaults. What is wrong with any of them is refused at
 * once, each fault with its place below `place`.
 */
export function checkedBodies(candidates: readonly Candidate[]): EditableBody[] {
  const errors: FieldError[] = [];
  const bodies: EditableBody[] = [];
  for (const { kind, id, body, place = [] } of candidates) {
    const result = recordSchema(collectionOfKind[kind]).safeParse(body);
    if (!result.success) {
      const faults = shapeFaults(result.error, body);
      errors.push(...faults.map((one) => fieldError(one, [...place, ...one.path])));
    } else if (id !== null && result.data.id !== id) {
      errors.push({ pointer: pointerOf([...place, 'id']), detail: ID_IS_FIXED });
    } else bodies.push(result.data);
  }
  if (errors.length > 0) throw new Problem('invalid-request', { errors: errors.slice(0, MAX_ERRORS) });
  return bodies;
}

/** Said to whoever tries to change a record's id. */
export const ID_IS_FIXED = { de: 'Die Kennung lässt sich nicht ändern.', en: 'The id cannot be changed.' };
