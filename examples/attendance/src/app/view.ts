import { LitElement } from 'lit';
import type { Live } from '../store/live.ts';
import type { App } from './app.ts';
import { LiveController } from './live-controller.ts';

/** A screen or a part of one. It is drawn anew when one of {@link lives} changes. */
export abstract class View extends LitElement {
  static override properties = { app: { attribute: false } };

  declare app: App;

  constructor() {
    super();
    new LiveController(this, () => this.lives());
  }

  /** What it shows of the store and of faces. */
  protected lives(): readonly Live<unknown>[] {
    return [];
  }
}
