/** First thing in a JSON text that keeps us from reading it safely. */
export interface JsonProblem {
  kind: 'syntax' | 'end' | 'tooDeep' | 'duplicateKey';
  /** Place in the text, in UTF-16 units. */
  offset: number;
  /** Place in the data. */
  path: (string | number)[];
}

/** An open object (`keys` seen so far) or list; `at` is the current key or position. */
interface Frame {
  keys?: Set<string>;
  at: string | number;
}

const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const SPACE = /[ \t\n\r]*/y;

/**
 * Reads a text as strict JSON (RFC 8259) without building it. `JSON.parse` alone says nothing of a key that comes
 * twice, though one of the two values is lost, does not bound the depth, and seldom tells where an error lies.
 */
export function scanJson(text: string, maxDepth: number): JsonProblem | undefined {
  const stack: Frame[] = [];
  let offset = 0;
  const problem = (kind: JsonProblem['kind'], at = offset): JsonProblem => ({
    kind: kind === 'syntax' && at >= text.length ? 'end' : kind,
    offset: at,
    path: stack.map((frame) => frame.at),
  });
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = offset;
    const match = pattern.exec(text);
    if (match) offset = pattern.lastIndex;
    return match !== null;
  };
  let expected: 'value' | 'first' | 'key' | 'next' = 'value';
  for (;;) {
    skip(SPACE);
    const top = stack.at(-1);
    const char = text[offset];
    if (expected === 'next' && top === undefined) return char === undefined ? undefined : problem('syntax');
    if ((expected === 'next' || expected === 'first') && char === (top?.keys ? '}' : ']')) {
      stack.pop();
      offset++;
      expected = 'next';
    } else if (expected === 'next') {
      if (char !== ',') return problem('syntax');
      offset++;
      if (typeof top?.at === 'number') top.at++;
      expected = top?.keys ? 'key' : 'value';
    } else if (top?.keys && expected !== 'value') {
      const start = offset;
      const end = endOfString(text, offset);
      if (end < 0) return problem('syntax', -end - 1);
      top.at = JSON.parse(text.slice(start, end)) as string;
      offset = end;
      if (top.keys.has(top.at)) return problem('duplicateKey', start);
      top.keys.add(top.at);
      skip(SPACE);
      if (text[offset] !== ':') return problem('syntax');
      offset++;
      expected = 'value';
    } else if (char === '{' || char === '[') {
      if (stack.length === maxDepth) return problem('tooDeep');
      stack.push(char === '{' ? { keys: new Set(), at: '' } : { at: 0 });
      offset++;
      expected = 'first';
    } else {
      const end = char === '"' ? endOfString(text, offset) : undefined;
      if (end !== undefined && end < 0) return problem('syntax', -end - 1);
      if (end !== undefined) offset = end;
      else if (!skip(SCALAR)) return problem('syntax');
      expected = 'next';
    }
  }
}

/** Offset behind the string that begins at `start`; for a fault, minus its offset minus one. */
function endOfString(text: string, start: number): number {
  if (text[start] !== '"') return -start - 1;
  for (let i = start + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x22) return i + 1;
    if (code < 0x20) return -i - 1;
    if (code !== 0x5c) continue;
    const escaped = text[i + 1] ?? '';
    if (escaped === 'u' ? !/^[\da-fA-F]{4}$/.test(text.slice(i + 2, i + 6)) : !'"\\/bfnrt'.includes(escaped))
      return -i - 1;
    if (escaped === '') return -text.length - 1;
    i += escaped === 'u' ? 5 : 1;
  }
  return -text.length - 1;
}
