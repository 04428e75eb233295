import { html, type TemplateResult } from 'lit';
import type { App } from './app.ts';
import { lazyScreen } from './lazy-screen.ts';
import type { Place, Route } from './route.ts';
import '../views/kiosk/kiosk-view.ts';

type Screen<At extends Place> = (app: App, route: Extract<Route, { at: At }>) => TemplateResult;

/** What is shown at each place. A screen's own code is fetched when it is first shown; the app opens with the kiosk's. */
const SCREENS_BY_PLACE: { readonly [At in Place]: Screen<At> } = {
  kiosk: (app) => html`<kiosk-view .app=${app}></kiosk-view>`,
  people: (app) =>
    lazyScreen(
      app,
      () => import('../views/people/people-view.ts'),
      () => html`<people-view .app=${app}></people-view>`,
    ),
  person: (app, { id }) =>
    lazyScreen(
      app,
      () => import('../views/people/person-view.ts'),
      () => html`<person-view .app=${app} .personId=${id}></person-view>`,
    ),
  import: (app) =>
    lazyScreen(
      app,
      () => import('../views/people/import-view.ts'),
      () => html`<import-view .app=${app}></import-view>`,
    ),
  records: (app) =>
    lazyScreen(
      app,
      () => import('../views/records/records-view.ts'),
      () => html`<records-view .app=${app}></records-view>`,
    ),
  settings: (app) =>
    lazyScreen(
      app,
      () => import('../views/settings/settings-view.ts'),
      () => html`<settings-view .app=${app}></settings-view>`,
    ),
  privacy: (app) =>
    lazyScreen(
      app,
      () => import('../views/privacy/privacy-view.ts'),
      () => html`<privacy-view .app=${app}></privacy-view>`,
    ),
};

export const SCREENS = SCREENS_BY_PLACE as Readonly<Record<Place, (app: App, route: Route) => TemplateResult>>;
