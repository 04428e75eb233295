import { css } from 'lit';
import { createPerson, type Person } from '../../domain/person.ts';
import { controls } from '../../styles/controls.ts';
import { SavingSection } from '../parts/saving-section.ts';

/** A part of what is known of one person, which saves by itself. */
export abstract class PersonSection extends SavingSection {
  static override properties = { ...SavingSection.properties, person: { attribute: false } };

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
