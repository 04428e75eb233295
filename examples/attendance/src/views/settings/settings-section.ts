import { css } from 'lit';
import { View } from '../../app/view.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Live } from '../../store/live.ts';
import { controls } from '../../styles/controls.ts';
import { tellFailure } from '../parts/tell-failure.ts';
import type { Note } from '../parts/undo-note.ts';

/** A part of the settings, which saves each change at once. It tells `noted` what it did, and how to take it back. */
export abstract class SettingsSection extends View {
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

  /** Does something with the store, or tells why not. */
  protected async attempt(act: () => Promise<unknown>): Promise<boolean> {
    try {
      await act();
      return true;
    } catch (error) {
      this.note({ text: tellFailure(error, this.app.messages), isBad: true });
      return false;
    }
  }

  protected note(note: Note): void {
    this.dispatchEvent(new CustomEvent<Note>('noted', { detail: note, bubbles: true, composed: true }));
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
