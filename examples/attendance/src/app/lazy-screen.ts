import { html, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';
import type { App } from './app.ts';

/**
 * A screen whose code is fetched when it is first shown. It is drawn once its element is defined: before that an element
 * would miss what it is given.
 */
export function lazyScreen(app: App, load: () => Promise<unknown>, draw: () => TemplateResult): TemplateResult {
  const reload = () => location.reload();
  const failed = () => html`
    <p role="alert">${app.messages.app.screenFailed}</p>
    <p><button @click=${reload}>${app.messages.app.tryAgain}</button></p>
  `;
  return html`${until(load().then(draw, failed))}`;
}
