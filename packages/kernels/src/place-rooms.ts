import { type Network, sizeOf } from '@face-verify/nets';
import type { KernelStep } from './kernel-steps.ts';
import { type Lifetime, placeByLifetime } from './place-by-lifetime.ts';
import type { StepPlan } from './plan-step.ts';

/** A part of the memory. */
export interface Room {
  readonly address: number;
  readonly bytes: number;
}

/** Where all lies that a network's steps read and write. */
export interface PlacedRooms {
  /** The image as it comes: a byte for each value. */
  readonly pixels: Room;
  /** Of a node's map. @throws {RangeError} where no step computes it */
  mapOf(node: number): Room;
  readonly weights: readonly Room[];
  readonly scratch: readonly Room[];
  /** Where the last of them ends. */
  readonly end: number;
}

const VALUE_BYTES = 4;
/** When the image is written; the first step comes after it. */
const BEGIN = 0;

/**
 * @param plans - of the steps, in the same order
 * @param start - the first address that may be used
 */
export function placeRooms(
  network: Network,
  steps: readonly KernelStep[],
  plans: readonly StepPlan[],
  start: number,
): PlacedRooms {
  const end = steps.length;
  const mapIds = [0, ...steps.map(({ id }) => id)];
  const lastReaders = new Map<number, number>();
  steps.forEach(({ inputs }, i) => {
    for (const input of inputs) lastReaders.set(input, i + 1);
  });
  for (const output of Object.values(network.outputs)) lastReaders.set(output, end);
  const mapBytes = (id: number) => VALUE_BYTES * sizeOf(network.nodes[id]?.shape ?? []);

  const lifetimes: readonly Lifetime[] = [
    { bytes: mapBytes(0) / VALUE_BYTES, from: BEGIN, to: BEGIN },
    ...mapIds.map((id, i) => ({ bytes: mapBytes(id), from: i, to: lastReaders.get(id) ?? i })),
    ...plans.map(({ weights }) => ({ bytes: weights?.byteLength ?? 0, from: BEGIN, to: end })),
    ...plans.map(({ scratch = 0 }, i) => ({ bytes: VALUE_BYTES * scratch, from: i + 1, to: i + 1 })),
  ];
  const { offsets, bytes } = placeByLifetime(lifetimes);
  const rooms = lifetimes.map(({ bytes }, i): Room => ({ address: start + (offsets[i] as number), bytes }));
  const [pixels, ...others] = rooms as [Room, ...Room[]];
  const maps = new Map(mapIds.map((id, i) => [id, others[i] as Room]));
  const afterMaps = others.slice(mapIds.length);
  return {
    pixels,
    mapOf: (node) => {
      const room = maps.get(node);
      if (room === undefined) throw new RangeError(`No step computes the map of node ${node}.`);
      return room;
    },
    weights: afterMaps.slice(0, plans.length),
    scratch: afterMaps.slice(plans.length),
    end: start + bytes,
  };
}
