import { css, html, nothing, type TemplateResult } from 'lit';
import { unsafeSVG } from 'lit/directives/unsafe-svg.js';
import { View } from '../../app/view.ts';
import { controls } from '../../styles/controls.ts';
import { qrSvg } from '../parts/qr-svg.ts';
import './code-scanner.ts';

/** Shows a code to another kiosk, and takes the other's: by camera, or as text. Tells `taken`. */
class CodeExchange extends View {
  static override properties = {
    ...View.properties,
    code: { attribute: false },
    label: {},
    _isScanning: { state: true },
    _isCopied: { state: true },
  };

  /** Undefined while there is nothing to show. */
  declare code: string | undefined;
  /** Of what is taken; empty where nothing is. */
  declare label: string;
  declare _isScanning: boolean;
  declare _isCopied: boolean;

  constructor() {
    super();
    this.label = '';
    this._isScanning = this._isCopied = false;
  }

  protected override render(): TemplateResult {
    return html`
      <div class="stack">
        ${this.code === undefined ? nothing : this.#shown(this.code)} ${this.label === '' ? nothing : this.#taken()}
      </div>
    `;
  }

  #shown(code: string): TemplateResult {
    const { kiosks: say } = this.app.messages.settings;
    const copy = async () => {
      await navigator.clipboard.writeText(code);
      this._isCopied = true;
    };
    return html`
      <div class="code" role="img" aria-label=${say.code} data-code=${code}>${unsafeSVG(qrSvg(code))}</div>
      <div><button @click=${copy}>${this._isCopied ? say.copied : say.copy}</button></div>
    `;
  }

  #taken(): TemplateResult {
    const { kiosks: say } = this.app.messages.settings;
    const toggle = () => {
      this._isScanning = !this._isScanning;
    };
    const scanned = ({ detail }: CustomEvent<string>) => this.#tell(detail);
    return html`
      <div><button @click=${toggle}>${this._isScanning ? say.stopScan : say.scan}</button></div>
      ${this._isScanning ? html`<code-scanner .app=${this.app} @scanned=${scanned}></code-scanner>` : nothing}
      <form @submit=${this.#pasted}>
        <label>${this.label}<textarea name="text" rows="3" dir="ltr" spellcheck="false" required placeholder=${say.paste}></textarea></label>
        <div><button>${say.take}</button></div>
      </form>
    `;
  }

  #pasted(event: SubmitEvent): void {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget as HTMLFormElement).get('text')).trim();
    if (text !== '') this.#tell(text);
  }

  #tell(text: string): void {
    this._isScanning = false;
    this.dispatchEvent(new CustomEvent('taken', { detail: text }));
  }

  static override styles = [
    controls,
    css`
      .code {
        inline-size: min(18rem, 100%);
        background: #fff;
      }

      .code svg {
        display: block;
        inline-size: 100%;
      }

      form {
        display: grid;
        gap: 0.75rem;
      }

      textarea {
        font-family: ui-monospace, monospace;
        font-size: 0.875rem;
        resize: vertical;
      }
    `,
  ];
}

customElements.define('code-exchange', CodeExchange);
