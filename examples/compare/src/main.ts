import { createFaceVerifier, DEFAULT_MODEL } from 'face-verify';
import { takePhotograph } from './camera-dialog.ts';
import { Comparison, type ComparisonState } from './comparison.ts';
import { renderDetails } from './details-view.ts';
import { renderEngine } from './engine-status.ts';
import { find } from './find.ts';
import { listModels } from './model-list.ts';
import { SHIPPED_MODELS, TARGET_FMR } from './models.ts';
import { type Photograph, SIDES, type Side } from './photograph.ts';
import { listenForPhotographs } from './photograph-intake.ts';
import { PhotographPanel } from './photograph-panel.ts';
import { renderResult } from './result-view.ts';
import { loadSample } from './samples.ts';
import { allowTiming, listUntrained } from './untrained-view.ts';

/** `?backend=webgpu` or `?backend=wasm` insists on one; anything else lets the verifier choose. */
function requestedBackend(): 'webgpu' | 'wasm' | 'auto' {
  const asked = new URLSearchParams(location.search).get('backend');
  return asked === 'webgpu' || asked === 'wasm' ? asked : 'auto';
}

const byTestId = (id: string): HTMLElement => find(document, `[data-testid="${id}"]`, HTMLElement);

const engine = byTestId('engine');
const result = byTestId('result');
const details = find(document, '.details', HTMLElement);
const cameraDialog = find(document, 'dialog.camera', HTMLDialogElement);
const template = find(document, '#photograph-template', HTMLTemplateElement);

const untrained = find(document, 'details.untrained', HTMLDetailsElement);

/** The verifier's own choice, until the visitor makes another. */
let model: string = DEFAULT_MODEL;

const comparison = new Comparison(
  (options) => createFaceVerifier({ backend: requestedBackend(), model, threshold: { fmr: TARGET_FMR }, ...options }),
  render,
);

const place = (side: Side, photographs: readonly Photograph[]): void => void comparison.place(side, photographs);

async function placeFromCamera(side: Side): Promise<void> {
  const blob = await takePhotograph(cameraDialog);
  if (blob !== undefined) place(side, [{ blob, name: 'From the camera' }]);
}

const panels = SIDES.map((side) => {
  const panel = new PhotographPanel(byTestId(`panel-${side}`), template, side, {
    place,
    takePhotograph: placeFromCamera,
    remove: (removed) => void comparison.remove(removed),
  });
  return { side, panel };
});

function render(state: ComparisonState): void {
  renderEngine(engine, state.engine);
  for (const { side, panel } of panels) panel.render(state.sides[side]);
  renderResult(result, state);
  renderDetails(details, state);
  allowTiming(untrained, state.engine.status === 'ready');
  const nothing = SIDES.every((side) => state.sides[side].status === 'empty');
  for (const id of ['swap', 'clear']) find(document, `[data-testid="${id}"]`, HTMLButtonElement).disabled = nothing;
}

listenForPhotographs((side) => comparison.state.sides[side].status === 'empty', place);
byTestId('swap').addEventListener('click', () => void comparison.swap());
byTestId('clear').addEventListener('click', () => void comparison.remove(...SIDES));
byTestId('retry').addEventListener('click', () => void comparison.load());
byTestId('sample-same').addEventListener('click', async () => place('probe', await loadSample('same')));
byTestId('sample-different').addEventListener('click', async () => place('probe', await loadSample('different')));

listModels(byTestId('models'), SHIPPED_MODELS, model, (id) => {
  model = id;
  void comparison.load();
});
listUntrained(
  untrained,
  SHIPPED_MODELS.map(({ architecture }) => architecture),
);

void comparison.load();
