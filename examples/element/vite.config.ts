import { faceVerifyAssets } from 'face-verify/vite';
import { defaultClientConditions, defineConfig } from 'vite';

/** Opened inside this repository: the packages' own sources. */
export default defineConfig({
  plugins: [faceVerifyAssets()],
  resolve: { conditions: ['face-verify-source', ...defaultClientConditions] },
});
