/** The best of many, in order: as long as it is short, keeping it sorted costs next to nothing. */
export class Ranking<Item> {
  readonly #capacity: number;
  readonly #values: number[] = [];
  readonly #items: Item[] = [];
  /** What a value has to exceed to be among the best. */
  least = Number.NEGATIVE_INFINITY;

  /** @param capacity - how many are kept, at least 1 */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** Those kept, the best first; of equal ones the first offered. */
  get best(): readonly { readonly item: Item; readonly value: number }[] {
    return this.#items.map((item, i) => ({ item, value: this.#values[i] as number }));
  }

  offer(value: number, item: Item): void {
    if (!(value > this.least)) return;
    let at = this.#values.length;
    while (at > 0 && (this.#values[at - 1] as number) < value) at--;
    this.#values.splice(at, 0, value);
    this.#items.splice(at, 0, item);
    if (this.#values.length > this.#capacity) {
      this.#values.pop();
      this.#items.pop();
    }
    if (this.#values.length === this.#capacity) this.least = this.#values[this.#capacity - 1] as number;
  }
}
