/** Which of the two binaries computes: with multiply-adds of relaxed SIMD, or for browsers that have none. */
export type KernelName = 'relaxed-simd' | 'simd';

/** Base64 by name, put in place by the build of the engine. Where nothing built it there are no kernels. */
declare const __FACE_VERIFY_KERNELS__: Readonly<Record<KernelName, string>>;

const FASTEST_FIRST = ['relaxed-simd', 'simd'] as const;

/** The binaries that this browser takes, the fastest first. */
export function kernelBinaries(): readonly (readonly [KernelName, Uint8Array<ArrayBuffer>])[] {
  if (typeof __FACE_VERIFY_KERNELS__ === 'undefined') return [];
  return FASTEST_FIRST.map((name) => [name, decode(__FACE_VERIFY_KERNELS__[name])] as const).filter(([, bytes]) =>
    // One instruction that it does not know makes the whole module invalid.
    WebAssembly.validate(bytes),
  );
}

function decode(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}
