/** Letters that may be inserted, deleted or replaced at most (Levenshtein); true if that many lead from one to the other. */
export function withinDistance(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const here = Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      next.push(here);
      if (here < least) least = here;
    }
    if (least > most) return false; // it only grows from row to row
    row = next;
  }
  return (row[b.length] ?? 0) <= most;
}

/**
 * One bit for each letter of a word, 32 letters sharing them. Words that are `most` letters apart differ in at most
 * twice as many bits: a comparison that costs next to nothing, before the one that does.
 */
export function letterBits(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

/** Number of bits in which two numbers differ. */
export function bitsApart(a: number, b: number): number {
  let bits = a ^ b;
  let count = 0;
  while (bits !== 0) {
    bits &= bits - 1;
    count++;
  }
  return count;
}

/** Groups of three letters in a word as PostgreSQL's pg_trgm forms them: two spaces before each part, one behind. */
export function trigramsOf(word: string): Set<string> {
  const found = new Set<string>();
  for (const part of word.toLowerCase().split(/[^\p{L}\p{N}]+/u)) {
    if (part === '') continue;
    const padded = `  ${part} `;
    for (let at = 0; at + 3 <= padded.length; at++) found.add(padded.slice(at, at + 3));
  }
  return found;
}
