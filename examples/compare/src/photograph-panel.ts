import type { CaptureResult } from 'face-verify';
import type { SideState } from './comparison.ts';
import { drawPhotograph } from './draw-photograph.ts';
import { explainError, explainRefusal } from './explain.ts';
import { part } from './find.ts';
import { drawOverlay } from './overlay.ts';
import { type Photograph, photographsFrom, SIDE_LABEL, type Side } from './photograph.ts';
import { writeText } from './write-text.ts';

interface PanelActions {
  readonly place: (side: Side, photographs: readonly Photograph[]) => void;
  readonly takePhotograph: (side: Side) => void;
  readonly remove: (side: Side) => void;
}

/** One photograph's place: takes the photograph, shows it and what was found in it. */
export class PhotographPanel {
  readonly #side: Side;
  readonly #root: HTMLElement;
  #shown: Photograph | undefined;
  #drawing = new AbortController();

  constructor(root: HTMLElement, template: HTMLTemplateElement, side: Side, actions: PanelActions) {
    this.#side = side;
    this.#root = root;
    root.append(template.content.cloneNode(true));
    part(root, 'title', HTMLHeadingElement).textContent = SIDE_LABEL[side];
    for (const name of ['choose', 'change', 'camera', 'remove', 'file', 'photograph', 'overlay', 'status']) {
      part(root, name, Element).setAttribute('data-testid', `${name}-${side}`);
    }
    part(root, 'remove', HTMLElement).setAttribute('aria-label', `Remove the ${SIDE_LABEL[side].toLowerCase()}`);
    this.#listen(actions);
    this.render({ status: 'empty' });
  }

  render(state: SideState): void {
    const photograph = state.status === 'empty' ? undefined : state.photograph;
    void this.#showPhotograph(state.status === 'captured' ? state.photograph : undefined);
    part(this.#root, 'stage-note', HTMLElement).hidden = state.status !== 'failed';
    const capture = state.status === 'captured' ? state.capture : undefined;
    this.#root.dataset.state = capture?.outcome ?? state.status;
    part(this.#root, 'name', HTMLElement).textContent = photograph?.name ?? '';
    part(this.#root, 'choose', HTMLElement).hidden = photograph !== undefined;
    part(this.#root, 'change-text', HTMLElement).textContent = photograph === undefined ? 'Choose' : 'Change';
    part(this.#root, 'remove', HTMLElement).hidden = photograph === undefined;
    writeText(part(this.#root, 'status', HTMLElement), this.#describe(state));
    this.#showFindings(capture);
  }

  /** Shows a photograph that the verifier could open: it refuses those that would fill the memory. */
  async #showPhotograph(photograph: Photograph | undefined): Promise<void> {
    if (photograph === this.#shown) return;
    this.#shown = photograph;
    this.#drawing.abort();
    this.#drawing = new AbortController();
    const { signal } = this.#drawing;
    const canvas = part(this.#root, 'photograph', HTMLCanvasElement);
    canvas.hidden = true;
    if (photograph === undefined) return;
    const drawn = await drawPhotograph(canvas, photograph.blob, signal);
    if (signal.aborted) return;
    canvas.setAttribute('aria-label', `${SIDE_LABEL[this.#side]}: ${photograph.name}`);
    canvas.hidden = !drawn;
  }

  #showFindings(capture: CaptureResult | undefined): void {
    const overlay = part(this.#root, 'overlay', SVGSVGElement);
    const faces = capture?.outcome === 'captured' ? 1 : capture?.detections.length;
    this.#root.dataset.faces = faces === undefined ? '' : String(faces);
    if (capture === undefined) overlay.replaceChildren();
    else drawOverlay(overlay, capture);
  }

  #describe(state: SideState): string {
    if (state.status === 'empty') return '';
    if (state.status === 'pending') return 'Waiting to be looked at …';
    if (state.status === 'failed') return explainError(state.error.code).what;
    if (state.capture.outcome === 'captured') return 'One face, five points';
    return explainRefusal(state.capture.reason, this.#side).what;
  }

  #listen({ place, takePhotograph, remove }: PanelActions): void {
    const file = part(this.#root, 'file', HTMLInputElement);
    for (const name of ['choose', 'change']) {
      part(this.#root, name, HTMLElement).addEventListener('click', () => file.click());
    }
    file.addEventListener('change', () => {
      place(this.#side, photographsFrom(file.files));
      file.value = ''; // so that choosing the same file again is a change
    });
    part(this.#root, 'camera', HTMLElement).addEventListener('click', () => takePhotograph(this.#side));
    part(this.#root, 'remove', HTMLElement).addEventListener('click', () => {
      remove(this.#side);
      part(this.#root, 'choose', HTMLElement).focus();
    });
  }
}
