import { html, nothing, type TemplateResult } from 'lit';
import { findInvalidSettings, type Settings } from '../../domain/settings.ts';
import { LANGUAGE_NAMES } from '../../messages/language-names.ts';
import { SettingsSection } from './settings-section.ts';

type NumberSetting = 'coolDownSeconds' | 'attempts' | 'longestShiftHours';

/** Coming and going: what is recorded, when a day begins, where the place is and what it speaks. */
class SettingsAttendance extends SettingsSection {
  static override properties = { ...SettingsSection.properties, _invalid: { state: true } };

  declare _invalid: keyof Settings | undefined;

  protected override render(): TemplateResult {
    const { attendance: say } = this.app.messages.settings;
    const { directions, dayBoundary, zone, language } = this.settings;
    const directed = (which: Settings['directions']) => () => this.change({ directions: which });
    return html`
      <form class="card" @submit=${(event: Event) => event.preventDefault()}>
        <h2>${say.title}</h2>
        <fieldset>
          <legend>${say.directions}</legend>
          <label class="check">
            <input type="radio" name="directions" .checked=${directions === 'in-and-out'} @change=${directed('in-and-out')} />
            <span>${say.inAndOut}</span>
          </label>
          <label class="check">
            <input type="radio" name="directions" .checked=${directions === 'in-only'} @change=${directed('in-only')} />
            <span>${say.inOnly}</span>
          </label>
        </fieldset>
        ${this.#number('coolDownSeconds', say.coolDown)} ${this.#number('attempts', say.attempts)}
        <label>${say.dayBoundary}
          <input type="time" name="dayBoundary" .value=${dayBoundary.slice(0, 5)} required @change=${this.#boundaryChosen} />
          <span class="help">${say.dayBoundaryHelp}</span>
        </label>
        ${this.#number('longestShiftHours', say.longestShift, say.longestShiftHelp)}
        <label>${say.zone}
          <select name="zone" @change=${this.#chosen('zone')}>
            ${zones(zone).map((name) => html`<option ?selected=${name === zone}>${name}</option>`)}
          </select>
          <span class="help">${say.zoneHelp}</span>
        </label>
        <label>${say.language}
          <select name="language" @change=${this.#chosen('language')}>
            ${Object.entries(LANGUAGE_NAMES).map(
              ([tag, name]) =>
                html`<option value=${tag} lang=${tag} ?selected=${language.startsWith(tag)}>${name}</option>`,
            )}
          </select>
        </label>
      </form>
    `;
  }

  #number(name: NumberSetting, label: string, help?: string): TemplateResult {
    const isInvalid = this._invalid === name;
    const changed = ({ currentTarget }: Event) => this.#try(name, (currentTarget as HTMLInputElement).valueAsNumber);
    return html`
      <label>${label}
        <input type="number" name=${name} min="0" .value=${String(this.settings[name])} @change=${changed}
          aria-invalid=${isInvalid ? 'true' : 'false'} aria-describedby="${name}-error" />
        ${help === undefined ? nothing : html`<span class="help">${help}</span>`}
        <span class="error" id="${name}-error">${isInvalid ? this.app.messages.settings.attendance.invalid : nothing}</span>
      </label>
    `;
  }

  async #try(name: NumberSetting, value: number): Promise<void> {
    this._invalid = findInvalidSettings({ ...this.settings, [name]: value }).includes(name) ? name : undefined;
    if (this._invalid === undefined) await this.change({ [name]: value });
  }

  #boundaryChosen({ currentTarget }: Event): void {
    const { value } = currentTarget as HTMLInputElement;
    if (value !== '') void this.change({ dayBoundary: `${value.slice(0, 5)}:00` });
  }

  #chosen(name: 'zone' | 'language') {
    return ({ currentTarget }: Event) => this.change({ [name]: (currentTarget as HTMLSelectElement).value });
  }
}

/** All that the browser knows, and the one that is set. */
function zones(current: string): readonly string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', current])].sort();
}

customElements.define('settings-attendance', SettingsAttendance);
