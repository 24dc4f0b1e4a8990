import { type CityTransaction, readChange, readHistory } from '../../store/index.ts';
import { Problem } from '../http/problems.ts';
import type { RecordChange } from './change.ts';
import { collectionOfKind } from './collections.ts';
import { checkedBodies, type EditableKind, editableKinds } from './editable.ts';

/** A change of a record that people edit. Throws {@link Problem} if the number belongs to something else. */
export async function editableChange(
  tx: CityTransaction,
  entry: number,
): Promise<NonNullable<Awaited<ReturnType<typeof readChange>>> & { edited: EditableKind }> {
  const found = await readChange(tx, entry);
  const edited = editableKinds.find((one) => collectionOfKind[one] === found?.kind);
  if (found === undefined || edited === undefined) throw new Problem('not-found');
  return { ...found, edited };
}

/** The change that brings a record to a version it had earlier. `version` null: the record has been deleted since. */
export function restoring(
  { edited, id, body }: { edited: EditableKind; id: string; body: unknown },
  version: number | null,
): RecordChange {
  if (body === null) throw contentGone();
  const [checked] = checkedBodies([{ kind: edited, id, body }]);
  return { collection: collectionOfKind[edited], id, version, body: checked ?? null };
}

/** The change that takes back another one, as long as the record is still as that one left it. */
export async function inverseOf(tx: CityTransaction, entry: number): Promise<RecordChange> {
  const found = await editableChange(tx, entry);
  const { edited, id, action, version } = found;
  if (action === 'insert') return { collection: collectionOfKind[edited], id, version, body: null };
  const [before] = await readHistory(tx, found.kind, id, { before: entry, limit: 1 });
  return restoring({ edited, id, body: before?.body ?? null }, action === 'delete' ? null : version);
}

function contentGone(): Problem {
  return new Problem('conflict', {
    detail: {
      de: 'Der frühere Stand ist nicht (mehr) aufbewahrt und lässt sich nicht zurückholen.',
      en: 'The earlier version is not kept (any more) and cannot be brought back.',
    },
  });
}
