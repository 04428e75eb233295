import { html, type TemplateResult } from 'lit';
import { isLocalDate, type LocalDate } from '../../domain/place-time.ts';
import type { RecordsMessages } from '../../messages/en/records.ts';

/** From one date to another, both included. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Two dates to choose. What makes no period is left as it was. */
export function periodFields(period: Period, say: RecordsMessages, change: (period: Period) => void): TemplateResult {
  const chosen = (side: keyof Period) => (event: Event) => {
    const { value } = event.currentTarget as HTMLInputElement;
    const next = { ...period, [side]: value };
    if (isLocalDate(value)) change(next.from <= next.to ? next : { from: value, to: value });
  };
  return html`
    <label>${say.from}<input type="date" class="from" .value=${period.from} @change=${chosen('from')} /></label>
    <label>${say.to}<input type="date" class="to" .value=${period.to} @change=${chosen('to')} /></label>
  `;
}
