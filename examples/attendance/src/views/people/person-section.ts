import { css } from 'lit';
import { View } from '../../app/view.ts';
import { createPerson, type Person } from '../../domain/person.ts';
import { controls } from '../../styles/controls.ts';
import { tellFailure } from '../parts/tell-failure.ts';
import type { Note } from '../parts/undo-note.ts';

/** A part of what is known of one person, which saves by itself. It tells `noted` what it did. */
export abstract class PersonSection extends View {
  static override properties = { ...View.properties, person: { attribute: false } };

  declare person: Person;

  constructor() {
    super();
    this.person = createPerson({ name: '' });
  }

  /** Saves the person as changed, or tells why not. Where it can be taken back, the note says so. */
  protected async save(changed: Person, text: string, canUndo = false): Promise<boolean> {
    const before = this.person;
    const isSaved = await this.attempt(() => this.app.store.people.save([changed]));
    if (isSaved) this.note({ text, ...(canUndo && { undo: () => this.#takeBack(before) }) });
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

  #takeBack(before: Person): void {
    void this.save(before, this.app.messages.people.person.undone);
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }

      form {
        display: grid;
        gap: 1rem;
      }

      .facts {
        display: grid;
        gap: 0.25rem;
      }
    `,
  ];
}
