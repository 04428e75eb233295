import type { TestProject } from 'vitest/node';
import { packPackage } from './pack-package.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The packed package. */
    tarball: string;
  }
}

/** Packs the package once for all tests, unless `FACE_VERIFY_TARBALL` names one. */
export default function provideTarball({ provide }: TestProject): void {
  provide('tarball', process.env.FACE_VERIFY_TARBALL || packPackage());
}
