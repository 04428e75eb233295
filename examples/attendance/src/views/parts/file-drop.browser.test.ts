import { afterEach, beforeEach, expect, it } from 'vitest';
import { pathOf } from './file-drop.ts';

type FileDropElement = HTMLElement & { disabled: boolean; updateComplete: Promise<unknown> };

const LIST = new File(['Name\nAnna'], 'list.csv', { type: 'text/csv' });
const PHOTOGRAPH = new File([new Uint8Array(3)], 'Anna.jpg', { type: 'image/jpeg' });

let drop: FileDropElement;
let told: string[][];

beforeEach(async () => {
  told = [];
  drop = document.body.appendChild(document.createElement('file-drop')) as FileDropElement;
  drop.addEventListener('files', (event) => {
    told.push((event as CustomEvent<readonly File[]>).detail.map(pathOf));
  });
  await drop.updateComplete;
});

afterEach(() => drop.remove());

const place = () => drop.shadowRoot?.querySelector('.drop') as HTMLElement;

/** @returns whether the browser is left to do what it does with what is dropped: show it in place of the page */
function drag(type: 'dragover' | 'dragleave' | 'drop', ...carried: readonly (File | string)[]): boolean {
  const dataTransfer = new DataTransfer();
  for (const item of carried) {
    if (typeof item === 'string') dataTransfer.items.add(item, 'text/plain');
    else dataTransfer.items.add(item);
  }
  return place().dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
}

it('files that are dropped are told, and the page stays', async () => {
  expect(drag('dragover', LIST, PHOTOGRAPH)).toBe(false);
  expect(drag('drop', LIST, PHOTOGRAPH)).toBe(false);
  await expect.poll(() => told).toEqual([['list.csv', 'Anna.jpg']]);
});

it('it shows that something is held over it, as long as it is', async () => {
  drag('dragover', LIST);
  await drop.updateComplete;
  expect(place().hasAttribute('data-over')).toBe(true);
  drag('dragleave');
  await drop.updateComplete;
  expect(place().hasAttribute('data-over')).toBe(false);
});

it('words that are dropped are no files', async () => {
  drag('drop', 'Anna');
  drag('drop', LIST);
  await expect.poll(() => told).toEqual([['list.csv']]);
});

it('nothing is taken while it is disabled, and the page stays all the same', async () => {
  drop.disabled = true;
  await drop.updateComplete;
  drag('dragover', LIST);
  expect(drag('drop', LIST)).toBe(false);
  drop.disabled = false;
  drag('drop', PHOTOGRAPH);
  await expect.poll(() => told).toEqual([['Anna.jpg']]);
  expect(place().hasAttribute('data-over')).toBe(false);
});
