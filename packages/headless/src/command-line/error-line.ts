import type { ReportedError } from './command-error.ts';

/** An error in one line, whatever its message. */
export function errorLine({ code, message }: ReportedError): string {
  return `error: ${code}: ${message.replaceAll(/\s*\n\s*/g, ' ')}`;
}

/** Where an error and what caused it come from. */
export function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return [error.stack, ...(error.cause === undefined ? [] : [`caused by ${stackOf(error.cause)}`])].join('\n');
}
