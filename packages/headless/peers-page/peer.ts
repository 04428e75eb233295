import type { PeerInPage, PeerName } from '../src/bench/peers/peer-harness.ts';
import { faceApi } from './peers/face-api.ts';
import { faceVerify } from './peers/face-verify.ts';
import { human } from './peers/human.ts';
import { liteRt } from './peers/lite-rt.ts';
import { onnxRuntime } from './peers/onnx-runtime.ts';

const PEERS: Readonly<Record<PeerName, () => PeerInPage>> = {
  'face-verify, light': () => faceVerify('light'),
  'face-verify, MediaPipe': () => faceVerify('mediapipe'),
  human,
  'face-api, tiny': () => faceApi('tiny'),
  'face-api, SSD': () => faceApi('ssd'),
  'onnxruntime-web': onnxRuntime,
  'LiteRT.js': liteRt,
};

window.peer = PEERS[new URLSearchParams(location.search).get('name') as PeerName]();
