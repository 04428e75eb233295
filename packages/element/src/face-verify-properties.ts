import type { CameraChoice, FaceVerifier, Gallery, ThresholdChoice } from 'face-verify';
import type { FaceVerifyMode } from './face-verify-mode.ts';
import type { FaceVerifyReference } from './face-verify-reference.ts';
import type { SignFaceVerifyResult } from './face-verify-signing.ts';
import { FormControl } from './form-control.ts';
import type { LocaleOverrides } from './locales/locale.ts';
import { readThreshold } from './read-threshold.ts';

/** What a page can set, by attribute or property. */
export abstract class FaceVerifyProperties extends FormControl {
  static override readonly properties = {
    ...FormControl.properties,
    mode: { reflect: true },
    reference: {},
    gallery: { attribute: false },
    threshold: { converter: { fromAttribute: readThreshold }, hasChanged: isOtherThreshold },
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
  };

  /** What the element is for; default `verify`. Another ends the attempt under way, as do the next three and liveness. */
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
  /** Starts by itself, once, when it is ready; default false. */
  declare autostart: boolean;

  constructor() {
    super();
    this.mode = 'verify';
    this.liveness = false;
    this.allowPhotograph = false;
    this.exposeSimilarity = false;
    this.autostart = false;
  }

  /** A photograph passes no challenge. */
  protected get takesPhotographs(): boolean {
    return this.allowPhotograph && !this.liveness;
  }
}

/** Frameworks hand over an equal one at each drawing. */
function isOtherThreshold(now: unknown, before: unknown): boolean {
  return JSON.stringify(now) !== JSON.stringify(before);
}
