/** Binary heap of block numbers, smallest key first, ties by number. A block is in it at most once. */
export class BlockHeap {
  size = 0;
  private readonly items: Int32Array;
  private readonly inside: Uint8Array;

  constructor(capacity: number) {
    this.items = new Int32Array(capacity);
    this.inside = new Uint8Array(capacity);
  }

  push(item: number, key: Float64Array): void {
    if (this.inside[item]) return;
    this.inside[item] = 1;
    let i = this.size++;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      const above = this.items[parent]!;
      if (!before(item, above, key)) break;
      this.items[i] = above;
      i = parent;
    }
    this.items[i] = item;
  }

  pop(key: Float64Array): number {
    const { items } = this;
    const top = items[0]!;
    this.inside[top] = 0;
    const last = items[--this.size]!;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= this.size) break;
      if (child + 1 < this.size && before(items[child + 1]!, items[child]!, key)) child++;
      if (!before(items[child]!, last, key)) break;
      items[i] = items[child]!;
      i = child;
    }
    items[i] = last;
    return top;
  }
}

function before(a: number, b: number, key: Float64Array): boolean {
  return key[a]! < key[b]! || (key[a] === key[b] && a < b);
}
