import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { controls } from '../../styles/controls.ts';

/** A place for files: chosen, or dropped on it. Tells `files` with what it was given. */
class FileDrop extends LitElement {
  static override properties = {
    label: {},
    button: {},
    help: {},
    accept: {},
    multiple: { type: Boolean },
    folder: { type: Boolean },
    disabled: { type: Boolean },
    _isOver: { state: true },
  };

  declare label: string;
  /** What the button says. */
  declare button: string;
  declare help: string;
  /** As of a file input. */
  declare accept: string;
  declare multiple: boolean;
  /** A folder with all that is in it. */
  declare folder: boolean;
  declare disabled: boolean;
  declare _isOver: boolean;

  constructor() {
    super();
    this.label = this.button = this.help = this.accept = '';
    this.multiple = this.folder = this.disabled = this._isOver = false;
  }

  protected override render(): TemplateResult {
    return html`
      <label class="drop" ?data-over=${this._isOver} @dragover=${this.#over} @dragleave=${this.#out} @drop=${this.#dropped}>
        <span>${this.label}</span>
        <input class="unseen" type="file" ?multiple=${this.multiple || this.folder} ?webkitdirectory=${this.folder}
          accept=${this.accept || nothing} ?disabled=${this.disabled} aria-label=${this.label} @change=${this.#chosen} />
        <span class="button" aria-hidden="true">${this.button}</span>
        ${this.help === '' ? nothing : html`<span class="help">${this.help}</span>`}
      </label>
    `;
  }

  #over(event: DragEvent): void {
    event.preventDefault();
    this._isOver = !this.disabled;
  }

  #out(): void {
    this._isOver = false;
  }

  async #dropped(event: DragEvent): Promise<void> {
    event.preventDefault();
    this._isOver = false;
    if (this.disabled || event.dataTransfer === null) return;
    this.#tell(await droppedFiles(event.dataTransfer));
  }

  #chosen({ currentTarget }: Event): void {
    const input = currentTarget as HTMLInputElement;
    const files = [...(input.files ?? [])];
    // So that the same file can be chosen again.
    input.value = '';
    this.#tell(files);
  }

  #tell(files: readonly File[]): void {
    if (files.length > 0) this.dispatchEvent(new CustomEvent<readonly File[]>('files', { detail: files }));
  }

  static override styles = [
    controls,
    css`
      .drop {
        position: relative;
        padding: 1rem;
        border: 1px dashed var(--edge);
        border-radius: var(--round-small);
        background: var(--page);
      }

      .drop[data-over] {
        border-color: var(--accent);
        background: var(--accent-tint);
      }

      .button {
        justify-self: start;
      }

      .drop:has(:focus-visible) .button {
        outline: 3px solid var(--accent);
        outline-offset: 2px;
      }

      .drop:has(:disabled) .button {
        cursor: default;
        opacity: 0.55;
      }
    `,
  ];
}

/** Files and, where folders were dropped, all that is in them, named by their paths. */
async function droppedFiles({ items }: DataTransfer): Promise<readonly File[]> {
  const dropped = [...items]
    .filter(({ kind }) => kind === 'file')
    // What lies in no folder has no entry, as a picture that another program holds.
    .map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile());
  const found = dropped.map((file) => (file === null || file instanceof File ? [file] : filesIn(file)));
  return (await Promise.all(found)).flat().filter((file) => file !== null);
}

async function filesIn(entry: FileSystemEntry): Promise<readonly File[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    const path = entry.fullPath.replace(/^\//, '');
    return [Object.defineProperty(file, 'webkitRelativePath', { value: path.includes('/') ? path : '' })];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    // A reader gives some hundred at a time, and none at the end.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) break;
    found.push(...some);
  }
  return (await Promise.all(found.map(filesIn))).flat();
}

/** Where a file lies below the folder that was chosen, or its name. */
export function pathOf(file: File): string {
  return file.webkitRelativePath || file.name;
}

customElements.define('file-drop', FileDrop);
