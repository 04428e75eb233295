/** Fastest first: the order in which they are tried. */
export const ENGINES = ['tfjs-node-gpu', 'tfjs-node', 'webgpu', 'cpu'] as const;

export type EngineName = (typeof ENGINES)[number];

export type EngineRequest = EngineName | 'auto';
