import { startWasm } from '@face-verify/headless/start-wasm.ts';
import { type Latency, timeNetwork } from '@face-verify/headless/time-network';
import { zooEntries } from '@face-verify/headless/zoo-entry';

/** A network of the registry that no weights ship for. */
export interface UntrainedNetwork {
  readonly name: string;
  /** Of its weights in half precision, as they would ship. */
  readonly bytes: number;
  /** On WASM, in the page. No verifier is involved: random weights cannot decide anything. */
  time(): Promise<Latency>;
}

const BUDGET_MS = 3000;

/** @param trained - networks that weights ship for */
export function untrainedNetworks(trained: readonly string[]): readonly UntrainedNetwork[] {
  return zooEntries()
    .filter(({ name }) => !trained.includes(name))
    .map(({ name, fp16Bytes, network }) => ({
      name,
      bytes: fp16Bytes,
      time: async () => {
        const kernels = await startWasm(`${import.meta.env.BASE_URL}face-verify/`);
        return timeNetwork(network, BUDGET_MS, kernels);
      },
    }));
}
