/** Height, width, channels. Layout is NHWC throughout; a shape leaves out N. */
export type Shape = readonly [height: number, width: number, channels: number];

/**
 * `same` pads as Keras does: with stride 2 on an even side, only at the bottom and right. The MXNet and PyTorch code
 * bases pad one pixel on every side, which gives the same shapes and counts on another sampling grid; it would matter
 * to weights taken from them, of which there are none.
 */
export type Padding = 'same' | 'valid';

/** Where a kernel is laid on a map. */
export interface Window {
  /** Side of the square kernel. */
  readonly kernel: number;
  readonly stride: number;
  readonly padding: Padding;
}

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, side) => product * side, 1);
}

/** Height and width of what a sliding window gives. */
export function slide([height, width]: Shape, { kernel, stride, padding }: Window): [height: number, width: number] {
  const side = (length: number) => Math.ceil((padding === 'same' ? length : length - kernel + 1) / stride);
  return [side(height), side(width)];
}
