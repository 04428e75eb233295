import { html, nothing, type TemplateResult } from 'lit';
import { type ElementState, isUnderWay } from '../element-state.ts';
import type { Locale } from '../locales/locale.ts';

export interface CameraOption {
  readonly deviceId: string;
  readonly label: string;
}

export interface ControlsOptions {
  readonly state: ElementState;
  readonly locale: Locale;
  readonly isDisabled: boolean;
  readonly takesPhotographs: boolean;
  /** Those to choose from. */
  readonly cameras: readonly CameraOption[];
  readonly deviceId: string | undefined;
  readonly start: () => void;
  readonly cancel: () => void;
  readonly chooseCamera: (deviceId: string) => void;
  readonly choosePhotograph: (file: File) => void;
}

/** What can be done in a state: everything by keyboard too. It takes as much room as what can be done in others. */
export function controlsView(options: ControlsOptions): TemplateResult {
  const { state } = options;
  return html`
    <div class="controls" part="controls">
      ${roomsOf(options)}
      <div class="offered">${controls(state, options)}</div>
    </div>
  `;
}

/** As wide and high as the controls of a state, and never seen. */
function roomsOf({ locale: { actions }, takesPhotographs }: ControlsOptions): readonly TemplateResult[] {
  const choice = html`<span class="choice"></span>`;
  const photograph = takesPhotographs ? html`<span class="button">${actions.photograph}</span>` : nothing;
  return [
    html`<span class="button primary">${actions.start}</span>${photograph}`,
    html`<span class="button primary">${actions.again}</span>${photograph}`,
    html`${choice}<span class="button">${actions.cancel}</span>`,
  ].map((room) => html`<div class="offered room" aria-hidden="true">${room}</div>`);
}

function controls(state: ElementState, options: ControlsOptions): TemplateResult | typeof nothing {
  const { locale, isDisabled, start, cancel } = options;
  if (state.phase === 'unsupported') return nothing;
  if (isUnderWay(state)) {
    return html`
      ${cameraChoice(options)}
      <button type="button" part="button cancel-button" data-action="cancel" @click=${cancel}>
        ${locale.actions.cancel}
      </button>
    `;
  }
  const label = state.phase === 'idle' ? locale.actions.start : locale.actions.again;
  return html`
    <button type="button" part="button start-button" class="primary" data-action="start" ?disabled=${isDisabled}
      @click=${start}>${label}</button>
    ${photographChoice(options)}
  `;
}

function photographChoice(options: ControlsOptions): TemplateResult | typeof nothing {
  const { locale, takesPhotographs, isDisabled, choosePhotograph } = options;
  if (!takesPhotographs) return nothing;
  const choose = ({ currentTarget }: Event) => {
    const input = currentTarget as HTMLInputElement;
    const [file] = input.files ?? [];
    // So that the same file can be chosen again.
    input.value = '';
    if (file !== undefined) choosePhotograph(file);
  };
  const open = ({ currentTarget }: Event) => {
    const input = (currentTarget as HTMLElement).nextElementSibling;
    if (input instanceof HTMLInputElement) input.click();
  };
  return html`
    <button type="button" part="button photograph-button" ?disabled=${isDisabled} @click=${open}>
      ${locale.actions.photograph}
    </button>
    <input type="file" accept="image/*" hidden @change=${choose} />
  `;
}

function cameraChoice({ cameras, deviceId, locale, chooseCamera }: ControlsOptions): TemplateResult | typeof nothing {
  if (cameras.length < 2) return nothing;
  const choose = ({ currentTarget }: Event) => chooseCamera((currentTarget as HTMLSelectElement).value);
  return html`
    <select part="camera-choice" aria-label=${locale.labels.camera} @change=${choose}>
      ${cameras.map(
        ({ deviceId: id, label }, i) =>
          html`<option value=${id} ?selected=${id === deviceId}>${label || `${locale.labels.camera} ${i + 1}`}</option>`,
      )}
    </select>
  `;
}
