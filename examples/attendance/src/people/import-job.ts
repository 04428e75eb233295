import type { DuplicatePair } from 'face-verify';
import type { PersonId } from '../domain/person.ts';
import type { Faces, FacesState } from '../faces/faces.ts';
import { type Live, LiveValue, untilLive } from '../store/live.ts';
import type { AttendanceStore } from '../store/open-store.ts';
import { type Assignment, type AssignmentReport, enrolMany } from './enrol-many.ts';
import type { BulkWork } from './plan-bulk.ts';
import { searchDuplicates } from './search-duplicates.ts';

/** Where an import stands. */
export interface ImportState {
  readonly phase: 'saving' | 'waiting-for-faces' | 'enrolling' | 'comparing' | 'done' | 'stopped' | 'failed';
  readonly savedCount: number;
  readonly toEnrolCount: number;
  /** One for each person whose photographs were looked at. */
  readonly reports: readonly AssignmentReport[];
  /** People on the roster who look like one person. */
  readonly pairs: readonly DuplicatePair[];
  /** What it broke off with. */
  readonly error?: unknown;
}

export interface ImportJobOptions {
  readonly store: Pick<AttendanceStore, 'people'>;
  readonly faces: Pick<Faces, 'state'>;
  readonly now: () => number;
  readonly filesOf: (id: PersonId) => readonly File[];
}

/** Saves people, then enrols them by their photographs, then looks for those who are there twice. */
export class ImportJob {
  readonly #work: BulkWork;
  readonly #options: ImportJobOptions;
  readonly #stop = new AbortController();
  readonly #state: LiveValue<ImportState>;

  constructor(work: BulkWork, options: ImportJobOptions) {
    this.#work = work;
    this.#options = options;
    const nothing = { savedCount: 0, toEnrolCount: work.toEnrol.length, reports: [], pairs: [] };
    this.#state = new LiveValue<ImportState>({ phase: 'saving', ...nothing });
  }

  get state(): Live<ImportState> {
    return this.#state;
  }

  /** Leaves what is done, and does no more of it. */
  stop(): void {
    this.#stop.abort();
  }

  /** Runs to its end, whatever that is: the state tells. */
  async run(): Promise<void> {
    try {
      const { people } = this.#work;
      await this.#options.store.people.save(people);
      this.#change({ savedCount: people.length });
      if (this.#work.toEnrol.length > 0) await this.#enrol();
      this.#change({ phase: this.#stop.signal.aborted ? 'stopped' : 'done' });
    } catch (error) {
      this.#change(this.#stop.signal.aborted ? { phase: 'stopped' } : { phase: 'failed', error });
    }
  }

  async #enrol(): Promise<void> {
    const { faces, store, now, filesOf } = this.#options;
    const { signal } = this.#stop;
    this.#change({ phase: 'waiting-for-faces' });
    const stopped = new Promise<undefined>((resolve) => signal.addEventListener('abort', () => resolve(undefined)));
    const seen = await Promise.race([untilLive(faces.state, isSettled), stopped]);
    if (signal.aborted || seen?.state !== 'ready') return;
    this.#change({ phase: 'enrolling' });
    const onReport = (report: AssignmentReport) => this.#change({ reports: [...this.#state.current.reports, report] });
    const assignments: readonly Assignment[] = this.#work.toEnrol.map((person) => ({ person, files: filesOf(person) }));
    await enrolMany(assignments, { store, verifier: seen.verifier, now, signal, onReport });
    if (signal.aborted) return;
    this.#change({ phase: 'comparing' });
    // Who was saved is told a moment later, and in the gallery then.
    const last = this.#state.current.reports.findLast(({ result }) => result.outcome === 'enrolled')?.person.id;
    if (last === undefined) return;
    await untilLive(store.people.all, (people) =>
      people.every(({ id, enrolment }) => id !== last || enrolment !== undefined),
    );
    const { current } = faces.state;
    if (current.state !== 'ready') return;
    const result = await searchDuplicates(current, { limit: 200, signal });
    const enrolled = new Set(this.#work.toEnrol);
    if (result.outcome !== 'searched') return;
    this.#change({ pairs: result.pairs.filter(({ ids }) => ids.some((id) => enrolled.has(id))) });
  }

  #change(changes: Partial<ImportState>): void {
    this.#state.set({ ...this.#state.current, ...changes });
  }
}

function isSettled({ state }: FacesState): boolean {
  return state !== 'loading';
}
