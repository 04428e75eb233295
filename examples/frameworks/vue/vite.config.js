import vue from '@vitejs/plugin-vue';
import { faceVerifyAssets } from 'face-verify/vite';

const isCustomElement = (tag) => tag === 'face-verify';

export default { plugins: [vue({ template: { compilerOptions: { isCustomElement } } }), faceVerifyAssets()] };
