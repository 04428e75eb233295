/**
 * Weights between two runs of one network, of which one began with the other.
 *
 * @param share - of the second, in [0, 1]
 */
export function mixWeights(own: Float32Array, other: Float32Array, share: number): Float32Array {
  return own.map((value, i) => value + share * ((other[i] as number) - value));
}
