import { css, html, type TemplateResult } from 'lit';
import { View } from '../../app/view.ts';
import { controls } from '../../styles/controls.ts';
import type { Note } from '../parts/undo-note.ts';
import '../parts/undo-note.ts';
import './settings-attendance.ts';
import './settings-backup.ts';
import './settings-device.ts';
import './settings-erase.ts';
import './settings-faces.ts';
import './settings-kiosks.ts';
import './settings-retention.ts';

/** All that can be set; each part saves by itself. */
class SettingsView extends View {
  static override properties = { ...View.properties, _note: { state: true } };

  declare _note: Note | undefined;

  protected override render(): TemplateResult {
    const { app } = this;
    const { settings: say, people, app: around } = app.messages;
    const noted = ({ detail }: CustomEvent<Note>) => {
      this._note = detail;
    };
    const close = () => {
      this._note = undefined;
    };
    return html`
      <div class="stack" @noted=${noted}>
        <h1>${say.title}</h1>
        <p class="fine">${say.shared}</p>
        <div class="columns">
          <div class="stack">
            <settings-faces .app=${app}></settings-faces>
            <settings-attendance .app=${app}></settings-attendance>
            <settings-retention .app=${app}></settings-retention>
          </div>
          <div class="stack">
            <settings-device .app=${app}></settings-device>
            <settings-backup .app=${app}></settings-backup>
            <settings-kiosks .app=${app}></settings-kiosks>
            <settings-erase .app=${app}></settings-erase>
          </div>
        </div>
      </div>
      <undo-note .note=${this._note} undoLabel=${people.person.undo} closeLabel=${around.close} @closed=${close}></undo-note>
    `;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }

      .columns {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 28rem), 1fr));
        gap: 1rem;
        align-items: start;
      }
    `,
  ];
}

customElements.define('settings-view', SettingsView);
