import { readFile } from 'node:fs/promises';
import type { Browser, Page, Worker } from 'playwright';
import type { HeldMemory } from './soak-sample.ts';
import { WorkerSession } from './worker-session.ts';

/** Where bitmaps and textures live. */
const PROCESSES = ['renderer', 'GPU'];

/** That WebAssembly has in the worker, at least: tfjs's, those of two networks, and one of the detector. */
const MEMORIES = 4;

/** Global in the engine's worker while it is measured. */
interface MeasuredScope {
  soakMemories?: WebAssembly.Memory[];
}

type Instantiated = WebAssembly.Instance | WebAssembly.WebAssemblyInstantiatedSource;

/**
 * Measures what a page and its engine's worker hold. Begins with the page still empty, since the memories of
 * WebAssembly are found as they are made.
 *
 * @returns what measures
 */
export async function memoryProbe(browser: Browser, page: Page): Promise<() => Promise<HeldMemory>> {
  const engine = new Promise<Worker>((resolve) => {
    page.on('worker', (worker) => {
      void worker.evaluate(noteMemories);
      resolve(worker);
    });
  });
  const [ofPage, ofBrowser] = [await page.context().newCDPSession(page), await browser.newBrowserCDPSession()];
  const ofWorker = await WorkerSession.of(ofPage);
  return async () => {
    await ofPage.send('HeapProfiler.collectGarbage');
    const worker = await (await engine).evaluate(measureWorker, MEMORIES);
    const workerHeapBytes = await ofWorker.usedHeap();
    const { usedSize } = await ofPage.send('Runtime.getHeapUsage');
    const { processInfo } = await ofBrowser.send('SystemInfo.getProcessInfo');
    const resident = processInfo.filter(({ type }) => PROCESSES.includes(type)).map(({ id }) => residentBytes(id));
    const processBytes = (await Promise.all(resident)).reduce((sum, bytes) => sum + bytes, 0);
    return { ...worker, workerHeapBytes, pageHeapBytes: usedSize, processBytes };
  };
}

/** Runs in the worker, before it has fetched anything. */
function noteMemories(): void {
  const scope = globalThis as unknown as MeasuredScope;
  const memories: WebAssembly.Memory[] = [];
  scope.soakMemories = memories;
  const { Memory } = WebAssembly;
  const instantiate: (...args: never[]) => Promise<Instantiated> = WebAssembly.instantiate;
  // Those that a module makes itself are among its exports.
  WebAssembly.Memory = class extends Memory {
    constructor(descriptor: WebAssembly.MemoryDescriptor) {
      super(descriptor);
      memories.push(this);
    }
  };
  WebAssembly.instantiate = (async (...args: never[]) => {
    const made = await instantiate(...args);
    const { exports } = 'exports' in made ? made : made.instance;
    memories.push(...Object.values(exports).filter((value) => value instanceof Memory));
    return made;
  }) as typeof WebAssembly.instantiate;
}

function measureWorker(wanted: number): Pick<HeldMemory, 'tensors' | 'tensorBytes' | 'wasmBytes'> {
  const scope = globalThis as unknown as MeasuredScope;
  const name = Object.getOwnPropertyNames(scope).find((name) => name.startsWith('_tfengine'));
  const engine = (scope as unknown as Record<string, { memory(): { numTensors: number; numBytes: number } }>)[
    name ?? ''
  ];
  const memories = scope.soakMemories ?? [];
  if (engine === undefined || memories.length < wanted) {
    throw new Error(`Of ${name ?? 'no TensorFlow.js'}, with ${memories.length} memories, not all was found.`);
  }
  const { numTensors, numBytes } = engine.memory();
  return {
    tensors: numTensors,
    tensorBytes: numBytes,
    wasmBytes: memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0),
  };
}

/** Linux tells of it; elsewhere it is not known, and 0. */
async function residentBytes(process: number): Promise<number> {
  const status = await readFile(`/proc/${process}/status`, 'utf8').catch(() => '');
  return 1024 * Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0);
}
