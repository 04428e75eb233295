import { FaceVerifyElement } from '@face-verify/element';
import ada from '@face-verify/testkit/fixtures/ada-front.jpg?url';
import { CAMERA, type ShownState, STATES } from './states.ts';

/** Shows one state, and never leaves it. */
class StillElement extends FaceVerifyElement {
  still: ShownState = { name: 'idle', state: { phase: 'idle' } };

  protected override async findUnsupported() {
    const { state } = this.still;
    return state.phase === 'unsupported' ? state.code : undefined;
  }

  protected override createSessions() {
    const { state } = this.still;
    return {
      open: async ({ video }: { video: HTMLVideoElement }) => {
        video.srcObject = stream;
        await video.play();
        return {
          state,
          camera: CAMERA,
          subscribe: () => undefined,
          switchCamera: () => undefined,
          stop: () => undefined,
        };
      },
      look: () => new Promise<never>(() => undefined),
      dispose: () => undefined,
    };
  }
}

const parameters = new URLSearchParams(location.search);
const stream = await drawnCamera();
customElements.define('still-element', StillElement);
document.documentElement.lang = parameters.get('locale') ?? 'en';
document.documentElement.style.setProperty('--width', parameters.get('width') ?? '22rem');
const only = parameters.get('only');
for (const shown of STATES.filter(({ name }) => only === null || name === only)) await show(shown);
document.documentElement.dataset.ready = '';

async function show(shown: ShownState): Promise<void> {
  const { state, name, mode = 'verify' } = shown;
  const section = document.createElement('section');
  section.innerHTML = '<h2></h2>';
  (section.firstElementChild as HTMLElement).textContent = name;
  const element = document.createElement('still-element') as StillElement;
  Object.assign(element, { still: shown, mode, allowPhotograph: true });
  element.innerHTML = '<a slot="alternative" href="#pin">PIN</a>';
  section.append(element);
  document.querySelector('main')?.append(section);
  if (state.phase === 'idle' || state.phase === 'unsupported') return;
  await element.updateComplete;
  if (mode === 'enrol') element.shadowRoot?.querySelector<HTMLElement>('[type=checkbox]')?.click();
  if (state.phase === 'photograph') return element.startWithPhotograph(new Blob());
  await element.start();
}

/** A camera that sees Ada. */
async function drawnCamera(): Promise<MediaStream> {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: 640, height: 480 });
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  const image = await createImageBitmap(await (await fetch(ada)).blob());
  const draw = () => {
    context.fillStyle = '#8fa6b8';
    context.fillRect(0, 0, 640, 480);
    context.drawImage(image, 80, 0, 480, 480);
  };
  draw();
  setInterval(draw, 200);
  return canvas.captureStream();
}
