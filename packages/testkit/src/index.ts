export * from './drawn-contract.ts';
export * from './drawn-face-points.ts';
export * from './film/slate.ts';
export * from './film/through-camera.ts';
export * from './fixtures.ts';
export * from './straight-face-points.ts';
export * from './tensor-leak.ts';
export * from './tolerances.ts';
