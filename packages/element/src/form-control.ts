import { LitElement } from 'lit';
import { rememberLast } from './remember-last.ts';

/** The part of an element that its form knows: a value, and whether it is valid. */
export abstract class FormControl extends LitElement {
  static readonly formAssociated = true;
  static override readonly properties = {
    required: { type: Boolean, reflect: true },
    name: { reflect: true },
    isDisabled: { state: true },
  };

  /** Whether its form needs a value to be valid; default false. */
  declare required: boolean;
  /** Under which its form sends the value. */
  declare name: string | undefined;
  /** With its form, or a fieldset around it. */
  declare protected isDisabled: boolean;

  protected readonly internals = this.attachInternals();
  readonly #tell = rememberLast((value: string, isMissing: boolean, missing: string, anchor: HTMLElement | null) => {
    this.internals.setFormValue(value === '' ? null : value);
    this.internals.setValidity(isMissing ? { valueMissing: true } : {}, isMissing ? missing : '', anchor ?? undefined);
  });

  constructor() {
    super();
    this.required = false;
    this.isDisabled = false;
  }

  /** The signed result; empty without one. Never a template, never a picture. */
  abstract get value(): string;

  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  get validity(): ValidityState {
    return this.internals.validity;
  }

  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  /** As that of any form control. */
  checkValidity(): boolean {
    return this.internals.checkValidity();
  }

  /** As that of any form control. */
  reportValidity(): boolean {
    return this.internals.reportValidity();
  }

  /**
   * Tells the form what there is.
   *
   * @param missing - what is said where a value is required and there is none
   * @param anchor - what the browser points at while it says so
   */
  protected tellForm(missing: string, anchor: HTMLElement | null): void {
    const { value } = this;
    this.#tell(value, this.required && value === '', missing, anchor);
  }
}
