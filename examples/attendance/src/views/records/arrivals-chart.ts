import { css, html, type TemplateResult } from 'lit';
import { View } from '../../app/view.ts';
import type { ArrivalBin } from '../../domain/records/arrivals.ts';
import { controls } from '../../styles/controls.ts';
import { sayTime } from '../parts/dates.ts';

/** When people came, as bars. The library that draws it is fetched when it is first shown. */
class ArrivalsChart extends View {
  static override properties = { ...View.properties, bins: { attribute: false }, _chart: { state: true } };

  declare bins: readonly ArrivalBin[];
  declare _chart: Element | undefined;
  #drawn = '';

  protected override render(): TemplateResult {
    const { records: say, language } = this.app.messages;
    const most = this.bins.reduce((a, b) => (b.count > a.count ? b : a));
    return html`
      <figure class="card">
        <figcaption>
          <h2>${say.arrivals}</h2>
          <p class="fine">${say.arrivalsMost(say.people(most.count), sayTime(most.from, language))}</p>
        </figcaption>
        <div class="chart" aria-hidden="true">${this._chart}</div>
      </figure>
    `;
  }

  protected override updated(): void {
    void this.#draw();
  }

  async #draw(): Promise<void> {
    const { records: say, language } = this.app.messages;
    const width = Math.min(MOST_PX, this.renderRoot.querySelector('.chart')?.clientWidth ?? MOST_PX);
    const wanted = JSON.stringify([language, width, this.bins]);
    if (wanted === this.#drawn) return;
    this.#drawn = wanted;
    const data = this.bins.map(({ from, count }) => ({ time: sayTime(from, language), count }));
    const { barY, plot, ruleY } = await import('@observablehq/plot');
    if (wanted !== this.#drawn) return;
    const times = data.map(({ time }) => time);
    // As many times as there is room for.
    const every = Math.max(1, Math.ceil(times.length / Math.floor(width / TICK_PX)));
    const digits = new Intl.NumberFormat(language);
    this._chart = plot({
      width,
      height: HEIGHT_PX,
      marginTop: 8,
      style: { background: 'none', fontSize: '12px', overflow: 'visible' },
      x: { type: 'band', domain: times, ticks: times.filter((_, i) => i % every === 0), label: null },
      y: {
        tickFormat: (count: number) => (Number.isInteger(count) ? digits.format(count) : ''),
        ticks: 4,
        label: null,
        grid: true,
      },
      marks: [
        barY(data, {
          x: 'time',
          y: 'count',
          fill: 'var(--accent)',
          title: ({ time, count }: (typeof data)[number]) => `${time}: ${say.people(count)}`,
        }),
        ruleY([0]),
      ],
    });
  }

  static override styles = [
    controls,
    css`
      figure {
        margin: 0;
      }

      .chart {
        block-size: 170px;
        direction: ltr;
      }
    `,
  ];
}

const MOST_PX = 760;
/** Room for one time of day. */
const TICK_PX = 80;
const HEIGHT_PX = 170;

customElements.define('arrivals-chart', ArrivalsChart);
