import type { FilterNode, FilterWeights } from '@face-verify/nets';

/** Columns of a panel, which the kernels compute together. */
export const PANEL_COLUMNS = 8;

/**
 * The weights of a matrix product as the kernel reads them, from the first to the last: panels of 8 columns, each with
 * its bias, its slopes and its column of the matrix. Where the columns are no multiple of 8, the last panel has some that
 * the one before has, too.
 *
 * @param columns - at least {@link PANEL_COLUMNS}
 */
export function packPanels(filter: FilterNode, weights: FilterWeights, columns: number): Float32Array {
  const rows = [...headOf(filter, weights, columns), weights.kernel];
  const depth = weights.kernel.length / columns;
  const panelSize = (depth + 2) * PANEL_COLUMNS;
  const panels = new Float32Array(Math.ceil(columns / PANEL_COLUMNS) * panelSize);
  for (let panel = 0; panel * panelSize < panels.length; panel++) {
    const first = Math.min(panel * PANEL_COLUMNS, columns - PANEL_COLUMNS);
    let place = panel * panelSize;
    for (const row of rows) {
      for (let start = first; start < row.length; start += columns) {
        panels.set(row.subarray(start, start + PANEL_COLUMNS), place);
        place += PANEL_COLUMNS;
      }
    }
  }
  return panels;
}

/** The weights of a depthwise filter as the kernel reads them: bias, slopes, then the taps, each of all channels. */
export function packTaps(filter: FilterNode, weights: FilterWeights): Float32Array {
  const channels = filter.shape[2];
  const packed = new Float32Array(weights.kernel.length + 2 * channels);
  let place = 0;
  for (const row of [...headOf(filter, weights, channels), weights.kernel]) {
    packed.set(row, place);
    place += row.length;
  }
  return packed;
}

/** The weights of a narrow product as the kernel reads them: for each column its bias, its slope and its values. */
export function packRows(filter: FilterNode, weights: FilterWeights, columns: number): Float32Array {
  const rows: readonly Float32Array[] = [...headOf(filter, weights, columns), weights.kernel];
  const packed: number[] = [];
  for (let column = 0; column < columns; column++) {
    for (const row of rows) for (let i = column; i < row.length; i += columns) packed.push(row[i] as number);
  }
  return Float32Array.from(packed);
}

/** Bias and slopes: negative values times 1 are themselves, and times 0 what a ReLU makes of them. */
function headOf({ activation }: FilterNode, { bias, slopes }: FilterWeights, channels: number) {
  const slope = activation === 'relu' ? 0 : 1;
  return [bias ?? new Float32Array(channels), slopes ?? new Float32Array(channels).fill(slope)] as const;
}
