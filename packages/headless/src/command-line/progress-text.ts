export interface ProgressState {
  /** What is counted, in the plural. */
  readonly noun: string;
  readonly total: number;
  /** How many were done before this run. */
  readonly before: number;
  readonly done: number;
  /** Since this run began. */
  readonly elapsedMs: number;
}

/** Until then the first ones, which take longer, would promise nonsense. */
const ESTIMATE_FROM_MS = 1000;

/** How many are done, and, once this run has shown how fast it is, its speed and the time left. */
export function progressText({ noun, total, before, done, elapsedMs }: ProgressState): string {
  const count = `${done}/${total} ${noun}`;
  if (done <= before || elapsedMs < ESTIMATE_FROM_MS) return count;
  const perSecond = (1000 * (done - before)) / elapsedMs;
  const speed = perSecond >= 1 ? `${perSecond.toFixed(1)}/s` : `${(1 / perSecond).toFixed(1)} s each`;
  return done >= total ? `${count}, ${speed}` : `${count}, ${speed}, ${duration((total - done) / perSecond)} left`;
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
