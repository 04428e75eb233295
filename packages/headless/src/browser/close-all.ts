/**
 * Runs every step of a shutdown in turn, also after one that fails, so that nothing stays open.
 *
 * @throws whatever the first step that failed threw
 */
export async function closeAll(...steps: readonly (() => unknown)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
