import path from 'node:path';
import { Command, type Terminal } from '@face-verify/headless/command-line';
import { GENERATED_PAGES } from '@face-verify/repository';
import { MODEL_ARGUMENT, namedModel } from './model-argument.ts';
import { namedPack, PACK_OPTION } from './pack-option.ts';
import { writePages } from './write-pages.ts';

/** The default rate, and the one that NIST asks for. */
const TARGET_FMRS = [1e-3, 1e-4];

export const measureTransactionsCommand = (terminal: Terminal) =>
  new Command('measure-transactions')
    .summary('measure what templates of several photographs and several attempts are worth')
    .description(
      "How often do whole transactions go wrong at the thresholds of a model's card: one photograph against one, against a " +
        'template of three, and the best of several? Sends the trusted crops of the validation splits through the whole ' +
        'pipeline in a headless browser and writes transactions.md. Takes about 40 ms a crop and a minute for the ' +
        'intervals.',
    )
    .addArgument(MODEL_ARGUMENT)
    .addOption(PACK_OPTION)
    .action(async (given, { data }) => {
      const { readCard } = await import('../engine/load-embedder.ts');
      const { measureTransactions } = await import('../measure/browser/measure-transactions.ts');
      const { transactionsPage } = await import('../publish/transactions-page.ts');
      const model = await namedModel(given);
      const splits = await measureTransactions(model, namedPack(terminal, data), TARGET_FMRS);
      writePages(terminal, {
        [path.join(GENERATED_PAGES, 'transactions.md')]: transactionsPage(splits, readCard(model)),
      });
    });
