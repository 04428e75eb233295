export { COMPUTED_BY } from './backends-harness.ts';
export * from './backends-page.ts';
export * from './compare-backends.ts';
export * from './shipped-thresholds.ts';
