import { CosineSimilarity, FaceTemplate, Candidate, SessionState, ThresholdChoice, Hint, ChallengeKind, CameraTrouble, LivenessFailure, CameraInUse, LivenessResult, VirtualCameraSignal, FaceVerifyErrorCode, ComparedFace, ImageSource, Gallery, CameraChoice, FaceVerifier } from './index.js';
import { SignableResult, SignOptions } from './signed-result.js';

/** How attempts end, by any mode. */
declare const OUTCOMES: readonly ["match", "non-match", "enrolled", "identified", "not-identified", "captured", "inconclusive"];
/** How an attempt of any mode can end. */
type FaceVerifyOutcome = (typeof OUTCOMES)[number];
/** What the SDK decided, by any mode. */
interface FaceVerifyResult {
    readonly outcome: FaceVerifyOutcome;
    /** Why it is inconclusive, as a stable code. */
    readonly reason?: string;
    /** Whose photograph or frames could not be used. */
    readonly side?: 'probe' | 'reference';
    readonly similarity?: CosineSimilarity;
    readonly template?: FaceTemplate;
    /** Of a gallery, the most similar first. */
    readonly candidates?: readonly Candidate[];
    /** The result, signed. */
    readonly token?: string;
}

/** Where an element stands: where its session does, and what there is without one. */
type ElementState = SessionState<FaceVerifyResult>
/** This browser cannot do it. */
 | {
    readonly phase: 'unsupported';
    readonly code: string;
}
/** A photograph is looked at, instead of a camera's picture. */
 | {
    readonly phase: 'photograph';
};
/** Where the element stands, in one word. */
type ElementPhase = ElementState['phase'];

/** An attribute's false match rate; what is no number is refused by the SDK, never replaced. */
declare function readThreshold(value: string | null): ThresholdChoice | undefined;

/** Of Lit, what an element that is built with it is to those who use it. */
declare abstract class LitElement extends HTMLElement {
  /** Settles once what was set is drawn. */
  readonly updateComplete: Promise<boolean>;
  connectedCallback(): void;
  disconnectedCallback(): void;
  static readonly observedAttributes: string[];
  static shadowRootOptions: ShadowRootInit;
  static styles: unknown;
  protected willUpdate(changed: PropertyValues): void;
  protected updated(changed: PropertyValues): void;
  protected render(): unknown;
  readonly isUpdatePending: boolean;
  readonly hasUpdated: boolean;
  readonly renderRoot: HTMLElement | DocumentFragment;
}
type PropertyValues = ReadonlyMap<PropertyKey, unknown>;
interface ReactiveController {
  hostConnected?(): void;
}
interface ReactiveControllerHost {
  readonly updateComplete: Promise<boolean>;
  addController(controller: ReactiveController): void;
  requestUpdate(): void;
}

/** What an element is for. */
declare const FACE_VERIFY_MODES: readonly ["verify", "enrol", "identify", "capture"];
/** What the element is for. */
type FaceVerifyMode = (typeof FACE_VERIFY_MODES)[number];

/** What a person can do about a failure is less than there are codes for programs. */
type FailureKind = 'network' | 'device' | 'setup' | 'other';

/** What is said of one state: a few words, and a sentence below them. */
interface Message {
    readonly title: string;
    readonly detail: string;
}
/** All that the element says in one language. A key that is missing is an error of types. */
interface Locale {
    /** BCP 47. */
    readonly language: string;
    readonly direction: 'ltr' | 'rtl';
    /** Before anything was begun, by mode; the title also names the element for screen readers. */
    readonly intro: Readonly<Record<FaceVerifyMode, Message>>;
    readonly actions: Readonly<Record<'start' | 'cancel' | 'again' | 'photograph', string>>;
    readonly labels: Readonly<Record<'camera' | 'progress' | 'alternative', string>>;
    readonly consent: {
        /** What is agreed to by ticking, unless the page says it in the slot `consent`. */
        readonly text: string;
        readonly agree: string;
        readonly required: string;
    };
    readonly phases: Readonly<Record<'loading' | 'asking' | 'page-hidden' | 'searching' | 'guiding' | 'deciding' | 'photograph', Message>>;
    readonly hints: Readonly<Record<Hint, string>>;
    readonly challenges: Readonly<Record<ChallengeKind, string>>;
    /** Between challenges. */
    readonly rest: string;
    readonly camera: Readonly<Record<CameraTrouble, Message>>;
    readonly results: Readonly<Record<'match' | 'non-match' | 'enrolled' | 'identified' | 'not-identified' | 'captured' | 'inconclusive', Message>>;
    /** Why challenges were not passed. */
    readonly liveness: Readonly<Record<LivenessFailure, string>>;
    readonly photographRefused: string;
    readonly failed: {
        readonly title: string;
    } & Readonly<Record<FailureKind, string>>;
    readonly unsupported: Message;
}
/** Texts of a page's own, in place of those of the same key. */
type LocaleOverrides = DeepPartial<Locale>;
type DeepPartial<Value> = Value extends string ? Value : {
    readonly [Key in keyof Value]?: DeepPartial<Value[Key]>;
};

interface Speaker extends ReactiveControllerHost, Element {
    readonly locale: string | undefined;
    readonly texts: LocaleOverrides | undefined;
}
/** The language that an element speaks: its own, that of its surroundings, or the browser's. */
declare class ElementLanguage implements ReactiveController {
    #private;
    constructor(speaker: Speaker);
    /** Settles when the language that was chosen last is there. */
    get learned(): Promise<void>;
    /** English until another is there. */
    get locale(): Locale;
    hostConnected(): void;
    /** Chooses anew, after a change of what it is chosen by. */
    choose(): void;
}

/** What every event tells: a stable code for programs, and the reason for people, in the element's language. */
interface FaceVerifyDetail<Code extends string = string> {
    readonly code: Code;
    readonly reason: string;
}
/** The camera that is seen by, told with its label. */
interface CameraDetail extends FaceVerifyDetail<'opened'> {
    readonly camera: CameraInUse;
}
/** How far an attempt is. */
interface ProgressDetail extends FaceVerifyDetail<'loading' | 'guiding' | 'challenging'> {
    /** From 0 to 1; undefined where it is not known. */
    readonly progress: number | undefined;
}
interface FinishedDetail extends FaceVerifyDetail<FaceVerifyOutcome> {
    readonly mode: FaceVerifyMode;
    /** Whether a camera was looked at, or a photograph. */
    readonly source: 'camera' | 'photograph';
    /** Why an attempt is inconclusive, as a stable code; undefined for any other outcome. */
    readonly cause: string | undefined;
    /** Whose photograph or frames could not be used; undefined where that is not why. `reference` is the page's to mend. */
    readonly side: 'probe' | 'reference' | undefined;
    readonly liveness: LivenessResult;
    readonly camera: CameraInUse | undefined;
    /** Whether that camera may be a program. */
    readonly virtualCamera: VirtualCameraSignal;
    /** Where `expose-similarity` is set and faces were compared: a cosine in [-1, 1]. */
    readonly similarity?: number;
    /** Where somebody was enrolled or captured. It is nowhere else to be had: keep it encrypted, as a vault does. */
    readonly template?: FaceTemplate;
    /** Where somebody was identified: the subject's id in the gallery. */
    readonly subject?: string;
    /** Where the element signs its results: the same text as the element's value. */
    readonly token?: string;
}
/** All events of the element, by name. They bubble, and cross shadow roots. */
interface FaceVerifyEventMap {
    /** Exactly one of this and the next, once for each element: it can be started. */
    'face-verify-ready': CustomEvent<FaceVerifyDetail<'ready'>>;
    /** It cannot work in this browser; the code says what is missing. */
    'face-verify-unsupported': CustomEvent<FaceVerifyDetail>;
    'face-verify-started': CustomEvent<FaceVerifyDetail<FaceVerifyMode>>;
    /** The browser asks for the camera, or opens it. */
    'face-verify-camera-asked': CustomEvent<FaceVerifyDetail<'asking'>>;
    'face-verify-camera-opened': CustomEvent<CameraDetail>;
    /** There is no picture; it goes on by itself once there is one. */
    'face-verify-camera-failed': CustomEvent<FaceVerifyDetail<CameraTrouble>>;
    /** A hint or a challenge is shown, another than before. */
    'face-verify-hinted': CustomEvent<FaceVerifyDetail<Hint | ChallengeKind | 'consent-required'>>;
    'face-verify-progressed': CustomEvent<ProgressDetail>;
    /** The attempt has a result. */
    'face-verify-finished': CustomEvent<FinishedDetail>;
    /** The attempt broke off; nothing is known about anybody. */
    'face-verify-failed': CustomEvent<FaceVerifyDetail<FaceVerifyErrorCode>>;
    'face-verify-cancelled': CustomEvent<FaceVerifyDetail<'cancelled'>>;
    'face-verify-consented': CustomEvent<FaceVerifyDetail<'given' | 'withdrawn'>>;
}
/** The names of all events of the element. */
type FaceVerifyEventName = keyof FaceVerifyEventMap;
/** The `detail` of the event of a name. */
type FaceVerifyEventDetail<Name extends FaceVerifyEventName> = FaceVerifyEventMap[Name]['detail'];

/** What an element was, or is, at. */
interface Moment {
    readonly state: ElementState;
    readonly camera: CameraInUse | undefined;
}

/** Whom to compare with: a template, a capture or an embedding; a photograph; or the address of one. */
type FaceVerifyReference = ComparedFace | ImageSource;

/** What a signature stands for, beside the result: as `createResultSigner().sign` takes it. */
type SignedFacts = Required<Pick<SignOptions, 'contract' | 'liveness'>>;
/** Signs a result of mode `verify`, with a nonce that the page's server gave for this attempt. */
type SignFaceVerifyResult = (result: SignableResult, facts: SignedFacts) => Promise<string>;

/** The part of an element that its form knows: a value, and whether it is valid. */
declare abstract class FormControl extends LitElement {
    #private;
    static readonly formAssociated = true;
    static readonly properties: {
        required: {
            type: BooleanConstructor;
            reflect: boolean;
        };
        name: {
            reflect: boolean;
        };
        isDisabled: {
            state: boolean;
        };
    };
    /** Whether its form needs a value to be valid; default false. */
    required: boolean;
    /** Under which its form sends the value. */
    name: string | undefined;
    /** With its form, or a fieldset around it. */
    protected isDisabled: boolean;
    protected readonly internals: ElementInternals;
    constructor();
    /** The signed result; empty without one. Never a template, never a picture. */
    abstract get value(): string;
    get form(): HTMLFormElement | null;
    get validity(): ValidityState;
    get validationMessage(): string;
    get willValidate(): boolean;
    /** As that of any form control. */
    checkValidity(): boolean;
    /** As that of any form control. */
    reportValidity(): boolean;
    /**
     * Tells the form what there is.
     *
     * @param missing - what is said where a value is required and there is none
     * @param anchor - what the browser points at while it says so
     */
    protected tellForm(missing: string, anchor: HTMLElement | null): void;
}

/** What a page can set, by attribute or property. */
declare abstract class FaceVerifyProperties extends FormControl {
    static readonly properties: {
        mode: {
            reflect: boolean;
        };
        reference: {};
        gallery: {
            attribute: boolean;
        };
        threshold: {
            converter: {
                fromAttribute: typeof readThreshold;
            };
            hasChanged: typeof isOtherThreshold;
        };
        liveness: {
            type: BooleanConstructor;
            reflect: boolean;
        };
        camera: {};
        locale: {};
        texts: {
            attribute: boolean;
        };
        assets: {};
        verifier: {
            attribute: boolean;
        };
        sign: {
            attribute: boolean;
        };
        allowPhotograph: {
            type: BooleanConstructor;
            attribute: string;
        };
        exposeSimilarity: {
            type: BooleanConstructor;
            attribute: string;
        };
        autostart: {
            type: BooleanConstructor;
        };
        required: {
            type: BooleanConstructor;
            reflect: boolean;
        };
        name: {
            reflect: boolean;
        };
        isDisabled: {
            state: boolean;
        };
    };
    /** What the element is for; default `verify`. Another ends the attempt under way, as do the next three and liveness. */
    mode: FaceVerifyMode;
    /** Whom to compare with, in mode `verify`; as an attribute the address of a photograph on this origin. */
    reference: FaceVerifyReference | undefined;
    /** Among whom to look, in mode `identify`. */
    gallery: Gallery | undefined;
    /** What to decide at; as an attribute a false match rate, such as `0.0001`. Default: the SDK's. */
    threshold: ThresholdChoice | undefined;
    /** Whether challenges have to be passed first; default false. */
    liveness: boolean;
    /** `user`, `environment`, or a device id. Default: the one that was chosen last on this page's origin, else `user`. */
    camera: CameraChoice | undefined;
    /** A BCP 47 tag. Default: the language of the element's surroundings, then of the browser. */
    locale: string | undefined;
    /** Texts of the page's own, in place of the language's. */
    texts: LocaleOverrides | undefined;
    /** The folder of the SDK's assets. Default: the SDK's. */
    assets: string | undefined;
    /** A verifier of the page's own, shared between elements. Default: one for this element, loaded at its first start. */
    verifier: FaceVerifier | undefined;
    /** Signs results of mode `verify`, which the element's form then sends. Default: none, and nothing is sent. */
    sign: SignFaceVerifyResult | undefined;
    /** Offers a photograph in place of the camera, but never where {@link liveness} is asked for; default false. */
    allowPhotograph: boolean;
    /** Whether results tell how similar faces are; default false. */
    exposeSimilarity: boolean;
    /** Starts by itself, once, when it is ready; default false. */
    autostart: boolean;
    constructor();
    /** A photograph passes no challenge. */
    protected get takesPhotographs(): boolean;
}
/** Frameworks hand over an equal one at each drawing. */
declare function isOtherThreshold(now: unknown, before: unknown): boolean;

/** What an attempt is begun with. */
interface SessionRequest {
    readonly mode: FaceVerifyMode;
    readonly reference: FaceVerifyReference | undefined;
    readonly gallery: Gallery | undefined;
    readonly threshold: ThresholdChoice | undefined;
    readonly liveness: boolean;
    readonly camera: CameraChoice | undefined;
    readonly sign: SignFaceVerifyResult | undefined;
    /** Shows what the camera sees. */
    readonly video: HTMLVideoElement;
}
/** A session of the SDK, as far as an element needs it. */
interface LiveSession {
    readonly state: ElementState;
    /** The camera that is seen by. */
    readonly camera: CameraInUse | undefined;
    subscribe(listener: () => void): void;
    switchCamera(choice: CameraChoice): void;
    /** Lets go of the camera and of everything else. */
    stop(): void;
}
/** Opens sessions. What it loads for that stays until it is disposed of. */
interface SessionSource {
    open(request: SessionRequest, signal: AbortSignal): Promise<LiveSession>;
    /** One attempt with a photograph in place of a camera. */
    look(photograph: Blob, request: SessionRequest, signal: AbortSignal): Promise<ElementState>;
    dispose(): void;
}

/** Begins and ends attempts, and tells the page and the form what becomes of them. */
declare abstract class FaceVerifyAttempts extends FaceVerifyProperties {
    #private;
    static readonly properties: {
        moment: {
            state: boolean;
        };
        hasConsent: {
            state: boolean;
        };
        missesConsent: {
            state: boolean;
        };
        mode: {
            reflect: boolean;
        };
        reference: {};
        gallery: {
            attribute: boolean;
        };
        threshold: {
            converter: {
                fromAttribute: typeof readThreshold;
            };
            hasChanged: (now: unknown, before: unknown) => boolean;
        };
        liveness: {
            type: BooleanConstructor;
            reflect: boolean;
        };
        camera: {};
        locale: {};
        texts: {
            attribute: boolean;
        };
        assets: {};
        verifier: {
            attribute: boolean;
        };
        sign: {
            attribute: boolean;
        };
        allowPhotograph: {
            type: BooleanConstructor;
            attribute: string;
        };
        exposeSimilarity: {
            type: BooleanConstructor;
            attribute: string;
        };
        autostart: {
            type: BooleanConstructor;
        };
        required: {
            type: BooleanConstructor;
            reflect: boolean;
        };
        name: {
            reflect: boolean;
        };
        isDisabled: {
            state: boolean;
        };
    };
    protected moment: Moment;
    protected hasConsent: boolean;
    protected missesConsent: boolean;
    protected readonly language: ElementLanguage;
    constructor();
    /** Where the element stands. What it made or compared is told once, by `face-verify-finished`. */
    get state(): ElementState;
    /** The camera that is seen by, with its label; undefined while none is. */
    get cameraInUse(): CameraInUse | undefined;
    /** Whether the person before it agreed, in mode `enrol`. */
    get consented(): boolean;
    get value(): string;
    /** Whether a camera is looked at, or a photograph. */
    protected get source(): 'camera' | 'photograph';
    /**
     * Begins an attempt, as its button does. One that is under way goes on; in mode `enrol` nothing begins without consent.
     */
    start(): Promise<void>;
    /** Begins an attempt with a photograph in place of the camera, as its button does. */
    startWithPhotograph(photograph: Blob): Promise<void>;
    /** Ends the attempt that is under way, and lets go of the camera. */
    cancel(): void;
    /** Forgets the result and the consent, and lets go of the camera: for whoever comes next. */
    reset(): void;
    connectedCallback(): void;
    disconnectedCallback(): void;
    /** With `moveBefore` nothing is taken out at all. */
    connectedMoveCallback(): void;
    /** @internal Called by the browser. */
    formDisabledCallback(isDisabled: boolean): void;
    /** @internal Called by the browser. */
    formResetCallback(): void;
    protected willUpdate(changed: PropertyValues): void;
    /** What the browser lacks, as a stable code. */
    protected findUnsupported(): Promise<string | undefined>;
    /** Where its sessions come from: the SDK. */
    protected createSessions(): SessionSource;
    /** Hears of each camera that opens, and of its end. */
    protected abstract cameraChanged(camera: CameraInUse | undefined): void;
    protected consent(isGiven: boolean): void;
}

interface CameraOption {
    readonly deviceId: string;
    readonly label: string;
}

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
declare class FaceVerifyElement extends FaceVerifyAttempts {
    #private;
    /** @internal */
    static readonly shadowRootOptions: ShadowRootInit;
    /** @internal */
    static readonly styles: any[];
    /** @internal */
    static readonly properties: {
        cameras: {
            state: boolean;
        };
        hasAlternative: {
            state: boolean;
        };
        moment: {
            state: boolean;
        };
        hasConsent: {
            state: boolean;
        };
        missesConsent: {
            state: boolean;
        };
        mode: {
            reflect: boolean;
        };
        reference: {};
        gallery: {
            attribute: boolean;
        };
        threshold: {
            converter: {
                fromAttribute: typeof readThreshold;
            };
            hasChanged: (now: unknown, before: unknown) => boolean;
        };
        liveness: {
            type: BooleanConstructor;
            reflect: boolean;
        };
        camera: {};
        locale: {};
        texts: {
            attribute: boolean;
        };
        assets: {};
        verifier: {
            attribute: boolean;
        };
        sign: {
            attribute: boolean;
        };
        allowPhotograph: {
            type: BooleanConstructor;
            attribute: string;
        };
        exposeSimilarity: {
            type: BooleanConstructor;
            attribute: string;
        };
        autostart: {
            type: BooleanConstructor;
        };
        required: {
            type: BooleanConstructor;
            reflect: boolean;
        };
        name: {
            reflect: boolean;
        };
        isDisabled: {
            state: boolean;
        };
    };
    protected cameras: readonly CameraOption[];
    protected hasAlternative: boolean;
    constructor();
    protected willUpdate(changed: PropertyValues): void;
    protected updated(): void;
    protected render(): any;
    protected cameraChanged(camera: CameraInUse | undefined): Promise<void>;
}
declare global {
    interface HTMLElementTagNameMap {
        'face-verify': FaceVerifyElement;
    }
    /** They bubble: whatever is around the element can listen too. */
    interface GlobalEventHandlersEventMap extends FaceVerifyEventMap {
    }
}

/** Languages that ship, by BCP 47 language; each is fetched when it is asked for. */
declare const LOCALES: {
    readonly en: () => Promise<Locale>;
    readonly nl: () => Promise<Locale>;
    readonly de: () => Promise<Locale>;
    readonly fr: () => Promise<Locale>;
    readonly es: () => Promise<Locale>;
    readonly pt: () => Promise<Locale>;
    readonly ar: () => Promise<Locale>;
    readonly hi: () => Promise<Locale>;
    readonly id: () => Promise<Locale>;
    readonly zh: () => Promise<Locale>;
    readonly ja: () => Promise<Locale>;
};
/** A language that ships, by its BCP 47 tag. */
type LocaleName = keyof typeof LOCALES;
/** The languages that ship. */
declare const LOCALE_NAMES: readonly LocaleName[];

export { FaceVerifyElement, LOCALE_NAMES };
export type { CameraDetail, ElementPhase, ElementState, FaceVerifyDetail, FaceVerifyEventDetail, FaceVerifyEventMap, FaceVerifyEventName, FaceVerifyMode, FaceVerifyOutcome, FaceVerifyReference, FaceVerifyResult, FinishedDetail, Locale, LocaleName, LocaleOverrides, Message, ProgressDetail, SignFaceVerifyResult, SignedFacts };
