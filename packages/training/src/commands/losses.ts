import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startEngine } from '../engine/engine.ts';
import { drawTargetCurves } from '../losses/guide/draw-target-curves.ts';
import { lossGuide } from '../losses/guide/loss-guide.ts';
import { targetCurves } from '../losses/guide/target-curves.ts';

const USAGE = `Usage: npm run train:losses -- [--out DIR]

Writes guide/losses.md and images/losses.svg, from the table of losses; default docs. Takes a few seconds.`;

const DOCS = fileURLToPath(new URL('../../../../docs', import.meta.url));

const { values } = parseArgs({
  options: { out: { type: 'string', default: DOCS }, help: { type: 'boolean', default: false } },
});
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
await startEngine('cpu');
const files = {
  [path.join(values.out, 'guide', 'losses.md')]: lossGuide(),
  [path.join(values.out, 'images', 'losses.svg')]: await drawTargetCurves(targetCurves()),
};
for (const [file, text] of Object.entries(files)) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(file);
}
