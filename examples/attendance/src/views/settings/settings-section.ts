import { css } from 'lit';
import type { Settings } from '../../domain/settings.ts';
import type { Live } from '../../store/live.ts';
import { controls } from '../../styles/controls.ts';
import { SavingSection } from '../parts/saving-section.ts';

/** A part of the settings, which saves each change at once. */
export abstract class SettingsSection extends SavingSection {
  protected override lives(): readonly Live<unknown>[] {
    return [this.app.store.settings.current];
  }

  protected get settings(): Settings {
    return this.app.store.settings.current.current;
  }

  protected async change(changes: Partial<Settings>): Promise<boolean> {
    const before = this.settings;
    const isSaved = await this.#save({ ...before, ...changes });
    const { settings, people } = this.app.messages;
    if (isSaved) this.note({ text: settings.saved, undo: () => this.#save(before, people.person.undone) });
    return isSaved;
  }

  async #save(settings: Settings, told?: string): Promise<boolean> {
    const { store } = this.app;
    const isSaved = await this.attempt(async () => {
      await store.settings.save(settings);
      await store.audit.add('settings-changed');
    });
    if (isSaved && told !== undefined) this.note({ text: told });
    return isSaved;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }

      form,
      fieldset {
        display: grid;
        gap: 0.75rem;
      }

      input[type='number'],
      input[type='time'] {
        max-inline-size: 10rem;
      }

      select {
        max-inline-size: 24rem;
      }
    `,
  ];
}
