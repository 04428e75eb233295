import { virtualize } from '@lit-labs/virtualizer/virtualize.js';
import { css, html, type TemplateResult } from 'lit';
import { View } from '../../app/view.ts';
import type { RosterRow } from '../../domain/csv/plan-roster-import.ts';
import type { BulkPlan } from '../../people/plan-bulk.ts';
import { controls } from '../../styles/controls.ts';

type Planned = Extract<BulkPlan, { outcome: 'planned' }>;

/** What would become of each row. */
class ImportReport extends View {
  static override properties = { ...View.properties, plan: { attribute: false } };

  declare plan: Planned;

  protected override render(): TemplateResult {
    const { bulk: say } = this.app.messages;
    const { rows } = this.plan;
    const counts = OUTCOMES.map((outcome) => [outcome, rows.filter((row) => row.outcome === outcome).length] as const);
    // What somebody has to look at comes first.
    const sorted = rows.toSorted((a, b) => Number(b.outcome === 'refused') - Number(a.outcome === 'refused'));
    return html`
      <section class="card" aria-labelledby="report">
        <h2 id="report">${say.report}</h2>
        <p class="row totals">
          ${counts
            .filter(([, count]) => count > 0)
            .map(
              ([outcome, count]) => html`<span class="badge ${LOOKS[outcome]}">${say.totals[outcome](count)}</span>`,
            )}
        </p>
        <div role="list" aria-labelledby="report">
          ${virtualize<RosterRow>({
            items: sorted as RosterRow[],
            renderItem: (row, i) => this.#row(row, i, sorted.length),
          })}
        </div>
      </section>
    `;
  }

  #row(row: RosterRow, i: number, count: number): TemplateResult {
    const { bulk: say, language } = this.app.messages;
    const number = new Intl.NumberFormat(language).format(row.row);
    const person = 'person' in row ? row.person : undefined;
    const files = person === undefined ? 0 : (this.plan.photographs.get(person.id)?.length ?? 0);
    return html`
      <div role="listitem" class="line" aria-setsize=${count} aria-posinset=${i + 1}>
        <span class="fine">${say.row} ${number}</span>
        <span class="name">${this.#name(row)}</span>
        <span class="fine">${files === 0 ? '' : say.files(files)}</span>
        <span class="badge ${LOOKS[row.outcome]}">${row.outcome === 'repeated' ? this.#why(row) : say.outcomes[row.outcome]}</span>
      </div>
    `;
  }

  /** Of a row that repeats another, the other's; of one that is refused, why. */
  #name(row: RosterRow): string {
    if (row.outcome !== 'repeated') return 'person' in row ? row.person.name : this.#why(row);
    const first = this.plan.rows.find((other) => other.row === row.ofRow);
    return first !== undefined && 'person' in first ? first.person.name : '';
  }

  #why(row: RosterRow): string {
    const { bulk: say, language } = this.app.messages;
    if (row.outcome === 'refused') return say.refusals[row.reason];
    return row.outcome === 'repeated' ? say.outcomes.repeated(new Intl.NumberFormat(language).format(row.ofRow)) : '';
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }

      .totals {
        margin-block: 0.75rem;
      }

      .line {
        display: grid;
        grid-template-columns: 6rem minmax(0, 1fr) auto auto;
        gap: 0.25rem 1rem;
        align-items: baseline;
        inline-size: 100%;
        padding: 0.5rem 0;
        border-block-start: 1px solid var(--line);
      }

      .name {
        overflow-wrap: anywhere;
      }

      .badge {
        justify-self: end;
      }

      @media (max-width: 40rem) {
        .line {
          grid-template-columns: minmax(0, 1fr) auto;
        }

        .name {
          grid-area: 1 / 1;
        }

        .badge {
          grid-area: 1 / 2;
          white-space: normal;
        }
      }
    `,
  ];
}

const OUTCOMES = ['refused', 'new', 'changed', 'repeated', 'same'] as const satisfies readonly RosterRow['outcome'][];

const LOOKS: Readonly<Record<RosterRow['outcome'], string>> = {
  new: 'good',
  changed: 'good',
  same: '',
  repeated: 'unsure',
  refused: 'bad',
};

customElements.define('import-report', ImportReport);
