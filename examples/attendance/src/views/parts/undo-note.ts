import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { controls } from '../../styles/controls.ts';

/** What was done just now, and how to take it back. */
export interface Note {
  readonly text: string;
  readonly isBad?: boolean;
  readonly undo?: () => unknown;
}

/** Tells what was done, politely, at the foot of the screen. It stays until it is closed or something else is done. */
class UndoNote extends LitElement {
  static override properties = { note: { attribute: false }, undoLabel: {}, closeLabel: {} };

  declare note: Note | undefined;
  declare undoLabel: string;
  declare closeLabel: string;

  protected override render(): TemplateResult {
    const { note } = this;
    return html`
      <div role="status">
        ${
          note === undefined
            ? nothing
            : html`
              <div class=${note.isBad === true ? 'note bad' : 'note'}>
                <p>${note.text}</p>
                ${note.undo === undefined ? nothing : html`<button class="quiet" @click=${this.#undo}>${this.undoLabel}</button>`}
                <button class="quiet" aria-label=${this.closeLabel} @click=${this.#close}>✕</button>
              </div>
            `
        }
      </div>
    `;
  }

  #undo(): void {
    const { note } = this;
    this.#close();
    note?.undo?.();
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent('closed'));
  }

  static override styles = [
    controls,
    css`
      :host {
        position: fixed;
        inset-inline: 0;
        inset-block-end: max(1rem, env(safe-area-inset-bottom));
        z-index: 1;
        display: grid;
        justify-content: center;
        padding-inline: 1rem;
        pointer-events: none;
      }

      .note {
        display: flex;
        gap: 0.25rem;
        align-items: center;
        padding: 0.25rem 0.25rem 0.25rem 1rem;
        border-radius: var(--round-small);
        background: var(--ink);
        color: var(--page);
        box-shadow: var(--lift);
        pointer-events: auto;
      }

      .note.bad {
        background: var(--bad);
        color: var(--card);
      }

      .note button {
        color: inherit;
      }

      .note button:hover:not(:disabled) {
        background: rgb(128 128 128 / 30%);
      }

      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];
}

customElements.define('undo-note', UndoNote);
