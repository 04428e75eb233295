import { fileURLToPath } from 'node:url';
import { HarnessBrowser } from '../browser/harness-browser.ts';
import type { KernelBenchmark, NetworkKernelTimes } from './kernel-times.ts';
import type { ZooHarness } from './zoo-harness.ts';

const PAGE_FOLDER = fileURLToPath(new URL('../../zoo-page', import.meta.url));

/** The networks that weights ship for. */
const SHIPPED = ['ConvFaceNeXt_PS', 'MobileFaceNet', 'FacePointNet', 'BlazeFace_short_range'];

/** A network has a few minutes on a busy machine. */
const CALL_TIMEOUT_MS = 600_000;

/** Times the kernels of each network in a headless browser. @param onTimed - called after each */
export async function benchKernels(onTimed: (times: NetworkKernelTimes) => void): Promise<KernelBenchmark> {
  const browser = await HarnessBrowser.start<ZooHarness>({
    pageFolder: PAGE_FOLDER,
    loadOptions: () => undefined,
    callTimeoutMs: CALL_TIMEOUT_MS,
  });
  try {
    const networks: NetworkKernelTimes[] = [];
    let chromium = '';
    for (const name of SHIPPED) {
      ({ chromium } = await browser.load());
      const timed = await browser.call('timeKernels', name);
      onTimed(timed);
      networks.push(timed);
    }
    return { chromium, networks };
  } finally {
    await browser.close();
  }
}

export { kernelsPage } from './kernels-page.ts';
