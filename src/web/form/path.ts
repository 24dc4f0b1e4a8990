/** A place in a record: keys and positions from the top. */
export type Path = readonly (string | number)[];

/** JSON Pointer (RFC 6901) of a place, as the server names it in its refusals. */
export function pointerOf(path: Path): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Id of the form element at a place, so that a message can lead there. */
export const elementId = (pointer: string): string => `feld${pointer}`;

/** The value at a place; undefined where there is none. */
export function valueAt(record: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, part) => (value as Record<string | number, unknown> | undefined)?.[part], record);
}

/** The record with another value at a place; `undefined` takes the field away. Lists and objects on the way are made. */
export function withValue<T>(record: T, path: Path, value: unknown): T {
  const [part, ...rest] = path;
  if (part === undefined) return value as T;
  const inner = withValue((record as Record<string | number, unknown> | undefined)?.[part], rest, value);
  if (typeof part === 'number') {
    const list = Array.isArray(record) ? [...record] : [];
    list[part] = inner;
    return list as T;
  }
  const { [part]: _, ...others } = (record ?? {}) as Record<string, unknown>;
  return (inner === undefined ? others : { ...(record as object), [part]: inner }) as T;
}
