export * from './cast.ts';
export * from './demo-cast.ts';
export * from './head-model.ts';
export * from './posed-head.ts';
export * from './rasterise.ts';
export * from './render-photograph.ts';
export * from './subject.ts';
export * from './views.ts';
