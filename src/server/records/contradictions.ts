import { type Agenda, checkAgenda, type Fault, type FaultPath } from '../../agenda/index.ts';
import type { LoadedAgenda } from '../agenda-cache.ts';
import { type FieldError, Problem } from '../http/problems.ts';
import { MAX_ERRORS, pointerOf } from '../http/validation.ts';
import type { RecordChange } from './change.ts';

/** Field of the changed record to which a circle belongs, even if the rule names it at another record of the circle. */
const FIELD_OF_CIRCLE: Partial<Record<Fault['code'], string>> = {
  dependencyCycle: '/dependencies',
  unitCircle: '/parent',
  stageCircle: '/entryConditions',
};

/** The working plan was made for the agenda as it was and is computed anew after the change: it is not checked. */
function check(agenda: Agenda): Fault[] {
  return checkAgenda({ ...agenda, plans: agenda.plans.filter((plan) => plan.status !== 'working') });
}

/**
 * Refuses changes that would make the agenda contradictory. What was contradictory before (rules grow, files are old)
 * does not keep anybody from changing something else. Pointers begin at the record; with several changes at
 * `/changes/3/body`. A fault that shows itself in another record points to the changed one as a whole.
 */
export function refuseContradictions(before: LoadedAgenda, after: Agenda, changes: readonly RecordChange[]): void {
  const errors = findContradictions(before, after, changes, { prefixed: changes.length > 1 });
  if (errors.length > 0) throw new Problem('invalid-request', { errors: errors.slice(0, MAX_ERRORS) });
}

/** The same as a list. `prefixed`: pointers begin with the number of the change even if there is only one. */
export function findContradictions(
  before: LoadedAgenda,
  after: Agenda,
  changes: readonly RecordChange[],
  { prefixed }: { prefixed: boolean },
): FieldError[] {
  const faults = check(after);
  if (faults.length === 0) return [];
  const known = new Set(before.once('faults', () => check(before.agenda)).map(keyOf));
  const pointer = pointersInto(after, changes, prefixed);
  const added = faults.filter((one) => !known.has(keyOf(one)));
  return added.map((one) => ({ pointer: pointer(one), detail: one.message }));
}

/** A fault by what it says: places move when records come and go. */
const keyOf = (fault: Fault): string => `${fault.code} ${fault.message.de}`;

function pointersInto(agenda: Agenda, changes: readonly RecordChange[], prefixed: boolean): (fault: Fault) => string {
  const single = !prefixed;
  const roots = new Map<string, string>();
  for (const [number, { collection, id }] of changes.entries()) {
    roots.set(`${collection} ${id}`, single ? '' : `/changes/${number}/body`);
  }
  return ({ code, path }) => {
    const [collection, position, ...inner] = path;
    const root = roots.get(`${collection} ${idAt(agenda, path)}`);
    if (root !== undefined && typeof position === 'number') return `${root}${pointerOf(inner)}`;
    const field = FIELD_OF_CIRCLE[code];
    return single && field !== undefined && changes[0]?.collection === collection ? field : '';
  };
}

/** Id of the record in which a fault lies. */
function idAt(agenda: Agenda, [collection, position]: FaultPath): string | undefined {
  const list: unknown = (agenda as Record<string, unknown>)[String(collection)];
  if (!Array.isArray(list) || typeof position !== 'number') return undefined;
  return (list[position] as { id?: string } | undefined)?.id;
}
