import path from 'node:path';
import { Command, interruptSignal, resolvePath, type Terminal } from '@face-verify/headless/command-line';
import { GENERATED_PAGES, RUNS_FOLDER } from '@face-verify/repository';
import { SERIES } from '../recipes/series/index.ts';
import { ENGINE_OPTION } from './engine-option.ts';
import { oneOf } from './one-of.ts';
import { WORKERS_OPTION } from './workers-option.ts';
import { writePages } from './write-pages.ts';

export const trainSeriesCommand = (terminal: Terminal) =>
  new Command('train-series')
    .summary('compare runs of one budget, and write their page')
    .description(
      'Trains runs of one budget one after the other, measures them on the crops that training never saw, and writes the ' +
        'page of the series. Runs that are finished are skipped, an interrupted one goes on; what is there when it is ' +
        'stopped is not measured.' +
        '\n\nA run of 32,000 pictures takes about 12 minutes of one idle core. progressive-full needs a data set of ' +
        'your own.',
    )
    .argument('<series>', [...SERIES.keys()].join(', '), oneOf(SERIES))
    .option('--measure', 'train nothing, measure the runs that are finished')
    .option('--out <dir>', 'for SERIES.md (default: docs/generated/experiments)')
    .addOption(ENGINE_OPTION)
    .addOption(WORKERS_OPTION)
    .action(async (series, { measure, out, engine, workers }) => {
      const signal = interruptSignal(terminal);
      const { startEngine } = await import('../engine/engine.ts');
      const { runTraining } = await import('../learn/trainer/run-training.ts');
      const { measureSeries } = await import('../recipes/series/measure-series.ts');
      const { runSeries } = await import('../recipes/series/run-series.ts');
      const { seriesMarkdown } = await import('../recipes/series/series-markdown.ts');
      const folderOf = (name: string) => path.join(RUNS_FOLDER, name);
      if (!measure) {
        const configs = series.runs.map(({ config }) => config);
        await runSeries(configs, (config) => runTraining(config, { engine, workers, signal }), folderOf, signal);
      }
      if (signal.aborted) return;
      const page = seriesMarkdown(series, await measureSeries(series, await startEngine(engine), folderOf));
      const folder = out === undefined ? path.join(GENERATED_PAGES, 'experiments') : resolvePath(terminal, out);
      terminal.out(page);
      writePages(terminal, { [path.join(folder, `${series.name}.md`)]: page });
    });
