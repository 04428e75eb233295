import type { Reporter, TestCase, TestModule } from 'vitest/node';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/**
 * Ends the output of a test run with why tests were skipped and the plain line `N passed, N failed, N skipped`
 * over all projects. Whatever fails outside a test (a file that does not load, an unhandled rejection) counts
 * as one failed.
 */
export class ClosingLineReporter implements Reporter {
  readonly #print: (line: string) => void;

  constructor(print: (line: string) => void = (line) => process.stdout.write(`${line}\n`)) {
    this.#print = print;
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    for (const line of skippedLines(modules)) this.#print(line);
    const { passed, failed, skipped } = tally(modules, unhandledErrors.length);
    this.#print(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  }
}

export function tally(modules: readonly TestModule[], unhandledErrors: number): Tally {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const count = (state: string) => tests.filter((test) => test.result().state === state).length;
  const broken = modules.flatMap((module) => [module, ...module.children.allSuites()]);
  const outsideTests = broken.filter((part) => part.errors().length > 0).length;
  return {
    passed: count('passed'),
    // A test that never ran, because the run was cut short, has not passed.
    failed: count('failed') + count('pending') + outsideTests + unhandledErrors,
    skipped: count('skipped'),
  };
}

/** One line for each reason, with how many tests it kept from running. */
function skippedLines(modules: readonly TestModule[]): string[] {
  const reasons = new Map<string, number>();
  for (const test of modules.flatMap((module) => [...module.children.allTests('skipped')])) {
    const reason = reasonOf(test);
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  return [...reasons].map(([reason, count]) => `skipped ${count}: ${reason}`);
}

function reasonOf(test: TestCase): string {
  const result = test.result();
  return (result.state === 'skipped' && result.note) || `no reason given in ${test.module.relativeModuleId}`;
}
