import type { FaceVerifyEventMap, FaceVerifyEventName } from '@face-verify/element';
import { checkSupport, createFaceVerifier, type FaceVerifier, toFaceVerifyError } from 'face-verify';
import type { EngineReading } from '../engine-reading.ts';

async function read(): Promise<EngineReading> {
  const { supported, missing } = await checkSupport();
  return {
    supported,
    missing: missing.map(({ feature, required }) => ({ feature, required })),
    verification: await verification(),
    ...(await journey()),
  };
}

async function verification(): Promise<EngineReading['verification']> {
  try {
    const verifier = await createFaceVerifier();
    const [same, different] = [await similarity(verifier, 'ada-smiling'), await similarity(verifier, 'dieter-front')];
    const { running } = verifier.backend;
    const { runsIn } = verifier.engine;
    verifier.dispose();
    return { same, different, backend: running, runsIn };
  } catch (error) {
    const { code, message } = toFaceVerifyError(error, 'internal');
    return { code, message };
  }
}

/** Of Ada from the front to another photograph. */
async function similarity(verifier: FaceVerifier, reference: string): Promise<number> {
  const load = async (name: string) => (await fetch(`/rendered/${name}.jpg`)).blob();
  const { result } = await verifier.verify(await load('ada-front'), await load(reference));
  if (!('similarity' in result)) throw new Error(`${result.outcome}: ${result.reason}`);
  return result.similarity;
}

/** Puts an element into the page, and starts and cancels it where it can be started. */
async function journey(): Promise<Pick<EngineReading, 'element' | 'live'>> {
  const told: string[] = [];
  const streams: MediaStream[] = [];
  const next = (...names: readonly FaceVerifyEventName[]) =>
    new Promise<void>((resolve) => {
      for (const name of names) {
        const listen = ({ detail: { code } }: FaceVerifyEventMap[typeof name]) => {
          told.push(`${name.slice('face-verify-'.length)} ${code}`);
          resolve();
        };
        document.addEventListener(name, listen, { once: true });
      }
    });
  noteStreams(streams);
  await import('@face-verify/element');
  const element = document.createElement('face-verify');
  element.mode = 'capture';
  element.camera = new URLSearchParams(location.search).get('camera') ?? 'user';
  const first = next('face-verify-ready', 'face-verify-unsupported');
  document.body.append(element);
  await first;
  if (told[0]?.startsWith('ready')) {
    const seen = next('face-verify-camera-opened', 'face-verify-camera-failed', 'face-verify-failed');
    await element.start();
    await seen;
    // What has failed is over.
    if (!told.at(-1)?.startsWith('failed')) {
      const cancelled = next('face-verify-cancelled');
      element.cancel();
      await cancelled;
    }
  }
  const live = streams.flatMap((stream) => stream.getTracks()).filter(({ readyState }) => readyState === 'live');
  return { element: told, live: live.length };
}

function noteStreams(streams: MediaStream[]): void {
  const { mediaDevices } = navigator;
  const open = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (constraints) => {
    const stream = await open(constraints);
    streams.push(stream);
    return stream;
  };
}

read().then(
  (reading) => tell(reading),
  (error) => tell({ failed: String(error) }),
);

function tell(value: unknown): void {
  document.documentElement.dataset.reading = JSON.stringify(value);
}
