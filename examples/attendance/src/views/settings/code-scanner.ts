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
  #stop = () => {};

  constructor() {
    super();
    this._hasNoCamera = false;
  }

  protected override firstUpdated(): void {
    void this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
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
      const { scanCards } = await import('../../kiosk/scan-card.ts');
      if (this.isConnected) this.#stop = scanCards(video, (text) => this.#tell(text));
    } catch {
      this._hasNoCamera = this.isConnected;
    }
  }

  #tell(text: string): void {
    this.dispatchEvent(new CustomEvent('scanned', { detail: text }));
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

customElements.define('code-scanner', CodeScanner);
