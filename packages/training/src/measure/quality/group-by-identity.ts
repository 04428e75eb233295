/** In the order in which people first occur. */
export function groupByIdentity<T extends { readonly identity: string }>(
  items: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.identity);
    if (group === undefined) groups.set(item.identity, [item]);
    else group.push(item);
  }
  return groups;
}
