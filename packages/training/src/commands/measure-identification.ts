import path from 'node:path';
import { Command, type Terminal } from '@face-verify/headless/command-line';
import { GENERATED_PAGES } from '@face-verify/repository';
import { MODEL_ARGUMENT, namedModel } from './model-argument.ts';
import { writePages } from './write-pages.ts';

/** As large as there are people. */
const GALLERY_SIZES = [25, 100, 400];

export const measureIdentificationCommand = (terminal: Terminal) =>
  new Command('measure-identification')
    .summary('measure what looking for people in galleries gets wrong')
    .description(
      'Are strangers taken for people of a gallery as often as its size and the threshold let expect, and are those who ' +
        'are in it found? Draws galleries from the trusted crops of the validation splits and writes identification.md ' +
        'and identification.svg. Takes two minutes.',
    )
    .addArgument(MODEL_ARGUMENT)
    .action(async (given) => {
      const { startEngine } = await import('../engine/engine.ts');
      const { loadEmbedder } = await import('../engine/load-embedder.ts');
      const { embedTrustedCrops } = await import('../measure/quality/embed-trusted-crops.ts');
      const { packedCropsContract } = await import('../measure/quality/packed-crops-contract.ts');
      const { identificationFigures } = await import('../measure/verification/identification-figures.ts');
      const { drawIdentification } = await import('../publish/gallery-guide/draw-identification.ts');
      const { identificationPage } = await import('../publish/gallery-guide/identification-page.ts');
      const model = await namedModel(given);
      const engine = await startEngine('auto');
      terminal.err(`Embedding on ${engine.name}`);
      const { card, inference } = loadEmbedder(model);
      const faces = await embedTrustedCrops(card, inference.run);
      terminal.err('Identifying');
      const rule = { ...card, contract: packedCropsContract(card) };
      const figures = GALLERY_SIZES.flatMap((size) => identificationFigures(faces, rule, size));
      const people = new Set(faces.map(({ identity }) => identity)).size;
      writePages(terminal, {
        [path.join(GENERATED_PAGES, 'identification.md')]: identificationPage(figures, card, people),
        [path.join(GENERATED_PAGES, 'identification.svg')]: await drawIdentification(figures),
      });
    });
