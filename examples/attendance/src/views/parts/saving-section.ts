import { View } from '../../app/view.ts';
import { tellFailure } from './tell-failure.ts';
import type { Note } from './undo-note.ts';

/** A part of a screen that saves by itself. It tells `noted` what it did, and how that is taken back. */
export abstract class SavingSection extends View {
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
}
