/**
 * The logarithm of a face's width, linear in `widthFeatures`. `npm run -s lab -- fit-face-width` writes this file.
 */
export const WIDTH_WEIGHTS: readonly number[] = [
  -0.2189, 0.3467, 0.2426, -0.2302, -0.0228, 0.6656, 0.4727, -0.1403, -0.8484, 0.3321, 0.0923, -0.4008, 0.2444, -0.6409,
  -0.3108, -0.1226, 0.2525, -0.2071, 0.5679, -0.3267, -0.3539,
];
