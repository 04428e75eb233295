import type { EngineRequest } from '../engine/engine.ts';

/** Options of every command that trains. */
export const RUN_OPTIONS = {
  engine: { type: 'string', default: 'auto' },
  workers: { type: 'string', default: '1' },
  help: { type: 'boolean', default: false },
} as const;

export const RUN_USAGE = `  --engine NAME   auto (default), tfjs-node-gpu, tfjs-node, webgpu, cpu
  --workers N     threads that each compute a share of every batch; default 1, best the number of idle cores
  --help`;

/**
 * What a run is told, with a signal by which Ctrl-C or the system asks it to write a checkpoint and end.
 *
 * @throws {Error} where the number of workers is none
 */
export function readRunOptions({ engine, workers }: { readonly engine: string; readonly workers: string }) {
  const count = Number(workers);
  if (!(Number.isInteger(count) && count > 0)) throw new Error(`--workers is a number from 1 on, not ${workers}.`);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  // An engine that is not known is refused where engines are started.
  return { engine: engine as EngineRequest, workers: count, signal: stop.signal };
}
