import type { LogEntry } from '../plot/learning-curve.ts';
import { STAGE_FIGURE } from './stages.ts';

/** What a stage came to. */
export interface StageResult {
  readonly name: string;
  /** The validation from which the next stage starts; absent where the stage has not been validated yet. */
  readonly best?: LogEntry;
}

/** Figures of the table, by the names of the log. */
const COLUMNS = {
  picture: 'best at picture',
  auc: 'AUC',
  bestBalancedAccuracy: 'best balanced accuracy',
  'tar@1e-2': 'TAR at FAR 1e-2',
  'tar@1e-3': 'at 1e-3',
} as const;

/** The best validation of a log. */
export function bestValidation(entries: readonly LogEntry[]): LogEntry | undefined {
  const figure = (entry: LogEntry) => entry[STAGE_FIGURE] as number;
  return entries
    .filter(({ kind }) => kind === 'validation')
    .reduce<LogEntry | undefined>(
      (best, entry) => (best === undefined || figure(entry) > figure(best) ? entry : best),
      undefined,
    );
}

/** A table of stages, as Markdown; a figure that the set cannot support, or that is not there yet, is a dash. */
export function stageTable(results: readonly StageResult[]): string {
  const row = (cells: readonly unknown[]) => `| ${cells.join(' | ')} |`;
  const keys = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
  return [
    row(['stage', ...Object.values(COLUMNS)]),
    row(['---', ...keys.map(() => '---')]),
    ...results.map(({ name, best }) => row([name, ...keys.map((key) => best?.[key] ?? '–')])),
  ].join('\n');
}
