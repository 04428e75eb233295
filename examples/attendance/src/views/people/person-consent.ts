import { html, nothing, type TemplateResult } from 'lit';
import { instantAt } from '../../domain/instant.ts';
import { type Consent, withConsent } from '../../domain/person.ts';
import { type LocalDate, placeTimeAt, readTypedTime } from '../../domain/place-time.ts';
import { consentWording } from '../../people/consent-wording.ts';
import { sayDay } from '../parts/dates.ts';
import { isolated } from '../parts/isolated.ts';
import { PersonSection } from './person-section.ts';

/** What the person agreed to, and the form to record it: it comes before any face is stored. */
class PersonConsent extends PersonSection {
  static override properties = { ...PersonSection.properties, _isChanging: { state: true } };

  declare _isChanging: boolean;

  constructor() {
    super();
    this._isChanging = false;
  }

  protected override render(): TemplateResult {
    const { consent: say } = this.app.messages.people;
    const { consent } = this.person;
    const isAsked = consent === undefined || this._isChanging;
    return html`
      <section class="card stack" aria-labelledby="consent">
        <h2 id="consent">${say.title}</h2>
        ${consent === undefined ? html`<p>${say.none}</p>` : nothing}
        ${isAsked ? this.#form(consent) : this.#summary(consent)}
      </section>
    `;
  }

  #summary(consent: Consent): TemplateResult {
    const { consent: say } = this.app.messages.people;
    const change = () => {
      this._isChanging = true;
    };
    return html`
      <ul class="facts">
        <li>${consent.face ? `✓ ${say.agreedFace}` : `✕ ${say.refused}`}</li>
        <li>${consent.photographs ? `✓ ${say.agreedPhotographs}` : `✕ ${say.refusedPhotographs}`}</li>
      </ul>
      <p class="fine">${say.summary(say.by[consent.givenBy], this.#day(consent), isolated(consent.wording) || '–')}</p>
      <div><button @click=${change}>${say.change}</button></div>
    `;
  }

  #form(before: Consent | undefined): TemplateResult {
    const { app, people } = this.app.messages;
    const { consent: say } = people;
    const cancel = () => {
      this._isChanging = false;
    };
    const isStored = this.person.enrolment !== undefined;
    return html`
      <div class="stack">${say.text.map((paragraph) => html`<p class="fine">${paragraph}</p>`)}</div>
      <form @submit=${this.#submitted}>
        <label class="check">
          <input type="checkbox" name="face" .checked=${before?.face === true} /><span>${say.face}</span>
        </label>
        <label class="check">
          <input type="checkbox" name="photographs" .checked=${before?.photographs === true} />
          <span>${say.photographs} <span class="help">${say.photographsHelp}</span></span>
        </label>
        <div class="row">
          <label>${say.givenBy}
            <select name="givenBy">
              <option value="subject" ?selected=${before?.givenBy !== 'guardian'}>${say.by.subject}</option>
              <option value="guardian" ?selected=${before?.givenBy === 'guardian'}>${say.by.guardian}</option>
            </select>
          </label>
          <label>${say.date}
            <input type="date" name="date" required .value=${this.#today} max=${this.#today} />
          </label>
        </div>
        ${isStored ? html`<p class="fine">${say.withdrawText}</p>` : nothing}
        <div class="row">
          <button class="primary">${say.record}</button>
          ${before === undefined ? nothing : html`<button type="button" @click=${cancel}>${app.cancel}</button>`}
        </div>
      </form>
    `;
  }

  get #zone(): string {
    return this.app.store.settings.current.current.zone;
  }

  get #today(): LocalDate {
    return placeTimeAt(this.app.now(), this.#zone).localDate;
  }

  #day({ at }: Consent): string {
    return sayDay(at, this.#zone, this.app.messages.language);
  }

  async #submitted(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const consent: Consent = {
      at: this.#instantOf(String(data.get('date'))),
      face: data.has('face'),
      photographs: data.has('photographs'),
      wording: consentWording(this.app.messages.language),
      givenBy: data.get('givenBy') === 'guardian' ? 'guardian' : 'subject',
    };
    const { id } = this.person;
    const changed = withConsent(this.person, consent);
    if (!(await this.save(changed, this.app.messages.people.person.saved))) return;
    this._isChanging = false;
    if (!consent.photographs || !consent.face) await this.attempt(() => this.app.store.people.keepPhotographs(id, []));
  }

  /** Now, or noon of an earlier day, at the place. */
  #instantOf(date: LocalDate): Consent['at'] {
    const typed = date === this.#today ? undefined : readTypedTime(date, '12:00', this.#zone);
    return typed !== undefined && 'time' in typed ? typed.time.instant : instantAt(this.app.now());
  }
}

customElements.define('person-consent', PersonConsent);
