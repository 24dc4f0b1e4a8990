import { type Agenda, type AgendaCollection, recordWords, references } from '../../agenda/index.ts';
import { type FieldError, Problem } from '../http/problems.ts';
import type { RecordChange } from './change.ts';
import { titleOf } from './collections.ts';

/** How many of those who still need a record are named. */
const MOST_NAMED = 20;

/**
 * Refuses to delete what other records name, and says which ones, so that the way out is plain. A project in an
 * approved plan is stopped, not deleted: the plan is a promise that must stay readable.
 */
export function refuseWhileNeeded(agenda: Agenda, changes: readonly RecordChange[]): void {
  const gone = new Set(changes.filter((one) => one.body === null).map((one) => `${one.collection} ${one.id}`));
  if (gone.size === 0) return;
  // Records that this very request rewrites or deletes are checked as they will be, not as they are.
  const changed = new Set(changes.map((one) => `${one.collection} ${one.id}`));
  const errors = new Map<string, FieldError>();
  for (const { path, id, target } of references(agenda)) {
    if (id === undefined || !gone.has(`${target} ${id}`)) continue;
    const [collection, position] = path as [AgendaCollection, number];
    const owner = agenda[collection]?.[position];
    if (owner === undefined || changed.has(`${collection} ${owner.id}`)) continue;
    if (collection === 'plans' && agenda.plans[position]?.status === 'working') continue;
    errors.set(
      `${collection} ${owner.id} ${target} ${id}`,
      neededBy(agenda, { collection, id: owner.id, target, gone: id }),
    );
  }
  if (errors.size === 0) return;
  throw new Problem('conflict', {
    detail: {
      de: 'Der Eintrag wird noch gebraucht und wurde nicht gelöscht. Bitte zuerst die genannten Verweise entfernen.',
      en: 'The entry is still needed and was not deleted. Please first remove the references that are named.',
    },
    errors: [...errors.values()].slice(0, MOST_NAMED),
  });
}

interface Need {
  collection: AgendaCollection;
  id: string;
  target: AgendaCollection;
  gone: string;
}

function neededBy(agenda: Agenda, { collection, id, target, gone }: Need): FieldError {
  const owner = recordWords[collection];
  const what = recordWords[target];
  const title = titleOf(agenda, collection, id);
  const name = titleOf(agenda, target, gone);
  if (collection === 'plans') {
    return {
      pointer: '',
      detail: {
        de: `„${name}“ steht im Plan „${title}“, der nicht mehr geändert wird; bitte statt zu löschen den Stand auf „gestoppt“ setzen.`,
        en: `“${name}” is part of the plan “${title}”, which is not changed any more; please set its status to “stopped” instead of deleting it.`,
      },
    };
  }
  return {
    pointer: '',
    detail: {
      de: `${what.de} „${name}“: darauf verweist ${owner.de} „${title}“ (${id}).`,
      en: `The ${what.en} “${name}” is named by the ${owner.en} “${title}” (${id}).`,
    },
  };
}
