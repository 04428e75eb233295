import { expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

it('reads what windows-1252 has and ISO 8859-1 has not', () => {
  const text = 'Name;Klasse\r\nJürgen Groß – 5 €;5a\r\nFrançois Œuvray’s;5b';
  expect(decodeText(encode(text, 'windows-1252'))).toEqual({ text, encoding: 'windows-1252', guessed: true });
});

it.each([
  ['shift_jis', '氏名,組\r\n山田太郎,1\r\n佐藤花子,2\r\n鈴木一郎,1\r\n田中さくら,3\r\n高橋みなみ,2'],
  ['windows-1251', 'Имя;Группа\r\nАнна Иванова;А\r\nПётр Сидоров;Б\r\nОльга Кузнецова;В'],
  ['big5', '姓名,班級\r\n王芳,1\r\n李偉,2\r\n張敏,3\r\n劉洋,1\r\n陳靜,2'],
])('guesses %s by its letters', (encoding, text) => {
  expect(decodeText(encode(text, encoding))).toEqual({ text, encoding, guessed: true });
});

/** Undoes `TextDecoder`, which every browser has for these encodings, by trying one byte and two. */
function encode(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const bytesOf = new Map<string, readonly number[]>();
  const learn = (...bytes: readonly number[]) => {
    const letter = decoder.decode(Uint8Array.from(bytes));
    if ([...letter].length === 1 && letter !== '\uFFFD' && !bytesOf.has(letter)) bytesOf.set(letter, bytes);
  };
  for (let first = 0; first < 256; first++) learn(first);
  for (let first = 128; first < 256; first++) for (let second = 48; second < 256; second++) learn(first, second);
  return Uint8Array.from([...text].flatMap((letter) => bytesOf.get(letter) ?? []));
}
