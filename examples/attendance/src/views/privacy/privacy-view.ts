import { css, html, type TemplateResult } from 'lit';
import { View } from '../../app/view.ts';
import type { Live } from '../../store/live.ts';
import { controls } from '../../styles/controls.ts';

/** What is stored, where and for how long, by what is set and stored now. */
class PrivacyView extends View {
  protected override lives(): readonly Live<unknown>[] {
    const { store } = this.app;
    return [store.people.all, store.settings.current, store.connection];
  }

  protected override render(): TemplateResult {
    const { privacy: say } = this.app.messages;
    return html`
      <article class="stack">
        <h1>${say.title}</h1>
        <p>${say.intro}</p>
        ${this.#section(say.what.title, html`${list(say.what.items)}<p>${say.what.never}</p>`)}
        ${this.#section(say.where.title, this.#where())} ${this.#section(say.howLong.title, this.#howLong())}
        ${this.#section(say.otherWay.title, this.#otherWay())}
        ${this.#section(say.deleting.title, list(say.deleting.items))}
        ${this.#section(say.law.title, html`<p>${say.law.intro}</p>${list(say.law.items)}`)}
      </article>
    `;
  }

  #section(title: string, body: TemplateResult): TemplateResult {
    return html`<section class="card stack"><h2>${title}</h2>${body}</section>`;
  }

  #where(): TemplateResult {
    const { messages, store } = this.app;
    const { where: say } = messages.privacy;
    const isAlone = store.connection.current.state === 'alone';
    return list([isAlone ? say.alone : say.shared, say.disk, say.backups]);
  }

  #howLong(): TemplateResult {
    const { messages, store } = this.app;
    const { privacy, people, settings } = messages;
    const { howLong: say } = privacy;
    const { retentionDays } = store.settings.current.current;
    const everybody = store.people.all.current;
    const faces = everybody.filter(({ enrolment }) => enrolment !== undefined).length;
    const photographs = everybody.filter(({ consent }) => consent?.photographs === true).length;
    const records = retentionDays === 0 ? say.recordsForever : say.records(settings.retention.days(retentionDays));
    const digits = new Intl.NumberFormat(messages.language);
    return list([
      records,
      say.people,
      say.now(people.count(everybody.length), digits.format(faces), digits.format(photographs)),
    ]);
  }

  #otherWay(): TemplateResult {
    const { messages, store } = this.app;
    const { otherWay: say } = messages.privacy;
    const without = store.people.all.current.filter(({ active, enrolment }) => active && enrolment === undefined);
    return html`<p>${say.text}</p><p class="fine">${say.without(messages.people.count(without.length))}</p>`;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }

      article {
        max-inline-size: 46rem;
      }

      li {
        position: relative;
        padding-inline-start: 1.25rem;
        text-wrap: pretty;
      }

      li::before {
        position: absolute;
        inset-inline-start: 0.125rem;
        color: var(--muted);
        content: '•' / '';
      }

      li + li {
        margin-block-start: 0.5rem;
      }
    `,
  ];
}

function list(items: readonly string[]): TemplateResult {
  return html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

customElements.define('privacy-view', PrivacyView);
