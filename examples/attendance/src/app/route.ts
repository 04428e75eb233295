/** Where somebody is in the app. */
export type Route =
  | { readonly at: 'kiosk' }
  | { readonly at: 'people' }
  /** @property id - of the person; `new` adds one */
  | { readonly at: 'person'; readonly id: string }
  | { readonly at: 'import' }
  | { readonly at: 'records' }
  | { readonly at: 'settings' }
  | { readonly at: 'privacy' };

export type Place = Route['at'];

/** The places that the navigation leads to, in its order. */
export const PLACES = ['kiosk', 'people', 'records', 'settings', 'privacy'] as const satisfies readonly Place[];

/** @param hash - as of `location`; one that leads nowhere is the kiosk's */
export function readRoute(hash: string): Route {
  const [, at = '', id = ''] = hash.split('/');
  if (at === 'person' && id !== '') return { at, id: decodeURIComponent(id) };
  return at === 'import' || (PLACES as readonly string[]).includes(at) ? ({ at } as Route) : { at: 'kiosk' };
}

export function routeHash(route: Route): string {
  return route.at === 'person' ? `#/person/${encodeURIComponent(route.id)}` : `#/${route.at}`;
}
