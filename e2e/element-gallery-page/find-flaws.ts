/**
 * What looks wrong on the page: boxes that reach out of the element's, text that is cut off or lies over other text, words
 * that are broken in two, and states of one mode that take more or less room than others. Runs in the page.
 */
export function findFlaws(): string[] {
  const flaws = new Set<string>();
  const heights = new Map<string, Set<number>>();
  const isSpaced = !/^(?:zh|ja)/.test(document.documentElement.lang);
  const name = (of: Element) => of.getAttribute('part') || of.className || of.tagName;

  const isSeen = (part: Element) =>
    part.checkVisibility({ visibilityProperty: true }) && part.closest('.unseen') === null;

  /** Runs of text that are seen, of the element's own tree and of what the page put into it. */
  const textsIn = (root: Node): Text[] =>
    [...root.childNodes].flatMap((node) => {
      if (node instanceof Text) return node.data.trim() === '' ? [] : [node];
      if (!(node instanceof Element) || !isSeen(node) || node instanceof HTMLStyleElement) return [];
      if (node instanceof HTMLSlotElement && node.assignedNodes().length > 0)
        return node.assignedNodes().flatMap(textsIn);
      return textsIn(node);
    });

  const rangeOf = (text: Text, from = 0, to = text.length) => {
    const range = document.createRange();
    range.setStart(text, from);
    range.setEnd(text, to);
    return range;
  };

  const meet = (a: DOMRect, b: DOMRect) =>
    a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;

  for (const element of document.querySelectorAll('still-element')) {
    const state = element.previousElementSibling?.textContent;
    const root = element.shadowRoot;
    const frame = root?.querySelector('.frame');
    const side = root?.querySelector('.side');
    const stage = root?.querySelector('.stage');
    if (!root || !frame || !side || !stage) return ['The element is not drawn.'];
    const outer = frame.getBoundingClientRect();
    const mode = element.getAttribute('mode') ?? '';
    heights.set(mode, (heights.get(mode) ?? new Set()).add(Math.round(outer.height)));

    if (meet(stage.getBoundingClientRect(), side.getBoundingClientRect()))
      flaws.add(`${state}: words over the picture`);
    for (const part of side.querySelectorAll<HTMLElement>('*')) {
      const { left, right, width, top, bottom } = part.getBoundingClientRect();
      const isOutside =
        left < outer.left - 1 || right > outer.right + 1 || top < outer.top - 1 || bottom > outer.bottom + 1;
      if (width > 0 && isOutside) flaws.add(`${state}: ${name(part)} reaches out of the element`);
      if (getComputedStyle(part).display !== 'inline' && part.scrollWidth > part.clientWidth + 1)
        flaws.add(`${state}: ${name(part)} is cut off`);
    }

    const texts = textsIn(side);
    for (const text of isSpaced ? texts : []) {
      for (const { index, 0: word } of text.data.matchAll(/[^\s-]+/g)) {
        const tops = [...rangeOf(text, index, index + word.length).getClientRects()].map(({ top }) => Math.round(top));
        if (new Set(tops).size > 1) flaws.add(`${state}: “${word}” is broken`);
      }
    }
    const boxes = texts.map((text) => ({ text, box: rangeOf(text).getBoundingClientRect() }));
    for (const [i, a] of boxes.entries()) {
      for (const b of boxes.slice(i + 1)) {
        if (meet(a.box, b.box)) flaws.add(`${state}: “${a.text.data.trim()}” lies over “${b.text.data.trim()}”`);
      }
    }
  }
  for (const [mode, different] of heights) {
    if (different.size > 1) flaws.add(`${mode}: heights of ${[...different].join(', ')} px`);
  }
  if (document.documentElement.scrollWidth > window.innerWidth) flaws.add('The page has to be scrolled sideways.');
  return [...flaws];
}
