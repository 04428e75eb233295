/** Of Lit, what an element that is built with it is to those who use it. */
export declare abstract class LitElement extends HTMLElement {
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
export type PropertyValues = ReadonlyMap<PropertyKey, unknown>;
export interface ReactiveController {
  hostConnected?(): void;
}
export interface ReactiveControllerHost {
  readonly updateComplete: Promise<boolean>;
  addController(controller: ReactiveController): void;
  requestUpdate(): void;
}
/** Of what is drawn they see nothing. */
export type TemplateResult = unknown;
export type SVGTemplateResult = unknown;
export declare const nothing: unique symbol;
export declare const html: unknown;
export declare const svg: unknown;
export declare const css: unknown;
