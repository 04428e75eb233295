import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ELEMENT_PHASES } from './element-state.ts';
import { OUTCOMES } from './face-verify-result.ts';

interface Named {
  readonly name: string;
}

interface Declaration {
  readonly attributes: readonly Named[];
  readonly slots: readonly Named[];
  readonly cssParts: readonly Named[];
  readonly cssProperties: readonly Named[];
  readonly cssStates: readonly Named[];
  readonly events: readonly Named[];
}

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const manifest = JSON.parse(read('../custom-elements.json'));
const [{ declarations }] = manifest.modules as readonly [{ declarations: readonly [Declaration] }];
const [declared] = declarations;
const names = (list: readonly Named[]) => list.map(({ name }) => name).sort();
const all = (text: string, pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))];
const views = ['consent', 'controls', 'stage', 'words'].map((name) => read(`./views/${name}-view.ts`)).join('');
const element = read('./face-verify-element.ts');

test('it can be imported on a server, where it defines nothing', async () => {
  const { FaceVerifyElement } = await import('./index.ts');
  expect(FaceVerifyElement.formAssociated).toBe(true);
  expect(globalThis.window).toBeUndefined();
});

test('the manifest has every attribute', async () => {
  const { FaceVerifyElement } = await import('./index.ts');
  expect(names(declared.attributes)).toEqual([...FaceVerifyElement.observedAttributes].sort());
});

test('the manifest has every event', () => {
  const events = all(read('./face-verify-events.ts'), /^ {2}'(face-verify-[a-z-]+)'/gm);
  expect(names(declared.events)).toEqual(events.sort());
});

test('the manifest has every part, property, slot and state', () => {
  const parts = all(views + element, /part="([^"]+)"/g).flatMap((value) => value.split(' '));
  expect(names(declared.cssParts)).toEqual([...new Set(parts)].sort());
  expect(names(declared.cssProperties)).toEqual(
    all(read('./views/theme-styles.ts'), /var\((--face-verify-[a-z-]+)/g).sort(),
  );
  expect(names(declared.slots)).toEqual(['alternative', 'consent', ...ELEMENT_PHASES].sort());
  expect(names(declared.cssStates)).toEqual([...ELEMENT_PHASES, ...OUTCOMES].sort());
});
