import '@face-verify/element';
import { type FaceTemplate, type FaceVerifier, templateCodec, toFaceVerifyError } from 'face-verify';
import { css, html, nothing, type TemplateResult } from 'lit';
import { instantAt } from '../../domain/instant.ts';
import { type Enrolment, enrolmentState, type Person, type PersonId } from '../../domain/person.ts';
import { keepable } from '../../people/enrol-many.ts';
import { enrolWithPhotographs, type PhotographEnrolment } from '../../people/enrol-with-photographs.ts';
import { findLookAlikes } from '../../people/find-look-alikes.ts';
import { keptPhotographs } from '../../people/kept-photographs.ts';
import type { Live } from '../../store/live.ts';
import { sayDay } from '../parts/dates.ts';
import '../parts/app-dialog.ts';
import '../parts/file-drop.ts';
import { PersonSection } from './person-section.ts';

/** What was enrolled and is not stored yet, since somebody else looks like it. */
interface Doubt {
  readonly enrolment: Enrolment;
  readonly photographs: readonly string[];
  readonly others: readonly PersonId[];
}

/** The enrolled face: by camera or by photographs, anew, erased. */
class PersonFace extends PersonSection {
  static override properties = {
    ...PersonSection.properties,
    _isEnrolling: { state: true },
    _way: { state: true },
    _isBusy: { state: true },
    _report: { state: true },
    _doubt: { state: true },
    _keptCount: { state: true },
    _asksToErase: { state: true },
  };

  declare _isEnrolling: boolean;
  declare _way: 'camera' | 'photographs';
  declare _isBusy: boolean;
  declare _report: PhotographEnrolment | undefined;
  declare _doubt: Doubt | undefined;
  declare _keptCount: number;
  declare _asksToErase: boolean;
  readonly #stop = new AbortController();

  constructor() {
    super();
    this._isEnrolling = this._isBusy = this._asksToErase = false;
    this._way = 'camera';
    this._keptCount = 0;
  }

  protected override lives(): readonly Live<unknown>[] {
    return [this.app.faces.state];
  }

  protected override firstUpdated(): void {
    void this.#countKept();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop.abort();
  }

  protected override render(): TemplateResult {
    const { face: say } = this.app.messages.people;
    return html`
      <section class="card stack" aria-labelledby="face">
        <h2 id="face">${say.title}</h2>
        ${this.#body()}
      </section>
      ${this.#dialog()}
    `;
  }

  #body(): TemplateResult {
    const { face: say } = this.app.messages.people;
    const { current: seen } = this.app.faces.state;
    if (seen.state === 'failed') return html`<p>${say.failed}</p>`;
    if (seen.state === 'loading') return html`<p role="status">${say.loading}</p>`;
    const { enrolment } = this.person;
    const isEnrolling = this._isEnrolling || enrolment === undefined;
    return html`
      ${enrolment === undefined ? html`<p>${say.none}</p>` : this.#enrolled(enrolment, seen.verifier)}
      ${isEnrolling ? this.#ways(seen.verifier) : nothing}
      ${this._report === undefined ? nothing : this.#reported(this._report)}
    `;
  }

  #enrolled(enrolment: Enrolment, verifier: FaceVerifier): TemplateResult {
    const { messages, faces, store } = this.app;
    const { face: say } = messages.people;
    const { zone } = store.settings.current.current;
    const seen = faces.state.current;
    const isUnreadable = seen.state === 'ready' && seen.roster.unreadable.has(this.person.id);
    const isOld = enrolmentState({ ...this.person, active: true }, verifier.contract) === 'enrol-again';
    const pictures = say.pictures[enrolment.source](enrolment.faceCount);
    const again = () => {
      this._isEnrolling = true;
    };
    const ask = () => {
      this._asksToErase = true;
    };
    return html`
      <p>
        ${say.enrolled(sayDay(enrolment.at, zone, messages.language), pictures)}
        ${this._keptCount > 0 ? say.kept(this._keptCount) : nothing}
      </p>
      ${isUnreadable ? html`<p class="error">${say.unreadable}</p>` : nothing}
      ${isOld ? html`<p class="note">${say.againText} ${this._keptCount > 0 ? say.againKept : say.againCome}</p>` : nothing}
      <div class="row">
        ${
          isOld && this._keptCount > 0
            ? html`<button class="primary" ?disabled=${this._isBusy} @click=${this.#enrolKept}>${say.enrolKept}</button>`
            : nothing
        }
        ${this._isEnrolling ? nothing : html`<button ?disabled=${this._isBusy} @click=${again}>${say.again}</button>`}
        <button class="danger" ?disabled=${this._isBusy} @click=${ask}>${say.remove}</button>
      </div>
    `;
  }

  #ways(verifier: FaceVerifier): TemplateResult {
    const { face: say } = this.app.messages.people;
    const ways = ['camera', 'photographs'] as const;
    return html`
      <div class="row" role="group" aria-label=${say.title}>
        ${ways.map((way) => {
          const choose = () => {
            this._way = way;
          };
          return html`<button aria-pressed=${this._way === way} @click=${choose}>${say.ways[way]}</button>`;
        })}
      </div>
      ${this._way === 'camera' ? this.#camera(verifier) : this.#photographs()}
    `;
  }

  #camera(verifier: FaceVerifier): TemplateResult {
    const { messages, store } = this.app;
    const { consent: say } = messages.people;
    const { consent, name } = this.person;
    const day = sayDay(
      consent?.at ?? instantAt(this.app.now()),
      store.settings.current.current.zone,
      messages.language,
    );
    return html`
      <face-verify mode="enrol" .verifier=${verifier} locale=${messages.language} @face-verify-finished=${this.#finished}>
        <span slot="consent">${say.confirm(name, day)}</span>
      </face-verify>
    `;
  }

  #photographs(): TemplateResult {
    const { face: say } = this.app.messages.people;
    return html`
      <file-drop multiple accept="image/*" label=${say.choose} button=${this.app.messages.app.chooseFiles} help=${say.chooseHelp} ?disabled=${this._isBusy}
        @files=${({ detail }: CustomEvent<readonly File[]>) => this.#enrolFrom(detail)}></file-drop>
      <p role="status">${this._isBusy ? say.working : nothing}</p>
    `;
  }

  #reported(report: PhotographEnrolment): TemplateResult {
    const { face: say } = this.app.messages.people;
    const used = report.outcome === 'enrolled' ? say.used : say.usable;
    return html`
      ${report.outcome === 'refused' ? html`<p class="error" role="alert">${this.#whyNot(report.reason)}</p>` : nothing}
      <ul class="files">
        ${report.files.map(
          ({ file, refusal }) => html`
            <li>
              <span class="badge ${refusal === undefined ? 'good' : 'bad'}">${refusal === undefined ? '✓' : '✕'}</span>
              <bdi>${file.name}</bdi>
              <span>${refusal === undefined ? used : say.refusals[refusal]}</span>
            </li>
          `,
        )}
      </ul>
    `;
  }

  #whyNot(reason: string): string {
    const { notEnrolled } = this.app.messages.people.face;
    return reason === 'inconsistent-faces' || reason === 'unreadable' ? notEnrolled[reason] : notEnrolled.other;
  }

  #dialog(): TemplateResult | typeof nothing {
    const { messages } = this.app;
    const { face, lookAlike: say } = messages.people;
    if (this._asksToErase) {
      const close = () => {
        this._asksToErase = false;
      };
      return html`
        <app-dialog heading=${face.remove} @closed=${close}>
          <p>${face.removeText}</p>
          <div class="row">
            <button class="danger" @click=${this.#erase}>${face.remove}</button>
            <button @click=${close}>${messages.app.cancel}</button>
          </div>
        </app-dialog>
      `;
    }
    const doubt = this._doubt;
    if (doubt === undefined) return nothing;
    const names = doubt.others.flatMap((id) => this.app.store.people.get(id)?.name ?? []);
    const list = new Intl.ListFormat(messages.language).format(names);
    return html`
      <app-dialog heading=${say.title} @closed=${this.#discard}>
        <p>${say.text(list)}</p>
        <p class="fine">${say.help}</p>
        <div class="row">
          <button @click=${this.#discard}>${say.discard}</button>
          <button @click=${() => this.#keep(doubt)}>${say.store}</button>
        </div>
      </app-dialog>
    `;
  }

  #finished({ detail }: HTMLElementEventMap['face-verify-finished']): void {
    const { current } = this.app.faces.state;
    if (detail.code !== 'enrolled' || detail.template === undefined || current.state !== 'ready') return;
    void this.#meet(this.#toEnrolment(detail.template, current.verifier), []);
  }

  #toEnrolment(template: FaceTemplate, { contract }: FaceVerifier): Enrolment {
    return {
      ...{ at: instantAt(this.app.now()), template: templateCodec.encodeText(template), contract },
      ...{ faceCount: template.faceCount, source: 'camera' },
    };
  }

  async #enrolKept(): Promise<void> {
    await this.#enrolFrom(await keptPhotographs(this.app.store.people, this.person.id));
  }

  async #enrolFrom(files: readonly File[]): Promise<void> {
    const { current } = this.app.faces.state;
    if (current.state !== 'ready') return;
    this._isBusy = true;
    this._report = undefined;
    const { signal } = this.#stop;
    try {
      const result = await enrolWithPhotographs(current.verifier, files, instantAt(this.app.now()), signal);
      this._report = result;
      if (result.outcome === 'enrolled') {
        const isKept = this.person.consent?.photographs === true;
        await this.#meet(result.enrolment, isKept ? await keepable(result) : []);
      }
    } catch (error) {
      if (signal.aborted) return;
      const { code } = toFaceVerifyError(error, 'internal');
      this.note({ text: this.app.messages.app.facesFailed(code), isBad: true });
    } finally {
      this._isBusy = false;
    }
  }

  /** Stores a face that nobody else looks like; of any other asks first. */
  async #meet(enrolment: Enrolment, photographs: readonly string[]): Promise<void> {
    const { current } = this.app.faces.state;
    if (current.state !== 'ready') return;
    const others = findLookAlikes(current.verifier, current.roster.gallery, enrolment, this.person.id);
    const doubt = { enrolment, photographs, others };
    if (others.length > 0) this._doubt = doubt;
    else await this.#keep(doubt);
  }

  async #keep({ enrolment, photographs }: Doubt): Promise<void> {
    this._doubt = undefined;
    const person: Person = { ...this.person, enrolment };
    if (!(await this.save(person, this.app.messages.people.face.stored))) return;
    this._isEnrolling = false;
    if (photographs.length > 0) {
      await this.attempt(() => this.app.store.people.keepPhotographs(person.id, photographs));
    }
    await this.#countKept();
  }

  #discard(): void {
    this._doubt = this._report = undefined;
    this.note({ text: this.app.messages.people.lookAlike.discarded });
  }

  async #erase(): Promise<void> {
    this._asksToErase = false;
    const { enrolment: _, ...person } = this.person;
    if (!(await this.save(person, this.app.messages.people.face.removed))) return;
    this._report = undefined;
    await this.attempt(() => this.app.store.people.keepPhotographs(person.id, []));
    await this.#countKept();
  }

  async #countKept(): Promise<void> {
    this._keptCount = (await this.app.store.people.photographs(this.person.id)).length;
  }

  static override styles = [
    ...[PersonSection.styles].flat(),
    css`
      face-verify {
        max-inline-size: none;
      }

      .note {
        padding: 0.75rem 1rem;
        border-radius: var(--round-small);
        background: var(--unsure-tint);
      }

      .files {
        display: grid;
        gap: 0.5rem;
      }

      .files li {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 0.75rem;
        align-items: baseline;
      }

      .files bdi {
        overflow-wrap: anywhere;
        font-weight: 560;
      }
    `,
  ];
}

customElements.define('person-face', PersonFace);
