import { css, html, LitElement, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { controls } from '../../styles/controls.ts';

/**
 * A question that has to be answered before anything else goes on. It is in the page while it is open; Escape and a click
 * beside it are answers too: `closed`.
 */
class AppDialog extends LitElement {
  static override properties = { heading: {} };

  declare heading: string;
  readonly #dialog = createRef<HTMLDialogElement>();

  constructor() {
    super();
    this.heading = '';
  }

  protected override firstUpdated(): void {
    this.#dialog.value?.showModal();
  }

  protected override render(): TemplateResult {
    return html`
      <dialog ${ref(this.#dialog)} aria-labelledby="heading" @cancel=${this.#cancelled} @click=${this.#clicked}>
        <div class="stack">
          <h2 id="heading" tabindex="-1" autofocus>${this.heading}</h2>
          <slot></slot>
        </div>
      </dialog>
    `;
  }

  #cancelled(event: Event): void {
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('closed'));
  }

  /** What is inside of the dialog lies over it; only its backdrop and padding are itself. */
  #clicked({ target, clientX, clientY }: PointerEvent): void {
    const dialog = this.#dialog.value;
    if (target !== dialog || dialog === undefined) return;
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    const isInside = clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
    if (!isInside) this.dispatchEvent(new CustomEvent('closed'));
  }

  static override styles = [
    controls,
    css`
      h2 {
        font-size: 1.25rem;
        outline: none;
      }
    `,
  ];
}

customElements.define('app-dialog', AppDialog);
