import { css, html, nothing, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { View } from '../../app/view.ts';
import { controls } from '../../styles/controls.ts';

/** Reads QR codes before the camera, as long as it is in the page. Tells `scanned`. */
class CodeScanner extends View {
  static override properties = { ...View.properties, _hasNoCamera: { state: true } };

  declare _hasNoCamera: boolean;
  readonly #video = createRef<HTMLVideoElement>();
  #stream: MediaStream | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this._hasNoCamera = false;
  }

  protected override firstUpdated(): void {
    void this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
  }

  protected override render(): TemplateResult {
    return html`
      <video ${ref(this.#video)} muted playsinline aria-hidden="true"></video>
      <p class="error" role="alert">${this._hasNoCamera ? this.app.messages.settings.kiosks.noCamera : nothing}</p>
    `;
  }

  async #open(): Promise<void> {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: 1280 } });
      this.#stream = stream;
      const video = this.#video.value;
      // It may have left the page while the browser asked.
      if (!this.isConnected || video === undefined) {
        for (const track of stream.getTracks()) track.stop();
        return;
      }
      video.srcObject = stream;
      await video.play();
      const { default: decodeQR } = await import('qr/decode.js');
      this.#look(video, decodeQR);
    } catch {
      this._hasNoCamera = this.isConnected;
    }
  }

  #look(video: HTMLVideoElement, decode: (image: ImageData) => string): void {
    if (!this.isConnected) return;
    const text = read(video, decode);
    if (text !== undefined) this.dispatchEvent(new CustomEvent('scanned', { detail: text }));
    else this.#timer = setTimeout(() => this.#look(video, decode), PAUSE_MS);
  }

  static override styles = [
    controls,
    css`
      video {
        inline-size: min(24rem, 100%);
        aspect-ratio: 4 / 3;
        border-radius: var(--round-small);
        background: var(--well);
        object-fit: cover;
      }
    `,
  ];
}

/** Between looks, so that the page stays quick. */
const PAUSE_MS = 150;

function read(video: HTMLVideoElement, decode: (image: ImageData) => string): string | undefined {
  const { videoWidth, videoHeight } = video;
  if (videoWidth === 0) return undefined;
  const context = new OffscreenCanvas(videoWidth, videoHeight).getContext('2d', { willReadFrequently: true });
  context?.drawImage(video, 0, 0);
  const image = context?.getImageData(0, 0, videoWidth, videoHeight);
  try {
    return image && decode(image);
  } catch {
    // No code in this frame.
    return undefined;
  }
}

customElements.define('code-scanner', CodeScanner);
