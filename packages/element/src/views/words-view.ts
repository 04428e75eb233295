import { html, nothing, type TemplateResult } from 'lit';
import type { ElementPhase } from '../element-state.ts';
import type { Message } from '../locales/locale.ts';

export interface WordsOptions {
  readonly phase: ElementPhase;
  readonly message: Message;
  /** The messages that take the most room: the words never take more, or less, than they. */
  readonly roomiest: readonly Message[];
}

/** What is said, in the one region that screen readers announce. A page can say it otherwise, in the state's slot. */
export function wordsView({ phase, message, roomiest }: WordsOptions): TemplateResult {
  return html`
    <div class="words" part="words">
      ${roomiest.map((one) => html`<div class="room" aria-hidden="true">${text(one)}</div>`)}
      <div class="said" role="status" aria-live="polite" aria-atomic="true">
        <slot name=${phase}>${text(message)}</slot>
      </div>
    </div>
  `;
}

function text({ title, detail }: Message): TemplateResult {
  return html`<p class="title" part="title">${title}</p>
    ${detail === '' ? nothing : html`<p class="detail" part="detail">${detail}</p>`}`;
}
