import type { Plugin } from 'vite';

/** What Lit asks of a page the moment that it is imported, and what stands in its place where there is none. */
const ASKED: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  '@lit/reactive-element/reactive-element.js': [['extends HTMLElement{', 'extends(globalThis.HTMLElement??Object){']],
  'lit-html/lit-html.js': [
    ['=document,', '=globalThis.document,'],
    ['.createTreeWalker(', '?.createTreeWalker('],
  ],
};

/** Lit's modules for pages, which servers can import too. Its modules for servers would bring a page of their own along. */
export const importableOnServers: Plugin = {
  name: 'importable-on-servers',
  transform(code, id) {
    const [, asked] = Object.entries(ASKED).find(([module]) => id.endsWith(`/node_modules/${module}`)) ?? [];
    if (asked === undefined) return undefined;
    const replaced = asked.reduce((before, [text, instead]) => {
      const after = before.replace(text, instead);
      if (after === before) this.error(`Lit has changed: there is no “${text}”.`);
      return after;
    }, code);
    return { code: replaced, map: null };
  },
};
