import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { en } from './locales/en.ts';
import { chooseLocale, loadLocale, overrideLocale } from './locales/load-locale.ts';
import type { Locale, LocaleOverrides } from './locales/locale.ts';
import { rememberLast } from './remember-last.ts';

interface Speaker extends ReactiveControllerHost, Element {
  readonly locale: string | undefined;
  readonly texts: LocaleOverrides | undefined;
}

/** The language that an element speaks: its own, that of its surroundings, or the browser's. */
export class ElementLanguage implements ReactiveController {
  readonly #speaker: Speaker;
  readonly #override = rememberLast(overrideLocale);
  #words = en;
  #learning: Promise<void> = Promise.resolve();

  constructor(speaker: Speaker) {
    this.#speaker = speaker;
    speaker.addController(this);
  }

  /** Settles when the language that was chosen last is there. */
  get learned(): Promise<void> {
    return this.#learning;
  }

  /** English until another is there. */
  get locale(): Locale {
    const { texts } = this.#speaker;
    return texts === undefined ? this.#words : this.#override(this.#words, texts);
  }

  hostConnected(): void {
    this.choose();
  }

  /** Chooses anew, after a change of what it is chosen by. */
  choose(): void {
    const surroundings = this.#speaker.closest('[lang]')?.getAttribute('lang');
    const name = chooseLocale(this.#speaker.locale, surroundings, ...navigator.languages);
    const learning = loadLocale(name).then((words) => {
      if (learning !== this.#learning) return;
      this.#words = words;
      this.#speaker.requestUpdate();
    });
    this.#learning = learning;
  }
}
