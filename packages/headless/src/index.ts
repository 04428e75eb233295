export * from './browser/foreign-requests.ts';
export type { CaptureSummary, HarnessOptions, LoadSummary } from './browser/harness-api.ts';
export * from './browser/pipeline-browser.ts';
export * from './chromium/launch-chromium.ts';
export * from './chromium/provide-chromium.ts';
