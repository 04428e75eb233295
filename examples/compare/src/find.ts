/**
 * An element that the page's own markup promises.
 *
 * @throws {Error} where markup and code have drifted apart
 */
export function find<E extends Element>(root: ParentNode, selector: string, type: new () => E): E {
  const element = root.querySelector(selector);
  if (!(element instanceof type)) throw new Error(`The page has no ${type.name} at ${selector}.`);
  return element;
}

/** {@link find} for the elements that only code looks for, marked `data-part`. */
export function part<E extends Element>(root: ParentNode, name: string, type: new () => E): E {
  return find(root, `[data-part="${name}"]`, type);
}
