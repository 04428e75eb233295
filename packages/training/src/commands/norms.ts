import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RgbImage } from '@face-verify/core';
import {
  type Command,
  CommandError,
  guardProcess,
  parseArguments,
  processTerminal,
  resolvePath,
  runCommand,
  showProgress,
} from '@face-verify/headless';
import { openCrops } from '../data/crop-reader.ts';
import { createRandom } from '../data/random.ts';
import { RESEARCH_CROPS } from '../data/shared-data.ts';
import { startEngine } from '../engine/engine.ts';
import { loadEmbedder } from '../engine/load-embedder.ts';
import { DAMAGES } from '../measure/quality/damages.ts';
import { type Embedder, embedFaces, trustedFaces } from '../measure/quality/embed-faces.ts';
import { type DamagedFaces, measureQuality } from '../measure/quality/measure-quality.ts';
import { packedCropsContract } from '../measure/quality/packed-crops-contract.ts';
import { drawQuality } from '../publish/quality-guide/draw-quality.ts';
import { qualityGuide } from '../publish/quality-guide/quality-guide.ts';

const PAGES = fileURLToPath(new URL('../../../../docs/generated', import.meta.url));
/** Of where each crop is covered, and with what colour. */
const SEED = 1;

const normsCommand: Command = {
  help: `Does the norm of an embedding tell how good the picture of the face is?

  npm run -s train:norms -- [MODEL] [--out DIR]

Damages the trusted crops of the validation split, embeds them with the weights that ship, and writes
quality.md and quality.svg: how norms and matches fall, and whether templates that are weighted by
norms are better. Takes two minutes and a half.

  MODEL       folder name in models/ (default convfacenext-ps)
  --out DIR   default docs/generated`,

  async run(args, terminal) {
    const { values, positionals } = parseArguments(args, {
      allowPositionals: true,
      options: { out: { type: 'string' } },
    });
    const [model = 'convfacenext-ps', ...more] = positionals;
    if (more.length > 0) throw new CommandError('usage', 'Give one model. See --help.');
    const engine = await startEngine('auto');
    terminal.err(`Embedding on ${engine.name}`);
    const { card, inference } = loadEmbedder(model);
    const contract = packedCropsContract(card);
    const { undamaged, damaged } = await embedConditions({ contract, run: inference.run });
    terminal.err('Comparing');
    const report = measureQuality(undamaged, damaged);
    const out = values.out === undefined ? PAGES : resolvePath(terminal, values.out);
    const files = {
      [path.join(out, 'quality.md')]: qualityGuide(report, card),
      [path.join(out, 'quality.svg')]: await drawQuality(report.series),
    };
    mkdirSync(out, { recursive: true });
    for (const [file, text] of Object.entries(files)) {
      writeFileSync(file, text);
      terminal.out(file);
    }
    return 0;
  },
};

async function embedConditions(embedder: Embedder) {
  const crops = openCrops(RESEARCH_CROPS);
  const indices = trustedFaces(crops);
  const conditions = DAMAGES.flatMap((damage) => damage.strengths.map((strength) => ({ damage, strength })));
  const progress = showProgress('conditions', conditions.length, 0);
  try {
    const undamaged = await embedFaces(crops, indices, embedder);
    const damaged: DamagedFaces[] = [];
    for (const { damage, strength } of conditions) {
      const change = (crop: RgbImage, index: number) => damage.apply(crop, strength, createRandom(SEED, index));
      damaged.push({ damage, strength, faces: await embedFaces(crops, indices, embedder, change) });
      progress.advance();
    }
    return { undamaged, damaged };
  } finally {
    progress.stop();
    crops.close();
  }
}

guardProcess();
process.exitCode = await runCommand(normsCommand, process.argv.slice(2), processTerminal());
