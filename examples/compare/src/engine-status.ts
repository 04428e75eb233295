import type { LoadProgress } from 'face-verify';
import type { EngineState } from './comparison.ts';
import { part } from './find.ts';
import { writeText } from './write-text.ts';

const STAGE: Readonly<Record<LoadProgress['stage'], string>> = {
  backend: 'choosing a backend',
  detector: 'face detector',
  points: 'point network',
  embedder: 'face embedder',
  'warm-up': 'warming up',
};

/** Shows where loading stands, and afterwards on what the page runs. */
export function renderEngine(root: HTMLElement, engine: EngineState): void {
  root.dataset.state = engine.status;
  const bar = part(root, 'engine-progress', HTMLProgressElement);
  writeText(part(root, 'engine-text', HTMLElement), describe(engine));
  if (engine.status !== 'loading' || engine.progress === undefined) return;
  bar.max = engine.progress.total;
  bar.value = engine.progress.done;
}

function describe(engine: EngineState): string {
  switch (engine.status) {
    case 'loading':
      return engine.progress === undefined ? 'Loading' : `Loading: ${STAGE[engine.progress.stage]}`;
    case 'failed':
      return 'Could not load';
    case 'ready': {
      const running = engine.verifier.backend.running === 'webgpu' ? 'WebGPU' : 'WebAssembly';
      const untrained = engine.verifier.threshold === undefined ? '; no threshold yet, so no outcome' : '';
      return `Ready on ${running}${untrained}`;
    }
  }
}
