/**
 * The connected components of `count` things, by union-find.
 *
 * @param areLinked - asked for pairs `a < b` that are not connected yet
 * @returns each component's things, ascending; components in the order of their first thing
 */
export function linkedComponents(count: number, areLinked: (a: number, b: number) => boolean): number[][] {
  const parents = Array.from({ length: count }, (_, thing) => thing);
  const rootOf = (thing: number): number => {
    let root = thing;
    for (let parent = parents[root] as number; parent !== root; parent = parents[root] as number) {
      parents[root] = parents[parent] as number; // halves the way of whoever asks next
      root = parent;
    }
    return root;
  };
  for (let b = 1; b < count; b++) {
    for (let a = 0; a < b; a++) {
      if (rootOf(a) !== rootOf(b) && areLinked(a, b)) parents[rootOf(b)] = rootOf(a);
    }
  }
  const components = new Map<number, number[]>();
  for (let thing = 0; thing < count; thing++) {
    const root = rootOf(thing);
    const component = components.get(root);
    if (component) component.push(thing);
    else components.set(root, [thing]);
  }
  return [...components.values()];
}
