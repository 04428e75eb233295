import { type Photograph, photographsFrom, SIDES, type Side } from './photograph.ts';

/**
 * Takes photographs that are dropped on or pasted into the page, and keeps a missed drop from leaving it.
 * They go to the side under the pointer or with the focus, otherwise to the first that is empty.
 */
export function listenForPhotographs(
  isEmpty: (side: Side) => boolean,
  place: (side: Side, photographs: readonly Photograph[]) => void,
): void {
  const sideAt = (target: EventTarget | null): Side => {
    const named = target instanceof Element ? target.closest<HTMLElement>('[data-side]')?.dataset.side : undefined;
    return SIDES.find((side) => side === named) ?? SIDES.find(isEmpty) ?? 'reference';
  };
  const highlight = (side: Side | undefined): void => {
    for (const panel of document.querySelectorAll<HTMLElement>('[data-side]')) {
      panel.classList.toggle('drop-target', panel.dataset.side === side);
    }
  };

  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    if (event.dataTransfer?.types.includes('Files')) highlight(sideAt(event.target));
  });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) highlight(undefined);
  });
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    highlight(undefined);
    place(sideAt(event.target), photographsFrom(event.dataTransfer?.files));
  });
  document.addEventListener('paste', (event) => {
    place(sideAt(document.activeElement), photographsFrom(event.clipboardData?.files));
  });
}
