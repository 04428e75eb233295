import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { Moments } from '../optimizers/optimizer.ts';

export const CHECKPOINT_FILE = 'checkpoint.bin';

/** The state at the best validation, kept where the run watches a figure. */
export const BEST_FILE = 'best.bin';

/** Everything that a run needs to go on as if it had never stopped. Data and augmentation follow from `picture`. */
export interface RunState {
  /** Optimizer steps done. */
  step: number;
  /** Pictures seen. */
  picture: number;
  readonly parameters: Float32Array;
  readonly moments: Moments;
  /** Exponential moving average of the parameters: what is validated and exported. */
  readonly average: Float32Array;
  /** The best validation so far, where the run watches a figure. */
  best?: { readonly picture: number; readonly value: number };
}

/** Where a named parameter lies in the arrays. */
export interface StoredParameter {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

interface Header {
  readonly step: number;
  readonly picture: number;
  readonly length: number;
  readonly fingerprint: string;
  readonly parameters: readonly StoredParameter[];
  readonly best?: RunState['best'];
}

export function freshState(parameters: Float32Array): RunState {
  const zeros = () => new Float32Array(parameters.length);
  return { step: 0, picture: 0, parameters, moments: { first: zeros(), second: zeros() }, average: parameters.slice() };
}

/**
 * Writes beside and renames: whenever the process dies, or the disk fills, one whole checkpoint is there.
 *
 * @param fingerprint - names what is trained
 * @param spans - what another run may take over by name
 */
export function saveCheckpoint(
  file: string,
  state: RunState,
  fingerprint: string,
  spans: readonly StoredParameter[] = [],
): void {
  const { step, picture, best } = state;
  const length = state.parameters.length;
  const parameters = spans.map(({ name, start, end }) => ({ name, start, end }));
  const header: Header = { step, picture, length, fingerprint, parameters, ...(best && { best }) };
  const temporary = `${file}.part`;
  const descriptor = openSync(temporary, 'w');
  try {
    writeSync(descriptor, `${JSON.stringify(header)}\n`);
    for (const values of arrays(state))
      writeAll(descriptor, new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
    fsyncSync(descriptor);
  } catch (error) {
    closeSync(descriptor);
    rmSync(temporary, { force: true });
    throw error;
  }
  closeSync(descriptor);
  renameSync(temporary, file);
}

/**
 * @param fingerprint - names what is trained; a checkpoint of anything else is refused
 * @returns undefined where there is none yet
 */
export function loadCheckpoint(file: string, fingerprint: string): RunState | undefined {
  if (!existsSync(file)) return undefined;
  const { header, state } = readCheckpoint(file);
  if (header.fingerprint !== fingerprint)
    throw new Error(`${file} belongs to another network or task; move it away to start anew.`);
  return state;
}

/**
 * @returns whatever run's state it is, with what names it
 * @throws {Error} where the file is missing or was cut short
 */
export function readCheckpoint(file: string): {
  header: { readonly fingerprint: string; readonly parameters: readonly StoredParameter[] };
  state: RunState;
} {
  const bytes = readFileSync(file);
  const end = bytes.indexOf('\n');
  const header: Header = JSON.parse(bytes.toString('utf8', 0, end));
  const size = 4 * header.length;
  if (bytes.length !== end + 1 + 4 * size) throw new Error(`${file} is damaged.`);
  const read = (index: number) => {
    const start = end + 1 + index * size;
    // A copy, since the header leaves the floats unaligned.
    return new Float32Array(Uint8Array.prototype.slice.call(bytes, start, start + size).buffer);
  };
  const [parameters, first, second, average] = [read(0), read(1), read(2), read(3)] as const;
  const { step, picture, best } = header;
  return { header, state: { step, picture, parameters, moments: { first, second }, average, ...(best && { best }) } };
}

function arrays({ parameters, moments, average }: RunState): Float32Array[] {
  return [parameters, moments.first, moments.second, average];
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
}
