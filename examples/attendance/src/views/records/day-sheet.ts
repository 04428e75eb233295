import { css, html, type TemplateResult } from 'lit';
import { View } from '../../app/view.ts';
import type { DayView, PersonDay } from '../../domain/records/day-view.ts';
import { controls } from '../../styles/controls.ts';
import { sayDate, sayTime } from '../parts/dates.ts';

/** A day as a sheet of paper: everybody by name, with room for remarks. */
class DaySheet extends View {
  static override properties = { ...View.properties, view: { attribute: false } };

  declare view: DayView;

  protected override render(): TemplateResult {
    const { records: say, language } = this.app.messages;
    const { day, arrived, missing } = this.view;
    const collator = new Intl.Collator(language, { numeric: true });
    const came = arrived.map((one) => ({ person: this.app.store.people.get(one.person), came: one }));
    const rows = [...came, ...missing.map((person) => ({ person, came: undefined }))];
    rows.sort((a, b) => collator.compare(a.person?.name ?? '', b.person?.name ?? ''));
    const headings = [say.name, say.number, say.group, say.in, say.out, say.remark];
    return html`
      <h1>${say.sheet(sayDate(day, language, 'full'))}</h1>
      <p>${say.arrived}: ${arrived.length} · ${say.missing}: ${missing.length}</p>
      <table>
        <thead>
          <tr>${headings.map((heading) => html`<th scope="col">${heading}</th>`)}</tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ person, came: one }) => html`
              <tr>
                <td>${person?.name ?? say.unknown}</td>
                <td>${person?.number}</td>
                <td>${person?.group}</td>
                <td>${this.#time(one?.firstIn)}</td>
                <td>${one?.now === 'in' ? '' : this.#time(one?.lastOut)}</td>
                <td>${one?.records.some(({ corrections }) => corrections.length > 0) ? say.corrected : ''}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    `;
  }

  #time(record: PersonDay['firstIn']): string {
    return record === undefined ? '' : sayTime(record.localTime, this.app.messages.language);
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        color: #000;
        font-size: 0.8125rem;
      }

      th,
      td {
        padding: 0.25rem 0.5rem;
        border: 1px solid #888;
        color: #000;
      }

      td:last-child {
        inline-size: 25%;
      }

      thead {
        display: table-header-group;
      }

      tr {
        break-inside: avoid;
      }
    `,
  ];
}

customElements.define('day-sheet', DaySheet);
