import { Plugin } from 'vite';

/** `face-verify/vite` as published: serves and emits the package's own `dist/assets`. */
declare function faceVerifyAssets(): Plugin;

export { faceVerifyAssets };
