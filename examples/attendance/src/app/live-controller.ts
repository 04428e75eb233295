import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Live } from '../store/live.ts';

/** Draws an element anew whenever one of these changes, as long as it is in the page. */
export class LiveController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #values: () => readonly Live<unknown>[];
  #stops: (() => void)[] = [];

  /** @param values - asked each time that the element comes into the page */
  constructor(host: ReactiveControllerHost, values: () => readonly Live<unknown>[]) {
    this.#host = host;
    this.#values = values;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stops = this.#values().map((value) => value.watch(() => this.#host.requestUpdate()));
  }

  hostDisconnected(): void {
    for (const stop of this.#stops.splice(0)) stop();
  }
}
