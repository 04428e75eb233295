import { checkSupport, createFaceVerifier, type FaceVerifier, toFaceVerifyError } from 'face-verify';
import type { EngineReading } from '../engine-reading.ts';

async function read(): Promise<EngineReading> {
  const { supported, missing } = await checkSupport();
  return {
    supported,
    missing: missing.map(({ feature, required }) => ({ feature, required })),
    verification: await verification(),
    element: await firstState(),
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

/** What the element tells first, once it is in the page. */
async function firstState(): Promise<string> {
  const told = new Promise<string>((resolve) => {
    for (const name of ['face-verify-ready', 'face-verify-unsupported'] as const) {
      document.addEventListener(name, ({ detail: { code } }) => resolve(`${name.slice(12)} ${code}`));
    }
  });
  await import('@face-verify/element');
  document.body.append(document.createElement('face-verify'));
  return told;
}

read().then(
  (reading) => tell(reading),
  (error) => tell({ failed: String(error) }),
);

function tell(value: unknown): void {
  document.documentElement.dataset.reading = JSON.stringify(value);
}
