import type { Lap, PeerInPage, PeerName, PeersHarness } from '../src/bench/peers/peer-harness.ts';
import { exposeHarness } from '../src/in-page/expose-harness.ts';
import { fetchPhotograph } from '../src/in-page/fetch-photograph.ts';

/** Peers in frames of this page: each has globals of its own, and all take turns on one thread. */
class Harness implements PeersHarness {
  readonly #peers = new Map<PeerName, PeerInPage>();
  readonly #photographs: Blob[] = [];
  /** Aligned faces of the photographs, and what they embed to here. */
  readonly #faces: { readonly rgb: Uint8Array; readonly vector: Float32Array }[] = [];

  async load(photographs: readonly string[]): Promise<void> {
    for (const address of photographs) this.#photographs.push(await fetchPhotograph(address));
  }

  async open(name: PeerName): Promise<void> {
    const frame = document.createElement('iframe');
    frame.src = `peer.html?name=${encodeURIComponent(name)}`;
    await new Promise((resolve) => {
      frame.addEventListener('load', resolve, { once: true });
      document.body.append(frame);
    });
    const peer = frame.contentWindow?.peer;
    if (peer === undefined) throw new Error(`${name} did not load.`);
    await peer.load();
    this.#peers.set(name, peer);
  }

  async keepFaces(name: PeerName): Promise<void> {
    for (const photograph of this.#photographs) {
      const { aligned, vector } = await this.#embedder(name)(photograph);
      if (aligned === undefined || vector === undefined) throw new Error('No face.');
      this.#faces.push({ rgb: aligned, vector });
    }
  }

  async leastCosine(name: PeerName): Promise<number> {
    let least = 1;
    for (const { rgb, vector } of this.#faces) {
      const other = await this.#inferrer(name)(rgb);
      const dot = vector.reduce((sum, value, i) => sum + value * (other[i] as number), 0);
      least = Math.min(least, dot / (Math.hypot(...vector) * Math.hypot(...other)));
    }
    return least;
  }

  async isSeen(photograph: number): Promise<boolean> {
    for (const { embed } of this.#peers.values()) {
      const face = await embed?.(this.#photographs[photograph] as Blob);
      if (face?.vector === undefined) return false;
    }
    return true;
  }

  async time(name: PeerName, photograph: number): Promise<Lap> {
    const startMs = performance.now();
    if (this.#peers.get(name)?.infer) {
      await this.#inferrer(name)((this.#faces[photograph] as { rgb: Uint8Array }).rgb);
      return { ms: performance.now() - startMs };
    }
    const { vector, stages } = await this.#embedder(name)(this.#photographs[photograph] as Blob);
    const ms = performance.now() - startMs;
    if (vector === undefined) throw new Error(`${name} finds no face in photograph ${photograph}.`);
    return { ms, ...(stages && { stages }) };
  }

  #embedder(name: PeerName): NonNullable<PeerInPage['embed']> {
    const embed = this.#peers.get(name)?.embed;
    if (embed === undefined) throw new Error(`${name} is not open.`);
    return embed;
  }

  #inferrer(name: PeerName): NonNullable<PeerInPage['infer']> {
    const infer = this.#peers.get(name)?.infer;
    if (infer === undefined) throw new Error(`${name} is not open.`);
    return infer;
  }
}

exposeHarness(new Harness());
