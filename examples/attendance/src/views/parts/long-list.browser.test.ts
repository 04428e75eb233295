import { html, render } from 'lit';
import { afterEach, describe, expect, it } from 'vitest';
import { longList } from './long-list.ts';

const PEOPLE = Array.from({ length: 500 }, (_, i) => ({ name: `Person ${i}` }));

const list = document.createElement('div');
list.style.minHeight = '100px';

function draw(items: typeof PEOPLE): void {
  const rows = longList({
    items,
    key: ({ name }) => name,
    row: ({ name }, i, count) =>
      html`<p role="listitem" aria-setsize=${count} aria-posinset=${i + 1} style="height: 40px">${name}</p>`,
  });
  render(html`${rows}`, list);
}

const shown = () => [...list.querySelectorAll('p')].map(({ textContent }) => textContent);

describe('a long list', () => {
  afterEach(() => list.remove());

  it('draws what is in sight, and of a list that became shorter nothing that is gone', async () => {
    document.body.append(list);
    draw(PEOPLE);
    await expect.poll(shown).toContain('Person 0');
    expect(shown().length).toBeLessThan(100);

    const few = PEOPLE.slice(0, 2);
    draw(few);
    // Drawn again for another reason, as a view is that shows a note.
    draw(few);
    await expect.poll(shown).toEqual(['Person 0', 'Person 1']);
    expect(list.querySelector('[aria-setsize="2"][aria-posinset="2"]')?.textContent).toBe('Person 1');
  });
});
