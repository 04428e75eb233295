import { FaceVerifyError } from '@face-verify/core';

/** A value of a model card that is not trusted yet, and where it stands. Each method is its type, or a refusal. */
export class CardField {
  readonly #value: unknown;
  readonly #path: string;

  /** @param path - e.g. `thresholds[0].similarity`; empty for the whole card */
  constructor(value: unknown, path = '') {
    this.#value = value;
    this.#path = path;
  }

  /** The field of that name in a record. */
  at(name: string): CardField {
    const record = this.record();
    const path = this.#path === '' ? name : `${this.#path}.${name}`;
    return new CardField(Object.hasOwn(record, name) ? record[name] : undefined, path);
  }

  record(): Readonly<Record<string, unknown>> {
    const value = this.#value;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) this.refuse('a record');
    return value as Readonly<Record<string, unknown>>;
  }

  list<Item>(read: (item: CardField) => Item): readonly Item[] {
    if (!Array.isArray(this.#value)) this.refuse('a list');
    return Array.from(this.#value, (item, i) => read(new CardField(item, `${this.#path}[${i}]`)));
  }

  /** Not empty. */
  text(): string {
    const value = this.#value;
    return typeof value === 'string' && value.trim() !== '' ? value : this.refuse('a text');
  }

  /** A text of that many lower-case hexadecimal digits. */
  hex(digits: number): string {
    const value = this.text();
    return value.length === digits && /^[0-9a-f]+$/.test(value)
      ? value
      : this.refuse(`${digits} lower-case hexadecimal digits`);
  }

  oneOf<Choice extends string>(choices: readonly Choice[]): Choice {
    return choices.find((choice) => choice === this.#value) ?? this.refuse(choices.join(' or '));
  }

  /** Finite, and between the limits where there are some. */
  number({ above = -Infinity, from = -Infinity, to = Infinity, below = Infinity } = {}): number {
    const value = this.#value;
    const fits =
      typeof value === 'number' &&
      Number.isFinite(value) &&
      value > above &&
      value >= from &&
      value <= to &&
      value < below;
    if (fits) return value;
    const limits = Object.entries({ above, from, to, below }).filter(([, limit]) => Number.isFinite(limit));
    return this.refuse(['a number', ...limits.map(([name, limit]) => `${name} ${limit}`)].join(' '));
  }

  /** At least 1. */
  count(): number {
    const value = this.#value;
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1 ? value : this.refuse('a count');
  }

  /**
   * @param wanted - what should stand here
   * @throws {FaceVerifyError} `weights-corrupt`, with the field's path
   */
  refuse(wanted: string): never {
    const field = this.#path || 'the card';
    throw new FaceVerifyError('weights-corrupt', `A model card’s ${field} is not ${wanted}.`, { details: { field } });
  }
}
