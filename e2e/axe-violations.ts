import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright';

declare global {
  interface Window {
    axe?: { run(options: RunOptions): Promise<AxeResults> };
  }
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe objects to in a page as it is: each rule with the first piece that breaks it. */
export async function axeViolations(page: Page, options: RunOptions = {}): Promise<readonly string[]> {
  await page.addScriptTag({ path: AXE });
  return page.evaluate(async (given) => {
    if (window.axe === undefined) throw new Error('axe did not load.');
    const { violations } = await window.axe.run(given);
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }, options);
}
