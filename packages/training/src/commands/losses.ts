import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startEngine } from '../engine/engine.ts';
import { drawTargetCurves } from '../publish/loss-guide/draw-target-curves.ts';
import { lossGuide } from '../publish/loss-guide/loss-guide.ts';
import { targetCurves } from '../publish/loss-guide/target-curves.ts';

const USAGE = `Usage: npm run train:losses -- [--out DIR]

Writes losses.md and losses.svg into DIR (default docs/generated), from the table of losses. Takes a few seconds.`;

const PAGES = fileURLToPath(new URL('../../../../docs/generated', import.meta.url));

const { values } = parseArgs({
  options: { out: { type: 'string', default: PAGES }, help: { type: 'boolean', default: false } },
});
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
await startEngine('cpu');
const files = {
  [path.join(values.out, 'losses.md')]: lossGuide(),
  [path.join(values.out, 'losses.svg')]: await drawTargetCurves(targetCurves()),
};
mkdirSync(values.out, { recursive: true });
for (const [file, text] of Object.entries(files)) {
  writeFileSync(file, text);
  console.log(file);
}
