import path from 'node:path';
import { Command, type Terminal } from '@face-verify/headless/command-line';
import { REPOSITORY } from '@face-verify/repository';
import { namedPack, PACK_OPTION } from './pack-option.ts';
import { writePages } from './write-pages.ts';

const FILE = path.join(REPOSITORY, 'packages/core/src/quality/width-weights.ts');

export const fitFaceWidthCommand = (terminal: Terminal) =>
  new Command('fit-face-width')
    .summary('fit how wide a face is to what the point network sees')
    .description(
      'How wide is a face for its height? Stretches crops of the training split, lets the point network look at them, and ' +
        'writes the weights that tell the width from its points into packages/core. Prints how many faces of people never ' +
        'trained on the limit refuses, stretched and as they are, and of apparent groups. Takes three minutes; to be run ' +
        'again with a new point network.',
    )
    .addOption(PACK_OPTION)
    .action(async ({ data }) => {
      const { fitFaceWidth } = await import('../measure/width/fit-face-width.ts');
      const { markdownTable } = await import('../publish/markdown-table.ts');
      const { weights, refused } = await fitFaceWidth(namedPack(terminal, data));
      const lines = weights.map((weight) => `  ${weight},`).join('\n');
      writePages(terminal, {
        [FILE]: `/**
 * The logarithm of a face's width, linear in \`widthFeatures\`. \`npm run -s lab -- fit-face-width\` writes this file.
 */
export const WIDTH_WEIGHTS: readonly number[] = [
${lines}
];
`,
      });
      terminal.out(
        markdownTable(
          ['faces', 'how many', 'refused'],
          refused.map(({ name, faces, refused: share }) => [name, String(faces), `${(100 * share).toFixed(1)} %`]),
        ),
      );
    });
