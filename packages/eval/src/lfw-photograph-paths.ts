/**
 * Where LFW's photograph of a person lies: in a folder of the person's name, as LFW is distributed, or flat.
 *
 * @param name - as in the list, e.g. `Ana_Example`
 * @param number - from 1
 * @returns relative paths, e.g. `Ana_Example/Ana_Example_0001.jpg`, then `Ana_Example_0001.jpg`
 */
export function lfwPhotographPaths(name: string, number: number): [nested: string, flat: string] {
  const file = `${name}_${String(number).padStart(4, '0')}.jpg`;
  return [`${name}/${file}`, file];
}
