import { virtualize } from '@lit-labs/virtualizer/virtualize.js';
import { html, type TemplateResult } from 'lit';

/** A list of any length of which only the rows in sight are in the page. */
export interface LongList<T> {
  readonly items: readonly T[];
  /** What tells an item from the others. */
  readonly key: (item: T) => string;
  /** Draws an item as a `listitem`, so that its place is known where its neighbours are not in the page. */
  readonly row: (item: T, index: number, count: number) => TemplateResult;
}

/**
 * The rows of a list, to be put into an element of their own with the role `list`.
 *
 * The library draws the range that was in sight before it has heard that the list became shorter, and then hands
 * over items that are not there: they are drawn as nothing, until it looks again.
 */
export function longList<T>({ items, key, row }: LongList<T>): unknown {
  return virtualize<T | undefined>({
    items: items as T[],
    keyFunction: (item, index) => (item === undefined ? `gone ${index}` : key(item)),
    renderItem: (item, index) => (item === undefined ? html`` : row(item, index, items.length)),
  });
}
