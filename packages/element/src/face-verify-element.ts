import type { CameraChoice, CameraInUse, FaceVerifier, Gallery, ThresholdChoice } from 'face-verify';
import { html, nothing, type PropertyValues } from 'lit';
import { createRef } from 'lit/directives/ref.js';
import { ELEMENT_PHASES, type ElementState, isUnderWay } from './element-state.ts';
import { eventsBetween, type Moment, type ToldEvent } from './events-between.ts';
import type { FaceVerifyEventMap } from './face-verify-events.ts';
import { FACE_VERIFY_MODES, type FaceVerifyMode } from './face-verify-mode.ts';
import type { FaceVerifyReference } from './face-verify-reference.ts';
import { OUTCOMES } from './face-verify-result.ts';
import type { SignFaceVerifyResult } from './face-verify-signing.ts';
import { findUnsupported } from './find-unsupported.ts';
import { FormControl } from './form-control.ts';
import { listCameras } from './list-cameras.ts';
import type { SessionRequest, SessionSource } from './live-session.ts';
import { en } from './locales/en.ts';
import { chooseLocale, loadLocale, overrideLocale } from './locales/load-locale.ts';
import type { Locale, LocaleOverrides } from './locales/locale.ts';
import { messageOf } from './message-of.ts';
import { readThreshold } from './read-threshold.ts';
import { ringOf } from './ring-of.ts';
import { roomiestMessages } from './roomiest-messages.ts';
import { SdkSessions } from './sdk-sessions.ts';
import { SessionKeeper } from './session-keeper.ts';
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
export class FaceVerifyElement extends FormControl {
  static override readonly shadowRootOptions = { ...FormControl.shadowRootOptions, delegatesFocus: true };
  static override readonly styles = STYLES;
  static override readonly properties = {
    ...FormControl.properties,
    mode: { reflect: true },
    reference: {},
    gallery: { attribute: false },
    threshold: { converter: { fromAttribute: readThreshold } },
    liveness: { type: Boolean, reflect: true },
    camera: {},
    locale: {},
    texts: { attribute: false },
    assets: {},
    verifier: { attribute: false },
    sign: { attribute: false },
    allowPhotograph: { type: Boolean, attribute: 'allow-photograph' },
    exposeSimilarity: { type: Boolean, attribute: 'expose-similarity' },
    autostart: { type: Boolean },
    moment: { state: true },
    words: { state: true },
    cameras: { state: true },
    hasConsent: { state: true },
    missesConsent: { state: true },
    hasAlternative: { state: true },
  };

  /** What the element is for; default `verify`. */
  declare mode: FaceVerifyMode;
  /** Whom to compare with, in mode `verify`; as an attribute the address of a photograph on this origin. */
  declare reference: FaceVerifyReference | undefined;
  /** Among whom to look, in mode `identify`. */
  declare gallery: Gallery | undefined;
  /** What to decide at; as an attribute a false match rate, such as `0.0001`. Default: the SDK's. */
  declare threshold: ThresholdChoice | undefined;
  /** Whether challenges have to be passed first; default false. */
  declare liveness: boolean;
  /** `user`, `environment`, or a device id. Default: the one that was chosen last on this page's origin, else `user`. */
  declare camera: CameraChoice | undefined;
  /** A BCP 47 tag. Default: the language of the element's surroundings, then of the browser. */
  declare locale: string | undefined;
  /** Texts of the page's own, in place of the language's. */
  declare texts: LocaleOverrides | undefined;
  /** The folder of the SDK's assets. Default: the SDK's. */
  declare assets: string | undefined;
  /** A verifier of the page's own, shared between elements. Default: one for this element, loaded at its first start. */
  declare verifier: FaceVerifier | undefined;
  /** Signs results of mode `verify`, which the element's form then sends. Default: none, and nothing is sent. */
  declare sign: SignFaceVerifyResult | undefined;
  /** Offers a photograph in place of the camera, but never where {@link liveness} is asked for; default false. */
  declare allowPhotograph: boolean;
  /** Whether results tell how similar faces are; default false. */
  declare exposeSimilarity: boolean;
  /** Starts by itself once it is ready; default false. */
  declare autostart: boolean;
  declare protected moment: Moment;
  declare protected words: Locale | undefined;
  declare protected cameras: readonly CameraOption[];
  declare protected hasConsent: boolean;
  declare protected missesConsent: boolean;
  declare protected hasAlternative: boolean;

  readonly #video = createRef<HTMLVideoElement>();
  readonly #keeper = new SessionKeeper(
    () => this.#sessions(),
    (before, after) => this.#changed(before, after),
  );
  #loaded: SessionSource | undefined;
  #source: 'camera' | 'photograph' = 'camera';
  #support: Promise<boolean> | undefined;
  #speech: Promise<void> | undefined;
  #hadFocus = false;
  /** Counts starts and cancellations: only the last one counts. */
  #wish = 0;

  constructor() {
    super();
    this.mode = 'verify';
    this.liveness = false;
    this.allowPhotograph = false;
    this.exposeSimilarity = false;
    this.autostart = false;
    this.moment = this.#keeper.moment;
    this.cameras = [];
    this.hasConsent = false;
    this.missesConsent = false;
    this.hasAlternative = false;
    this.internals.role = 'group';
  }

  /** Where the element stands. */
  get state(): ElementState {
    return this.moment.state;
  }

  /** The camera that is seen by, with its label; undefined while none is. */
  get cameraInUse(): CameraInUse | undefined {
    return this.moment.camera;
  }

  /** Whether the person before it agreed, in mode `enrol`. */
  get consented(): boolean {
    return this.hasConsent;
  }

  override get value(): string {
    const { state } = this.moment;
    return (state.phase === 'done' && 'token' in state.result && state.result.token) || '';
  }

  /**
   * Begins an attempt, as its button does. One that is under way goes on; in mode `enrol` nothing begins without consent.
   */
  async start(): Promise<void> {
    if (!(await this.#mayStart())) return;
    this.#source = 'camera';
    this.#keeper.start(this.#request());
  }

  /** Begins an attempt with a photograph in place of the camera, as its button does. */
  async startWithPhotograph(photograph: Blob): Promise<void> {
    if (!this.#takesPhotographs || !(await this.#mayStart())) return;
    this.#source = 'photograph';
    this.#keeper.look(photograph, this.#request());
  }

  /** Ends the attempt that is under way, and lets go of the camera. */
  cancel(): void {
    this.#wish += 1;
    if (isUnderWay(this.state)) this.#keeper.stop();
  }

  /** Forgets the result, and lets go of the camera. */
  reset(): void {
    this.#wish += 1;
    this.#keeper.stop();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#speak();
    this.#findSupport().then((isSupported) => {
      if (isSupported && this.autostart && this.state.phase === 'idle') this.start();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move takes the element out and puts it in again in one go: what it has stays.
    queueMicrotask(() => {
      if (!this.isConnected) this.#letGo();
    });
  }

  /** With `moveBefore` nothing is taken out at all. */
  connectedMoveCallback(): void {}

  formDisabledCallback(isDisabled: boolean): void {
    this.isDisabled = isDisabled;
    if (isDisabled) this.cancel();
  }

  formResetCallback(): void {
    this.hasConsent = false;
    this.reset();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!FACE_VERIFY_MODES.includes(this.mode)) this.mode = 'verify';
    if (changed.has('locale') && this.hasUpdated) this.#speak();
    if (changed.has('camera') && this.hasUpdated) this.#keeper.switchCamera(this.camera ?? 'user');
    if ((changed.has('assets') || changed.has('verifier')) && this.hasUpdated) this.#letGo();
    this.internals.ariaLabel = this.#locale.intro[this.mode].title;
    this.#hadFocus = this.shadowRoot?.activeElement != null;
  }

  protected override updated(): void {
    const first = this.renderRoot.querySelector<HTMLElement>('.controls button:not(:disabled)');
    this.tellForm(this.#locale.intro[this.mode].title, first);
    // The button that was pressed gives way to another.
    if (this.#hadFocus && this.shadowRoot?.activeElement == null) first?.focus();
  }

  protected override render() {
    const locale = this.#locale;
    const { state, camera } = this.moment;
    return html`
      <div class="frame" part="frame" dir=${locale.direction} lang=${locale.language}>
        ${stageView({
          state,
          ring: ringOf(state, this.liveness),
          isMirrored: camera?.facing !== 'environment',
          progressLabel: locale.labels.progress,
          video: this.#video,
        })}
        <div class="side">
          ${wordsView({
            phase: state.phase,
            message: messageOf(state, this.mode, locale, this.#source),
            roomiest: roomiestMessages(locale, this.mode),
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

  /** What the browser lacks, as a stable code. */
  protected findUnsupported(): Promise<string | undefined> {
    return findUnsupported();
  }

  /** Where its sessions come from: the SDK. */
  protected createSessions(): SessionSource {
    return new SdkSessions({ given: this.verifier, assets: this.assets });
  }

  #consentView(locale: Locale) {
    return consentView({
      locale,
      isGiven: this.hasConsent,
      isMissed: this.missesConsent,
      isDisabled: this.isDisabled || isUnderWay(this.state),
      change: (isGiven) => this.#consent(isGiven),
    });
  }

  #controlsView(locale: Locale) {
    return controlsView({
      state: this.state,
      locale,
      isDisabled: this.isDisabled,
      takesPhotographs: this.#takesPhotographs,
      cameras: this.cameras,
      deviceId: this.cameraInUse?.deviceId,
      start: () => this.start(),
      cancel: () => this.cancel(),
      chooseCamera: (deviceId) => {
        this.camera = deviceId;
      },
      choosePhotograph: (file) => this.startWithPhotograph(file),
    });
  }

  get #locale(): Locale {
    const words = this.words ?? en;
    return this.texts === undefined ? words : overrideLocale(words, this.texts);
  }

  /** A photograph passes no challenge. */
  get #takesPhotographs(): boolean {
    return this.allowPhotograph && !this.liveness;
  }

  async #mayStart(): Promise<boolean> {
    this.#wish += 1;
    const wish = this.#wish;
    const isSupported = await this.#findSupport();
    await this.updateComplete;
    if (wish !== this.#wish) return false;
    if (!isSupported || !this.isConnected || this.isDisabled || isUnderWay(this.state)) return false;
    this.missesConsent = this.mode === 'enrol' && !this.hasConsent;
    if (!this.missesConsent) return true;
    this.#tell({
      name: 'face-verify-hinted',
      detail: { code: 'consent-required', reason: this.#locale.consent.required },
    });
    this.renderRoot.querySelector<HTMLElement>('.consent input')?.focus();
    return false;
  }

  #request(): SessionRequest {
    const { mode, reference, gallery, threshold, liveness, camera, sign } = this;
    const video = this.#video.value;
    if (video === undefined) throw new Error('The element is not drawn yet.');
    return { mode, reference, gallery, threshold, liveness, camera, sign, video };
  }

  #sessions(): SessionSource {
    this.#loaded ??= this.createSessions();
    return this.#loaded;
  }

  #letGo(): void {
    this.#keeper.stop();
    this.#loaded?.dispose();
    this.#loaded = undefined;
  }

  /** Tells once, ever, whether it can work here. */
  #findSupport(): Promise<boolean> {
    this.#support ??= this.#tellSupport();
    return this.#support;
  }

  async #tellSupport(): Promise<boolean> {
    const lacking = await this.findUnsupported();
    await this.#speech;
    if (lacking !== undefined) {
      this.#changed(this.moment, { state: { phase: 'unsupported', code: lacking }, camera: undefined });
      return false;
    }
    this.#tell({ name: 'face-verify-ready', detail: { code: 'ready', reason: this.#locale.intro[this.mode].title } });
    return true;
  }

  #speak(): void {
    const language = this.closest('[lang]')?.getAttribute('lang');
    const name = chooseLocale(this.locale, language, ...navigator.languages);
    this.#speech = loadLocale(name).then((words) => {
      this.words = words;
    });
  }

  #consent(isGiven: boolean): void {
    this.hasConsent = isGiven;
    this.missesConsent = false;
    const code = isGiven ? 'given' : 'withdrawn';
    this.#tell({ name: 'face-verify-consented', detail: { code, reason: this.#locale.consent.agree } });
  }

  #changed(before: Moment, after: Moment): void {
    this.moment = after;
    this.#showStates(after.state);
    if (after.camera !== before.camera) this.#listCameras();
    this.tellForm(this.#locale.intro[this.mode].title, null);
    const { mode, liveness, exposeSimilarity } = this;
    const telling = { mode, liveness, exposeSimilarity, locale: this.#locale, source: this.#source };
    for (const event of eventsBetween(before, after, telling)) this.#tell(event);
  }

  #showStates(state: ElementState): void {
    const { states } = this.internals;
    for (const name of [...ELEMENT_PHASES, ...OUTCOMES]) states.delete(name);
    states.add(state.phase);
    if (state.phase === 'done') states.add(state.result.outcome);
  }

  async #listCameras(): Promise<void> {
    this.cameras = this.moment.camera === undefined ? [] : await listCameras();
  }

  #tell({ name, detail }: ToldEvent): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
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
