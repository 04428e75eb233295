import { workerData } from 'node:worker_threads';
// A worker thread does not inherit the loader that lets Node read TypeScript: it registers its own.
import { register } from 'tsx/esm/api';

register();
await import(workerData.url);
