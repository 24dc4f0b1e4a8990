import type { Commitment } from '../../../agenda/index.ts';
import { parseDay, typedDay } from '../../language/parse.ts';
import type { Tie } from '../../plan/tie.tsx';

/** A promise as somebody types it. */
export interface TypedPromise {
  text: string;
  /** Number of the paper that it belongs to. */
  paper: string;
  day: string;
  event: string;
  tie: Tie;
}

export const NO_PROMISE: TypedPromise = { text: '', paper: '', day: '', event: '', tie: {} };

export function typedPromise({ text, paper, due, project, prerequisite }: Commitment): TypedPromise {
  return {
    text,
    paper,
    day: due.kind === 'date' ? typedDay(due.on) : '',
    event: due.kind === 'event' ? due.event : '',
    tie: { ...(project ? { project } : {}), ...(prerequisite ? { prerequisite } : {}) },
  };
}

/** When it is due: the day, or else the event; null if neither is given, or if there is no such day. */
export function typedDue({ day, event }: Pick<TypedPromise, 'day' | 'event'>): Commitment['due'] | null {
  const on = parseDay(day);
  if (on) return { kind: 'date', on };
  if (day.trim() !== '' || event.trim() === '') return null;
  return { kind: 'event', event: event.trim() };
}

export const isWrongDay = (day: string): boolean => day.trim() !== '' && parseDay(day) === null;

/** The promise with what was typed; null while something is missing. */
export function promiseOf(typed: TypedPromise, before: Pick<Commitment, 'id' | 'status'>): Commitment | null {
  const due = typedDue(typed);
  const text = typed.text.trim();
  if (due === null || text === '' || typed.paper === '') return null;
  const { project: _project, prerequisite: _prerequisite, ...rest } = before as Commitment;
  return { ...rest, text, paper: typed.paper, due, ...typed.tie };
}
