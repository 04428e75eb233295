/** How many times wider the nearest face has to be than the next to be meant. */
const CLEARLY_NEARER = 1.5;

/**
 * The rule for several faces: who stands clearly nearer is meant, and otherwise nobody is, until they stand one by one.
 *
 * @param widths - of the faces in the frame, in pixels
 * @returns the index of the face that is meant
 */
export function chooseNearest(widths: readonly number[]): number | 'nobody' | 'several' {
  const order = widths.map((_, i) => i).sort((a, b) => (widths[b] as number) - (widths[a] as number));
  const [nearest, next] = order;
  if (nearest === undefined) return 'nobody';
  if (next === undefined) return nearest;
  return (widths[nearest] as number) >= CLEARLY_NEARER * (widths[next] as number) ? nearest : 'several';
}
