import { createEmbedding, type Embedding, PUBLISHED_LINK_SIMILARITY } from '@face-verify/core';
import {
  type Command,
  CommandError,
  guardProcess,
  parseArguments,
  processTerminal,
  runCommand,
} from '@face-verify/headless';
import { openCrops } from '../data/crop-reader.ts';
import { type HeldOutFace, heldOutFaces, isTrusted } from '../data/held-out-faces.ts';
import { RESEARCH_CROPS } from '../data/shared-data.ts';
import { startEngine } from '../engine/engine.ts';
import { loadEmbedder } from '../engine/load-embedder.ts';
import { runImages } from '../learn/validation/run-images.ts';
import { filmFigures } from '../measure/quality/film-figures.ts';
import { packedCropsContract } from '../measure/quality/packed-crops-contract.ts';
import { markdownTable } from '../publish/markdown-table.ts';

const COLUMNS = [
  'link from',
  'pairs of one person linked',
  'of two',
  'templates with a stranger’s frame',
  'films without a template',
  'five clean crops without one',
];

const filmsCommand: Command = {
  help: `From which similarity on should the frames of a film be linked?

  npm run -s train:films -- MODEL

Draws films from the trusted crops of the validation split, seven frames of one identity and three of another,
fuses each from several similarities on, and prints what became of them as a Markdown table. Takes a minute.`,

  async run(args, terminal) {
    const { positionals } = parseArguments(args, { allowPositionals: true, options: {} });
    const [model, ...more] = positionals;
    if (model === undefined || more.length > 0) throw new CommandError('usage', 'Give one model. See --help.');
    await startEngine('auto');
    const { card, inference } = loadEmbedder(model);
    const byIdentity = await embedIdentities(card, inference.run);
    const links = [
      { name: "the paper's", similarity: PUBLISHED_LINK_SIMILARITY },
      { name: '', similarity: 0.5 },
      ...card.thresholds.map(({ similarity, targetFmr }) => ({ name: `FMR ${targetFmr * 100} %`, similarity })),
    ];
    const rows = links.map(({ name, similarity }) => {
      const { linkSimilarity, ...shares } = filmFigures(byIdentity, similarity);
      const cells = Object.values(shares).map((share) => `${(100 * share).toFixed(1)} %`);
      return [[linkSimilarity, ...(name ? [name] : [])].join(', '), ...cells];
    });
    terminal.out(markdownTable(COLUMNS, rows));
    return 0;
  },
};

async function embedIdentities(
  card: ReturnType<typeof loadEmbedder>['card'],
  run: Parameters<typeof runImages>[1],
): Promise<ReadonlyMap<string, readonly Embedding[]>> {
  const held = heldOutFaces(openCrops(RESEARCH_CROPS)).filter(({ record }) => isTrusted(record));
  const faces = held.map(({ face }) => face);
  const contract = packedCropsContract(card);
  const byIdentity = new Map<string, Embedding[]>();
  for (const [n, row] of (await runImages(faces, run)).entries()) {
    const { identity } = (held[n] as HeldOutFace).record;
    byIdentity.set(identity, [...(byIdentity.get(identity) ?? []), createEmbedding(row, contract)]);
  }
  return byIdentity;
}

guardProcess();
process.exitCode = await runCommand(filmsCommand, process.argv.slice(2), processTerminal());
