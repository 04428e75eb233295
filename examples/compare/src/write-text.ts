/** Writes only what has changed, so that a screen reader is not told the same thing twice. */
export function writeText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
