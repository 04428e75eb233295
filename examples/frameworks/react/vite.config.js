import react from '@vitejs/plugin-react';
import { faceVerifyAssets } from 'face-verify/vite';

export default { plugins: [react(), faceVerifyAssets()] };
