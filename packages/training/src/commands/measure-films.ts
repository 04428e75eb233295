import { Command, type Terminal } from '@face-verify/headless/command-line';
import { MODEL_ARGUMENT, namedModel } from './model-argument.ts';

const COLUMNS = [
  'link from',
  'pairs of one person linked',
  'of two',
  'templates with a stranger’s frame',
  'films without a template',
  'five clean crops without one',
];

export const measureFilmsCommand = (terminal: Terminal) =>
  new Command('measure-films')
    .summary('find from which similarity on the frames of a film should be linked')
    .description(
      'From which similarity on should the frames of a film be linked? Draws films from the trusted crops of the ' +
        'validation split, seven frames of one identity and three of another, fuses each from several similarities on, ' +
        'and prints what became of them as a Markdown table. Takes a minute.',
    )
    .addArgument(MODEL_ARGUMENT)
    .action(async (given) => {
      const { measureFilms } = await import('../measure/quality/measure-films.ts');
      const { markdownTable } = await import('../publish/markdown-table.ts');
      const rows = (await measureFilms(await namedModel(given))).map(({ name, figures }) => {
        const { linkSimilarity, ...shares } = figures;
        const cells = Object.values(shares).map((share) => `${(100 * share).toFixed(1)} %`);
        return [[linkSimilarity, ...(name ? [name] : [])].join(', '), ...cells];
      });
      terminal.out(markdownTable(COLUMNS, rows));
    });
