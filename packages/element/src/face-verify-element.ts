import type { CameraInUse } from 'face-verify';
import { html, nothing, type PropertyValues } from 'lit';
import { isUnderWay } from './element-state.ts';
import { FaceVerifyAttempts } from './face-verify-attempts.ts';
import type { FaceVerifyEventMap } from './face-verify-events.ts';
import { FACE_VERIFY_MODES } from './face-verify-mode.ts';
import { listCameras } from './list-cameras.ts';
import type { Locale } from './locales/locale.ts';
import { messageOf } from './message-of.ts';
import { rememberLast } from './remember-last.ts';
import { ringOf } from './ring-of.ts';
import { roomiestMessages } from './roomiest-messages.ts';
import { consentView } from './views/consent-view.ts';
import { type CameraOption, controlsView } from './views/controls-view.ts';
import { stageView } from './views/stage-view.ts';
import { STYLES } from './views/styles.ts';
import { wordsView } from './views/words-view.ts';

/**
 * Verifies, enrols, identifies or captures the face before a camera, on this device. A view of the SDK's live session:
 * it decides nothing itself.
 *
 * @tag face-verify
 *
 * @slot alternative - a way without biometrics, such as a link or a form for a PIN; shown from the start
 * @slot consent - what is agreed to before a template is made, in mode `enrol`
 * @slot idle - in place of the words of that state; so are the other states' slots: `loading`, `awaiting-camera`,
 *   `searching`, `guiding`, `challenging`, `deciding`, `photograph`, `done`, `failed`
 * @slot unsupported - in place of the words where the browser cannot do it
 */
export class FaceVerifyElement extends FaceVerifyAttempts {
  /** @internal */
  static override readonly shadowRootOptions: ShadowRootInit = {
    ...FaceVerifyAttempts.shadowRootOptions,
    delegatesFocus: true,
  };
  /** @internal */
  static override readonly styles = STYLES;
  /** @internal */
  static override readonly properties = {
    ...FaceVerifyAttempts.properties,
    cameras: { state: true },
    hasAlternative: { state: true },
  };

  declare protected cameras: readonly CameraOption[];
  declare protected hasAlternative: boolean;

  readonly #roomiest = rememberLast(roomiestMessages);
  #hadFocus = false;

  constructor() {
    super();
    this.cameras = [];
    this.hasAlternative = false;
    this.internals.role = 'group';
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!FACE_VERIFY_MODES.includes(this.mode)) this.mode = 'verify';
    super.willUpdate(changed);
    this.internals.ariaLabel = this.#title;
    this.#hadFocus = this.shadowRoot?.activeElement != null;
  }

  protected override updated(): void {
    const first = this.renderRoot.querySelector<HTMLElement>('.controls button:not(:disabled)');
    this.tellForm(this.#title, first);
    // The button that was pressed gives way to another.
    if (this.#hadFocus && this.shadowRoot?.activeElement == null) first?.focus();
  }

  protected override render() {
    const { locale } = this.language;
    const { state, camera } = this.moment;
    return html`
      <div class="frame" part="frame" dir=${locale.direction} lang=${locale.language}>
        ${stageView({
          state,
          ring: ringOf(state, this.liveness),
          isMirrored: camera?.facing !== 'environment',
          progressLabel: locale.labels.progress,
        })}
        <div class="side">
          ${wordsView({
            phase: state.phase,
            message: messageOf(state, this.mode, locale, this.source),
            roomiest: this.#roomiest(locale, this.mode),
          })}
          ${this.mode === 'enrol' ? this.#consentView(locale) : nothing} ${this.#controlsView(locale)}
          <div class="alternative" part="alternative" role="group" aria-label=${locale.labels.alternative}
            ?hidden=${!this.hasAlternative}>
            <slot name="alternative" @slotchange=${this.#alternativeChanged}></slot>
          </div>
        </div>
      </div>
    `;
  }

  protected override async cameraChanged(camera: CameraInUse | undefined): Promise<void> {
    const cameras = camera === undefined ? [] : await listCameras();
    if (camera === this.cameraInUse) this.cameras = cameras;
  }

  get #title(): string {
    return this.language.locale.intro[this.mode].title;
  }

  #consentView(locale: Locale) {
    return consentView({
      locale,
      isGiven: this.hasConsent,
      isMissed: this.missesConsent,
      isDisabled: this.isDisabled || isUnderWay(this.state),
      change: (isGiven) => this.consent(isGiven),
    });
  }

  #controlsView(locale: Locale) {
    return controlsView({
      state: this.state,
      locale,
      isDisabled: this.isDisabled,
      takesPhotographs: this.takesPhotographs,
      cameras: this.cameras,
      deviceId: this.cameraInUse?.deviceId,
      start: () => this.#startInView(),
      cancel: () => this.cancel(),
      chooseCamera: (deviceId) => {
        this.camera = deviceId;
      },
      choosePhotograph: (file) => this.startWithPhotograph(file),
    });
  }

  /** Whoever pressed the button may have scrolled down to it: what the camera sees is above. */
  async #startInView(): Promise<void> {
    await this.start();
    if (isUnderWay(this.state)) this.renderRoot.querySelector('.stage')?.scrollIntoView({ block: 'nearest' });
  }

  #alternativeChanged({ currentTarget }: Event): void {
    this.hasAlternative = (currentTarget as HTMLSlotElement).assignedNodes().length > 0;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'face-verify': FaceVerifyElement;
  }
  /** They bubble: whatever is around the element can listen too. */
  interface GlobalEventHandlersEventMap extends FaceVerifyEventMap {}
}
