import path from 'node:path';
import { Command, resolvePath, showProgress, type Terminal } from '@face-verify/headless/command-line';
import { GENERATED_PAGES } from '@face-verify/repository';
import { MODEL_ARGUMENT, namedModel } from './model-argument.ts';
import { writePages } from './write-pages.ts';

export const measureNormsCommand = (terminal: Terminal) =>
  new Command('measure-norms')
    .summary('measure whether norms tell of quality, and write the page about it')
    .description(
      'Does the norm of an embedding tell how good the image of the face is? Damages the trusted crops of the ' +
        'validation split, embeds them with the weights that ship, and writes quality.md and quality.svg: how norms and ' +
        'matches fall, and whether templates that are weighted by norms are better. Takes two minutes and a half.',
    )
    .addArgument(MODEL_ARGUMENT)
    .option('--out <dir>', 'default: docs/generated')
    .action(async (given, { out }) => {
      const { startEngine } = await import('../engine/engine.ts');
      const { loadEmbedder } = await import('../engine/load-embedder.ts');
      const { drawQuality } = await import('../publish/quality-guide/draw-quality.ts');
      const { CONDITIONS, embedConditions } = await import('../measure/quality/embed-conditions.ts');
      const { measureQuality } = await import('../measure/quality/measure-quality.ts');
      const { qualityGuide } = await import('../publish/quality-guide/quality-guide.ts');
      const model = await namedModel(given);
      const engine = await startEngine('auto');
      terminal.err(`Embedding on ${engine.name}`);
      const { card, inference } = loadEmbedder(model);
      const progress = showProgress('conditions', CONDITIONS.length);
      const { undamaged, damaged } = await embedConditions(card, inference.run, progress.advance).finally(
        progress.stop,
      );
      terminal.err('Comparing');
      const report = measureQuality(undamaged, damaged);
      const folder = out === undefined ? GENERATED_PAGES : resolvePath(terminal, out);
      writePages(terminal, {
        [path.join(folder, 'quality.md')]: qualityGuide(report, card),
        [path.join(folder, 'quality.svg')]: await drawQuality(report.series),
      });
    });
