import { svelte } from '@sveltejs/vite-plugin-svelte';
import { faceVerifyAssets } from 'face-verify/vite';

export default { plugins: [svelte(), faceVerifyAssets()] };
