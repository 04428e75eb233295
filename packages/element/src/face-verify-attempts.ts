import type { CameraInUse } from 'face-verify';
import type { PropertyValues } from 'lit';
import { ElementLanguage } from './element-language.ts';
import { ELEMENT_PHASES, type ElementPhase, type ElementState, isUnderWay } from './element-state.ts';
import { eventsBetween, type Moment, type ToldEvent } from './events-between.ts';
import { FaceVerifyProperties } from './face-verify-properties.ts';
import { type FaceVerifyOutcome, OUTCOMES } from './face-verify-result.ts';
import { findUnsupported } from './find-unsupported.ts';
import type { SessionRequest, SessionSource } from './live-session.ts';
import { publicState } from './public-state.ts';
import { rememberLast } from './remember-last.ts';
import { SdkSessions } from './sdk-sessions.ts';
import { SessionKeeper } from './session-keeper.ts';

/** What an attempt was begun with and is reported by: another ends it. Signers are often new at each drawing. */
const DECISIVE = ['mode', 'reference', 'gallery', 'threshold', 'liveness'] as const;

/** Begins and ends attempts, and tells the page and the form what becomes of them. */
export abstract class FaceVerifyAttempts extends FaceVerifyProperties {
  static override readonly properties = {
    ...FaceVerifyProperties.properties,
    moment: { state: true },
    hasConsent: { state: true },
    missesConsent: { state: true },
  };

  declare protected moment: Moment;
  declare protected hasConsent: boolean;
  declare protected missesConsent: boolean;

  protected readonly language = new ElementLanguage(this);
  readonly #keeper = new SessionKeeper(
    () => this.#sessions(),
    (before, after) => this.#changed(before, after),
  );
  readonly #showStates = rememberLast((phase: ElementPhase, outcome: FaceVerifyOutcome | undefined) => {
    const { states } = this.internals;
    for (const name of [...ELEMENT_PHASES, ...OUTCOMES]) states.delete(name);
    states.add(phase);
    if (outcome !== undefined) states.add(outcome);
  });
  #loaded: SessionSource | undefined;
  #source: 'camera' | 'photograph' = 'camera';
  #support: Promise<boolean> | undefined;
  /** Counts starts and cancellations: only the last one counts. */
  #wish = 0;

  constructor() {
    super();
    this.moment = this.#keeper.moment;
    this.hasConsent = false;
    this.missesConsent = false;
  }

  /** Where the element stands. What it made or compared is told once, by `face-verify-finished`. */
  get state(): ElementState {
    return publicState(this.moment.state, this.exposeSimilarity);
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

  /** Whether a camera is looked at, or a photograph. */
  protected get source(): 'camera' | 'photograph' {
    return this.#source;
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
    // Once more afterwards: liveness may be asked for meanwhile.
    if (!this.takesPhotographs || !(await this.#mayStart()) || !this.takesPhotographs) return;
    this.#source = 'photograph';
    this.#keeper.look(photograph, this.#request());
  }

  /** Ends the attempt that is under way, and lets go of the camera. */
  cancel(): void {
    this.#wish += 1;
    if (isUnderWay(this.state)) this.#keeper.stop();
  }

  /** Forgets the result and the consent, and lets go of the camera: for whoever comes next. */
  reset(): void {
    this.#wish += 1;
    this.#forgetConsent();
    this.#keeper.stop();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#findSupport();
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

  /** @internal Called by the browser. */
  formDisabledCallback(isDisabled: boolean): void {
    this.isDisabled = isDisabled;
    if (isDisabled) this.cancel();
  }

  /** @internal Called by the browser. */
  formResetCallback(): void {
    this.reset();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.hasUpdated) return;
    if (changed.has('locale')) this.language.choose();
    if (changed.has('camera')) this.#keeper.switchCamera(this.camera ?? 'user');
    if (DECISIVE.some((name) => changed.has(name))) this.cancel();
    if (changed.has('assets') || changed.has('verifier')) this.#letGo();
  }

  /** What the browser lacks, as a stable code. */
  protected findUnsupported(): Promise<string | undefined> {
    return findUnsupported();
  }

  /** Where its sessions come from: the SDK. */
  protected createSessions(): SessionSource {
    return new SdkSessions({ given: this.verifier, assets: this.assets });
  }

  /** Hears of each camera that opens, and of its end. */
  protected abstract cameraChanged(camera: CameraInUse | undefined): void;

  protected consent(isGiven: boolean): void {
    this.hasConsent = isGiven;
    this.missesConsent = false;
    const code = isGiven ? 'given' : 'withdrawn';
    this.#tell({ name: 'face-verify-consented', detail: { code, reason: this.language.locale.consent.agree } });
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
      detail: { code: 'consent-required', reason: this.language.locale.consent.required },
    });
    this.renderRoot.querySelector<HTMLElement>('.consent input')?.focus();
    return false;
  }

  #request(): SessionRequest {
    const { mode, reference, gallery, threshold, liveness, camera, sign } = this;
    const video = this.renderRoot.querySelector('video');
    if (video === null) throw new Error('The element is not drawn yet.');
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
    await this.language.learned;
    if (lacking !== undefined) {
      this.#changed(this.moment, { state: { phase: 'unsupported', code: lacking }, camera: undefined });
      return false;
    }
    const { title: reason } = this.language.locale.intro[this.mode];
    this.#tell({ name: 'face-verify-ready', detail: { code: 'ready', reason } });
    if (this.autostart && this.state.phase === 'idle') void this.start();
    return true;
  }

  #changed(before: Moment, after: Moment): void {
    this.moment = after;
    this.#showStates(after.state.phase, after.state.phase === 'done' ? after.state.result.outcome : undefined);
    if (after.camera !== before.camera) this.cameraChanged(after.camera);
    const { mode, liveness, exposeSimilarity, source } = this;
    const { locale } = this.language;
    // Whoever hears of the end may read the form at once.
    if (after.state.phase !== before.state.phase) this.tellForm(locale.intro[mode].title, null);
    const telling = { mode, liveness, exposeSimilarity, locale, source };
    for (const event of eventsBetween(before, after, telling)) this.#tell(event);
    // It was for this one enrolment.
    if (after.state.phase === 'done' && after.state.result.outcome === 'enrolled') this.#forgetConsent();
  }

  #forgetConsent(): void {
    this.hasConsent = false;
    this.missesConsent = false;
  }

  #tell({ name, detail }: ToldEvent): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
