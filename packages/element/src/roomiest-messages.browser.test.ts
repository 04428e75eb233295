import { render } from 'lit';
import { afterEach, expect, test } from 'vitest';
import { LOCALE_NAMES, loadLocale } from './locales/load-locale.ts';
import type { Message } from './locales/locale.ts';
import { messagesOf, roomiestMessages } from './roomiest-messages.ts';
import { STYLES } from './views/styles.ts';
import { wordsView } from './views/words-view.ts';

afterEach(() => document.body.replaceChildren());

const SILENCE: Message = { title: '', detail: '' };

/** A place like the element's, in which words are drawn. */
function place(language: string): { host: HTMLElement; side: HTMLElement } {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = STYLES.flatMap(({ styleSheet }) => styleSheet ?? []);
  const side = Object.assign(document.createElement('div'), { className: 'side', lang: language });
  root.append(side);
  document.body.append(host);
  return { host, side };
}

test.for(LOCALE_NAMES.map((name) => [name] as const))(
  'no message takes more room than those that are laid out unseen, however wide it is: %s',
  async ([name]) => {
    const locale = await loadLocale(name);
    const { host, side } = place(name);
    const all = messagesOf(locale, 'enrol').map((message) => [message]);
    render(
      [roomiestMessages(locale, 'enrol'), ...all].map((roomiest) =>
        wordsView({ phase: 'idle', message: SILENCE, roomiest }),
      ),
      side,
    );
    const [kept, ...shown] = [...side.querySelectorAll('.words')];
    const heightOf = (of: Element | undefined) => of?.getBoundingClientRect().height ?? Number.NaN;
    for (let widthPx = 200; widthPx <= 576; widthPx += 12) {
      host.style.inlineSize = `${widthPx}px`;
      expect(Math.max(...shown.map(heightOf)), `${widthPx} px`).toBeLessThanOrEqual(heightOf(kept) + 0.5);
    }
  },
);
