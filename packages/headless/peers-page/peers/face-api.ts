import type { PeerInPage } from '../../src/bench/peers/peer-harness.ts';
import { drawOnCanvas } from './draw-on-canvas.ts';

interface Net {
  loadFromUri(folder: string): Promise<void>;
}

interface Detection extends Promise<unknown> {
  withFaceLandmarks(tiny: boolean): {
    withFaceDescriptor(): Promise<{ readonly descriptor: Float32Array } | undefined>;
  };
}

interface FaceApi {
  readonly tf: {
    setWasmPaths(folder: string): void;
    setBackend(name: string): Promise<boolean>;
    ready(): Promise<void>;
  };
  readonly nets: Readonly<Record<string, Net>>;
  readonly TinyFaceDetectorOptions: new () => object;
  readonly SsdMobilenetv1Options: new () => object;
  detectSingleFace(image: HTMLCanvasElement, options: object): Detection;
}

const NETS = {
  tiny: ['tinyFaceDetector', 'faceLandmark68TinyNet', 'faceRecognitionNet'],
  ssd: ['ssdMobilenetv1', 'faceLandmark68Net', 'faceRecognitionNet'],
} as const;

export function faceApi(detector: keyof typeof NETS): PeerInPage {
  let library: FaceApi;
  return {
    load: async () => {
      const url = '/peers/@vladmandic/face-api/dist/face-api.esm.js';
      library = (await import(/* @vite-ignore */ url)) as FaceApi;
      library.tf.setWasmPaths('/peers/@tensorflow/tfjs-backend-wasm/dist/');
      if (!(await library.tf.setBackend('wasm'))) throw new Error('WASM could not be started.');
      await library.tf.ready();
      for (const name of NETS[detector]) await library.nets[name]?.loadFromUri('/peers/@vladmandic/face-api/model/');
    },
    embed: async (photograph) => {
      const options = detector === 'tiny' ? new library.TinyFaceDetectorOptions() : new library.SsdMobilenetv1Options();
      const face = await library
        .detectSingleFace(await drawOnCanvas(photograph), options)
        .withFaceLandmarks(detector === 'tiny')
        .withFaceDescriptor();
      return face ? { vector: face.descriptor } : {};
    },
  };
}
