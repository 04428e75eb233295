import { createLocalEngine } from './create-local-engine.ts';
import { ENGINE_WORKER_NAME } from './worker/messages.ts';
import { serveEngine } from './worker/serve-engine.ts';

/*
 * The module that is bundled with all that it needs and lies among the assets: imported it gives an engine on the
 * importer's thread; as the script of a worker it is one.
 */
export { createLocalEngine };

if ('DedicatedWorkerGlobalScope' in globalThis && self.name === ENGINE_WORKER_NAME) {
  serveEngine(self as unknown as Parameters<typeof serveEngine>[0], createLocalEngine);
}
