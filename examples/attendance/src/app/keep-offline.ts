import { readRoute } from './route.ts';

/** A kiosk is never closed, so it has to ask by itself whether there is a newer version. */
const ASK_MS = 60 * 60_000;

/** Has the built app open without a network, and a kiosk take a newer version by itself. */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  let isOld = false;
  // Scripts that were not fetched yet are gone with the version before. Elsewhere than at the kiosk somebody may be typing.
  const renew = () => {
    if (isOld && readRoute(location.hash).at === 'kiosk') location.reload();
  };
  if (serviceWorker.controller !== null) {
    serviceWorker.addEventListener('controllerchange', () => {
      isOld = true;
      renew();
    });
  }
  window.addEventListener('hashchange', renew);
  serviceWorker.register('./sw.js').then(
    (registration) => setInterval(() => registration.update().catch(() => undefined), ASK_MS),
    // Private windows have none: the app works while there is a network.
    () => undefined,
  );
}
