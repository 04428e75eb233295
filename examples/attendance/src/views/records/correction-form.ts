import { css, html, nothing, type TemplateResult } from 'lit';
import { View } from '../../app/view.ts';
import type { Direction } from '../../domain/check-in.ts';
import { type AttendanceRecord, type CorrectedChange, createCorrection } from '../../domain/correction.ts';
import type { PersonId } from '../../domain/person.ts';
import { type LocalDate, readTypedTime } from '../../domain/place-time.ts';
import { controls } from '../../styles/controls.ts';
import { tellFailure } from '../parts/tell-failure.ts';

/** Records one correction, with its reason and who makes it. Tells `closed` when it is made, or is not to be made. */
class CorrectionForm extends View {
  static override properties = {
    ...View.properties,
    personId: { attribute: false },
    day: { attribute: false },
    kind: {},
    record: { attribute: false },
    _error: { state: true },
  };

  declare personId: PersonId;
  declare day: LocalDate;
  declare kind: CorrectedChange['kind'];
  /** What is corrected; undefined where something is added. */
  declare record: AttendanceRecord | undefined;
  declare _error: string | undefined;

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('input, select')?.focus();
  }

  protected override render(): TemplateResult {
    const { app, records } = this.app.messages;
    const { correct: say } = records;
    const close = () => this.dispatchEvent(new CustomEvent('closed'));
    return html`
      <form class="stack" novalidate @submit=${this.#submitted}>
        <h3>${say[this.kind]}</h3>
        ${this.kind === 'strike' ? nothing : this.#what()}
        <label>${say.reason}<input name="reason" required maxlength="200" autocomplete="off" /></label>
        <label>${say.by}<input name="by" required maxlength="200" autocomplete="name" .value=${lastAuthor()} /></label>
        <p class="fine">${say.help}</p>
        <p class="error" role="alert">${this._error ?? nothing}</p>
        <div class="row">
          <button class="primary">${say.save}</button>
          <button type="button" @click=${close}>${app.cancel}</button>
        </div>
      </form>
    `;
  }

  #what(): TemplateResult {
    const { correct: say, directions } = this.app.messages.records;
    const { record } = this;
    const isOut = record?.direction === 'out';
    const isInOnly = this.app.store.settings.current.current.directions === 'in-only' && !isOut;
    return html`
      <div class="row fields">
        ${
          isInOnly
            ? nothing
            : html`
              <label>${say.direction}
                <select name="direction">
                  <option value="in" ?selected=${!isOut}>${directions.in}</option>
                  <option value="out" ?selected=${isOut}>${directions.out}</option>
                </select>
              </label>
            `
        }
        <label>${say.date}<input type="date" name="date" required .value=${record?.localDate ?? this.day} /></label>
        <label>${say.time}<input type="time" name="time" required .value=${record?.localTime.slice(0, 5) ?? ''} /></label>
      </div>
    `;
  }

  async #submitted(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { store, now, messages } = this.app;
    const { correct: say } = messages.records;
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const read = (field: string) => String(data.get(field) ?? '');
    const change = this.#change(read);
    if (typeof change === 'string') {
      this._error = change;
      return;
    }
    const { zone } = store.settings.current.current;
    const told = { reason: read('reason'), by: read('by') };
    const made = createCorrection({ ...told, change, person: this.personId, kiosk: store.kiosk, atMs: now(), zone });
    if (made.outcome !== 'correction') {
      this._error = made.outcome === 'no-reason' ? say.noReason : say.noAuthor;
      return;
    }
    try {
      await store.log.add({ corrections: [made.correction] });
      sessionStorage.setItem(AUTHOR, made.correction.by);
      this.dispatchEvent(new CustomEvent('closed'));
    } catch (error) {
      this._error = tellFailure(error, messages);
    }
  }

  /** What is to be corrected, or why it cannot be. */
  #change(read: (field: string) => string): CorrectedChange | string {
    const { correct: say } = this.app.messages.records;
    const of = this.record?.id ?? '';
    if (this.kind === 'strike') return { kind: 'strike', of };
    // Of a record that was made elsewhere, what the clock said there.
    const zone = this.record?.zone ?? this.app.store.settings.current.current.zone;
    const typed = readTypedTime(read('date'), read('time'), zone);
    if (typed.outcome === 'no-time') return say.noTime;
    if (typed.outcome === 'skipped') return say.skipped;
    if (Date.parse(typed.time.instant) > this.app.now()) return say.future;
    const direction: Direction = read('direction') === 'out' ? 'out' : 'in';
    return { ...(this.kind === 'add' ? { kind: 'add' } : { kind: 'change', of }), direction, time: typed.time };
  }

  static override styles = [
    controls,
    css`
      form {
        padding: 1rem;
        border-radius: var(--round-small);
        background: var(--page);
      }

      h3 {
        font-size: 1rem;
      }

      .fields {
        align-items: end;
      }

      .fields label {
        flex: 1 1 8rem;
      }
    `,
  ];
}

/** Under which this window keeps who corrected last, so that a row of corrections is quick. */
const AUTHOR = 'attendance/corrected-by';

function lastAuthor(): string {
  return sessionStorage.getItem(AUTHOR) ?? '';
}

customElements.define('correction-form', CorrectionForm);
