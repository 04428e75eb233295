import { describe, expect, it } from 'vitest';
import { LANGUAGE_NAMES } from './language-names.ts';
import { loadMessages } from './load-messages.ts';
import type { Messages } from './messages.ts';

/** Numbers that languages tell apart, and that stand for words elsewhere. */
const GIVEN = [[11, 22, 33], ...[0, 1, 2, 3, 5, 100].map((count) => [count])];
/** Arabic says one and two of something without a digit. */
const SAID_IN_WORDS = [0, 1, 2];

type Sentence = string | ((...given: number[]) => Said);
type Said = Sentence | { readonly [key: string]: Said };

/** All that is said in a language, by where it stands. */
function* said(messages: Said, path = ''): Generator<readonly [path: string, Sentence]> {
  if (typeof messages !== 'object') yield [path, messages];
  else for (const [key, part] of Object.entries(messages)) yield* said(part, `${path}.${key}`);
}

function texts(answer: Said): string {
  return typeof answer === 'object' ? Object.values(answer).map(texts).join(' ') : String(answer);
}

const asSaid = (messages: Messages) => new Map(said(messages as unknown as Said));

describe.for(Object.keys(LANGUAGE_NAMES))('in %s', (language) => {
  it('the app speaks that language, in its direction, and says what it says in English', async () => {
    const messages = await loadMessages(`${language.toUpperCase()}-XX`);
    expect(messages.language).toBe(language);
    expect(messages.direction).toBe(language === 'ar' ? 'rtl' : 'ltr');
    expect([...asSaid(messages).keys()]).toEqual([...asSaid(await loadMessages('en')).keys()]);
  });

  it('every sentence says something, and each number that it is given', async () => {
    const digits = new Intl.NumberFormat(language);
    for (const [path, sentence] of asSaid(await loadMessages(language))) {
      if (typeof sentence === 'string') expect(sentence.trim(), path).not.toBe('');
      else
        for (const given of GIVEN.map((numbers) => numbers.slice(0, sentence.length))) {
          const text = texts(sentence(...given));
          for (const number of given) {
            const isThere = text.includes(String(number)) || text.includes(digits.format(number));
            expect(isThere || SAID_IN_WORDS.includes(number), `${path}(${given}): ${text}`).toBe(true);
          }
        }
    }
  });
});

it('English is spoken where a language does not ship', async () => {
  expect((await loadMessages('tlh')).language).toBe('en');
});
