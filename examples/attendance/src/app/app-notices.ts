import { css, html, type TemplateResult } from 'lit';
import type { Live } from '../store/live.ts';
import { controls } from '../styles/controls.ts';
import { View } from './view.ts';

/** What of storage, server and faces somebody has to know wherever they are. Nothing while all is well. */
class AppNotices extends View {
  protected override lives(): readonly Live<unknown>[] {
    const { store, faces } = this.app;
    return [store.storage, store.connection, faces.state];
  }

  protected override render(): TemplateResult {
    return html`<div role="status">${this.#notices().map((notice) => html`<p>${notice}</p>`)}</div>`;
  }

  #notices(): readonly string[] {
    const { store, faces, messages } = this.app;
    const storage = store.storage.current.state;
    const connection = store.connection.current.state;
    const seen = faces.state.current;
    return [
      ...(storage === 'room' ? [] : [messages.app.storage[storage]]),
      ...(connection === 'alone' || connection === 'connected' ? [] : [messages.app.connection[connection]]),
      ...(seen.state === 'failed' ? [messages.app.facesFailed(seen.code)] : []),
    ];
  }

  static override styles = [
    controls,
    css`
      p {
        padding: 0.5rem clamp(0.75rem, 3vw, 2rem);
        border-block-end: 1px solid var(--line);
        background: var(--unsure-tint);
        color: var(--unsure);
      }
    `,
  ];
}

customElements.define('app-notices', AppNotices);
