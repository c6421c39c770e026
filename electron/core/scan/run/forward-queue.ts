/** First in, first out, in constant time for thousands of entries; `pushFront` lets one go before all others. */
export class ForwardQueue<Entry> {
  #entries: Entry[];
  #front: Entry[] = [];
  #next = 0;

  constructor(entries: Entry[]) {
    this.#entries = entries;
  }

  get length(): number {
    return this.#front.length + this.#entries.length - this.#next;
  }

  push(entry: Entry): void {
    this.#entries.push(entry);
  }

  pushFront(entry: Entry): void {
    this.#front.push(entry);
  }

  shift(): Entry | undefined {
    const first = this.#front.pop();
    if (first !== undefined) return first;
    const entry = this.#entries[this.#next];
    if (entry === undefined) {
      this.#entries = [];
      this.#next = 0;
    } else this.#next += 1;
    return entry;
  }
}
