/** A set of small numbers: add, remove and draw in constant time, in an order that depends only on what was done. */
export class IndexSet {
  size = 0;
  readonly items: Int32Array;
  private readonly position: Int32Array;

  constructor(capacity: number) {
    this.items = new Int32Array(capacity);
    this.position = new Int32Array(capacity).fill(-1);
  }

  add(item: number): void {
    if (this.position[item]! >= 0) return;
    this.position[item] = this.size;
    this.items[this.size++] = item;
  }

  remove(item: number): void {
    const at = this.position[item]!;
    if (at < 0) return;
    const last = this.items[--this.size]!;
    this.items[at] = last;
    this.position[last] = at;
    this.position[item] = -1;
  }

  clear(): void {
    for (let i = 0; i < this.size; i++) this.position[this.items[i]!] = -1;
    this.size = 0;
  }
}
