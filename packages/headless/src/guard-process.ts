/** Exit status of everything that is no result; `verify` has 1 for a non-match. */
export const EXIT_ERROR = 3;

/** Makes every end of this process that no command chose an error, and a clean one. */
export function guardProcess(): void {
  process.on('uncaughtException', (error) => {
    process.stderr.write(`error: internal: ${error.message}\n`);
    process.exit(EXIT_ERROR);
  });
  // Playwright kills its browser when this process exits.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => process.exit(signal === 'SIGINT' ? 130 : 143));
  }
}
