import { html, type TemplateResult } from 'lit';
import type { Live } from '../../store/live.ts';
import { LIVENESS_FIGURES } from './liveness-figures.ts';
import { sayWrongGreetings } from './say-wrong-greetings.ts';
import { SettingsSection } from './settings-section.ts';

/** How sure the kiosk has to be, with what that means for those who are enrolled, and the sign of life. */
class SettingsFaces extends SettingsSection {
  protected override lives(): readonly Live<unknown>[] {
    return [...super.lives(), this.app.store.people.all, this.app.faces.state];
  }

  protected override render(): TemplateResult {
    const { settings: say } = this.app.messages;
    return html`
      <div class="stack">
        <section class="card stack" aria-labelledby="threshold">
          <h2 id="threshold">${say.faces.title}</h2>
          <p class="fine">${say.faces.help}</p>
          <div class="stack" role="radiogroup" aria-labelledby="threshold">
            ${this.#rates().map((fmr) => this.#rate(fmr))}
          </div>
          <p class="fine">${say.faces.measured}</p>
        </section>
        ${this.#liveness()}
      </div>
    `;
  }

  /** Those that were measured for the model, the loosest first; and the one that is set. */
  #rates(): readonly number[] {
    const { current } = this.app.faces.state;
    const { thresholds } = current.state === 'ready' ? current.verifier.card : NOT_LOADED;
    const measured = thresholds.map(({ targetFmr }) => targetFmr);
    return [...new Set([...measured, this.settings.targetFmr])].sort((a, b) => b - a);
  }

  #rate(fmr: number): TemplateResult {
    const { settings: say, language } = this.app.messages;
    const pairs = new Intl.NumberFormat(language).format(Math.round(1 / fmr));
    const choose = () => this.change({ targetFmr: fmr });
    return html`
      <label class="check">
        <input type="radio" name="fmr" value=${fmr} .checked=${this.settings.targetFmr === fmr} @change=${choose} />
        <span>
          <strong>${say.faces.rate(pairs)}</strong>
          <span class="help">${sayWrongGreetings(fmr, this.#rosterSize, say, language)}</span>
        </span>
      </label>
    `;
  }

  get #rosterSize(): number {
    const { faces, store } = this.app;
    const { current } = faces.state;
    if (current.state === 'ready') return current.roster.gallery.size;
    return store.people.all.current.filter(({ active, enrolment }) => active && enrolment !== undefined).length;
  }

  #liveness(): TemplateResult {
    const { settings, language } = this.app.messages;
    const { liveness: say } = settings;
    const percent = new Intl.NumberFormat(language, { style: 'percent' });
    const { done, doneWithGlasses, film } = LIVENESS_FIGURES;
    const change = ({ currentTarget }: Event) => this.change({ liveness: (currentTarget as HTMLInputElement).checked });
    return html`
      <section class="card stack" aria-labelledby="liveness">
        <h2 id="liveness">${say.title}</h2>
        <label class="check">
          <input type="checkbox" name="liveness" .checked=${this.settings.liveness} aria-describedby="liveness-help" @change=${change} />
          <span>${say.label}</span>
        </label>
        <p class="fine" id="liveness-help">
          ${say.help} ${say.figures(percent.format(done), percent.format(doneWithGlasses), percent.format(film))}
        </p>
        ${this.settings.liveness ? '' : html`<p class="error">${say.off}</p>`}
      </section>
    `;
  }
}

/** What models that ship were measured for, so that nothing moves once one is loaded. */
const NOT_LOADED = { thresholds: [0.01, 0.001, 0.0001, 0.00001].map((targetFmr) => ({ targetFmr })) };

customElements.define('settings-faces', SettingsFaces);
