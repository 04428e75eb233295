import { FaceVerifyError } from 'face-verify';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { routeHash } from '../../app/route.ts';
import { View } from '../../app/view.ts';
import { writeCsv } from '../../domain/csv/write-csv.ts';
import type { PersonId } from '../../domain/person.ts';
import type { AssignmentReport } from '../../people/enrol-many.ts';
import type { ImportJob, ImportState } from '../../people/import-job.ts';
import { controls } from '../../styles/controls.ts';
import { CSV, saveFile } from '../parts/save-file.ts';
import { tellFailure } from '../parts/tell-failure.ts';

/** How far an import is, and in the end what became of everybody. Tells `again` for another one. */
class ImportProgress extends View {
  static override properties = { ...View.properties, job: { attribute: false } };

  declare job: ImportJob;
  #unwatch = () => {};

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('job')) return;
    this.#unwatch();
    this.#unwatch = this.job.state.watch(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch();
  }

  protected override render(): TemplateResult {
    const { bulk: say, people } = this.app.messages;
    const { current } = this.job.state;
    const isOver = ['done', 'stopped', 'failed'].includes(current.phase);
    const again = () => this.dispatchEvent(new CustomEvent('again'));
    return html`
      <section class="card stack" data-phase=${current.phase}>
        <h2 role="status">${isOver ? this.#end(current) : say.enrolling}</h2>
        ${current.savedCount > 0 ? html`<p>${say.saved(people.count(current.savedCount))}</p>` : nothing}
        ${current.toEnrolCount > 0 ? this.#bar(current) : nothing}
        ${
          isOver
            ? nothing
            : html`
              <p class="fine">${current.phase === 'waiting-for-faces' ? say.waiting : say.stay}</p>
              <div><button @click=${() => this.job.stop()}>${say.stop}</button></div>
            `
        }
        ${this.#results(current)}
        ${
          isOver
            ? html`
              <div class="row">
                <a class="button primary" href=${routeHash({ at: 'people' })}>${say.toPeople}</a>
                <button @click=${again}>${say.clear}</button>
              </div>
            `
            : nothing
        }
      </section>
    `;
  }

  #end({ phase, error }: ImportState): string {
    const { messages } = this.app;
    if (phase === 'done') return messages.bulk.done;
    if (phase === 'stopped') return messages.bulk.stopped;
    return error instanceof FaceVerifyError ? messages.app.facesFailed(error.code) : tellFailure(error, messages);
  }

  #bar({ reports, toEnrolCount }: ImportState): TemplateResult {
    const { bulk: say, language } = this.app.messages;
    const digits = new Intl.NumberFormat(language);
    return html`
      <label>${say.progress(digits.format(reports.length), digits.format(toEnrolCount))}
        <progress max=${toEnrolCount} .value=${reports.length}></progress>
      </label>
    `;
  }

  #results({ reports, pairs }: ImportState): TemplateResult | typeof nothing {
    if (reports.length === 0) return nothing;
    const { bulk: say, people } = this.app.messages;
    const refused = reports.filter(({ result }) => hasRefusal(result));
    const failed = reports.filter(({ result }) => result.outcome === 'refused');
    return html`
      <p class="row">
        <span class="badge good">${say.enrolled(reports.length - failed.length)}</span>
        ${failed.length === 0 ? nothing : html`<span class="badge bad">${say.notEnrolled(failed.length)}</span>`}
      </p>
      ${
        refused.length === 0
          ? nothing
          : html`
            <ul class="refused">${refused.slice(0, MOST_LISTED).map((report) => this.#refused(report))}</ul>
            <div><button @click=${this.#download}>${say.download}</button></div>
          `
      }
      ${
        pairs.length === 0
          ? nothing
          : html`
            <p>${say.lookAlikes(pairs.length)}</p>
            <ul>${pairs.slice(0, MOST_LISTED).map(({ ids: [a, b] }) => html`<li>${this.#name(a)}${people.and}${this.#name(b)}</li>`)}</ul>
            <p class="fine">${people.duplicatesHelp}</p>
          `
      }
    `;
  }

  #refused({ person, result }: AssignmentReport): TemplateResult {
    return html`
      <li>
        <strong>${this.#name(person.id)}</strong>
        ${this.#reasons(result).map(([file, why]) => html`<span class="fine"><bdi>${file}</bdi> ${why}</span>`)}
      </li>
    `;
  }

  /** Why files were not used, and why the person is not enrolled. */
  #reasons(result: AssignmentReport['result']): readonly (readonly [file: string, why: string])[] {
    const { face: say } = this.app.messages.people;
    const files = result.files.flatMap(({ file, refusal }) =>
      refusal === undefined ? [] : [[file.name, say.refusals[refusal]] as const],
    );
    if (result.outcome === 'enrolled' || (files.length > 0 && result.reason !== 'inconsistent-faces')) return files;
    return [...files, ['', say.notEnrolled['inconsistent-faces']] as const];
  }

  #name(id: PersonId): TemplateResult | typeof nothing {
    const person = this.app.store.people.get(id);
    return person === undefined ? nothing : html`<a href=${routeHash({ at: 'person', id })}>${person.name}</a>`;
  }

  #download(): void {
    const { bulk: say } = this.app.messages;
    const rows = this.job.state.current.reports.flatMap(({ person, result }) =>
      this.#reasons(result).map(([file, why]) => [person.name, person.number, file, why]),
    );
    saveFile('refused.csv', writeCsv(say.reportHeader, rows), CSV);
  }

  static override styles = [
    controls,
    css`
      progress {
        inline-size: 100%;
        accent-color: var(--accent);
      }

      .refused {
        display: grid;
        gap: 0.5rem;
      }

      .refused li {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.75rem;
        align-items: baseline;
      }
    `,
  ];
}

/** All of them are in the report that can be downloaded. */
const MOST_LISTED = 100;

function hasRefusal({ outcome, files }: AssignmentReport['result']): boolean {
  return outcome === 'refused' || files.some(({ refusal }) => refusal !== undefined);
}

customElements.define('import-progress', ImportProgress);
