import { css, html, type TemplateResult } from 'lit';
import { View } from '../../app/view.ts';
import type { PersonId } from '../../domain/person.ts';
import { type LocalDate, placeTimeAt } from '../../domain/place-time.ts';
import type { Live } from '../../store/live.ts';
import { controls } from '../../styles/controls.ts';
import './records-audit.ts';
import './records-day.ts';
import './records-files.ts';
import './records-history.ts';
import './records-log.ts';

const TABS = ['day', 'history', 'log', 'audit', 'files'] as const;

type Tab = (typeof TABS)[number];

/** What was recorded: by day, by person, as it was written, and as files. */
class RecordsView extends View {
  static override properties = {
    ...View.properties,
    _tab: { state: true },
    _day: { state: true },
    _person: { state: true },
  };

  declare _tab: Tab;
  /** Undefined for today, also when midnight passes. */
  declare _day: LocalDate | undefined;
  declare _person: PersonId | undefined;

  constructor() {
    super();
    this._tab = 'day';
  }

  protected override lives(): readonly Live<unknown>[] {
    return [this.app.store.people.all, this.app.store.settings.current];
  }

  protected override render(): TemplateResult {
    const { records: say } = this.app.messages;
    return html`
      <div class="stack" @history=${this.#historyAsked} @day=${this.#dayAsked}>
        <div class="row spread unprinted">
          <h1>${say.title}</h1>
          <div class="row tabs" role="group" aria-label=${say.title}>${TABS.map((tab) => this.#button(tab))}</div>
        </div>
        ${this.#shown()}
      </div>
    `;
  }

  #button(tab: Tab): TemplateResult {
    const choose = () => {
      this._tab = tab;
    };
    const label = this.app.messages.records.tabs[tab];
    return html`<button data-tab=${tab} aria-pressed=${this._tab === tab} @click=${choose}>${label}</button>`;
  }

  #shown(): TemplateResult {
    const { app } = this;
    const { zone } = app.store.settings.current.current;
    const today = placeTimeAt(app.now(), zone).localDate;
    switch (this._tab) {
      case 'day':
        return html`<records-day .app=${app} .day=${this._day ?? today} .today=${today}></records-day>`;
      case 'history':
        return html`<records-history .app=${app} .today=${today} .personId=${this._person}></records-history>`;
      case 'log':
        return html`<records-log .app=${app} .today=${today}></records-log>`;
      case 'audit':
        return html`<records-audit .app=${app}></records-audit>`;
      case 'files':
        return html`<records-files .app=${app} .today=${today}></records-files>`;
    }
  }

  #dayAsked({ detail }: CustomEvent<LocalDate>): void {
    this._day = detail;
    this._tab = 'day';
  }

  #historyAsked({ detail }: CustomEvent<PersonId>): void {
    this._person = detail;
    this._tab = 'history';
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }

      .tabs {
        gap: 0.25rem;
      }

      @media print {
        .unprinted {
          display: none;
        }
      }
    `,
  ];
}

customElements.define('records-view', RecordsView);
