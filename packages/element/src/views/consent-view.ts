import { html, type TemplateResult } from 'lit';
import type { Locale } from '../locales/locale.ts';

export interface ConsentOptions {
  readonly locale: Locale;
  readonly isGiven: boolean;
  /** Where a start was tried without it. */
  readonly isMissed: boolean;
  readonly isDisabled: boolean;
  readonly change: (isGiven: boolean) => void;
}

/** What is agreed to before a template is made. */
export function consentView({ locale, isGiven, isMissed, isDisabled, change }: ConsentOptions): TemplateResult {
  const changed = ({ currentTarget }: Event) => change((currentTarget as HTMLInputElement).checked);
  return html`
    <div class="consent" part="consent" ?data-missed=${isMissed}>
      <div id="consent-text"><slot name="consent">${locale.consent.text}</slot></div>
      <label>
        <input type="checkbox" part="consent-box" .checked=${isGiven} ?disabled=${isDisabled}
          aria-invalid=${isMissed ? 'true' : 'false'} aria-describedby="consent-text" @change=${changed} />
        <span>${locale.consent.agree}</span>
      </label>
      <div class="missing">
        <p class="room" aria-hidden="true">${locale.consent.required}</p>
        <p role="alert">${isMissed ? locale.consent.required : ''}</p>
      </div>
    </div>
  `;
}
