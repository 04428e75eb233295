export { Argument, Command, type CommandUnknownOpts, InvalidArgumentError, Option } from '@commander-js/extra-typings';
export * from './command-error.ts';
export * from './error-line.ts';
export * from './guard-process.ts';
export * from './number-option.ts';
export * from './pipeline-options.ts';
export * from './run-program.ts';
export * from './show-progress.ts';
export * from './terminal.ts';
