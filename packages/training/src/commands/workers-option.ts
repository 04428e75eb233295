import { Option, wholeNumber } from '@face-verify/headless/command-line';

export const WORKERS_OPTION = new Option(
  '--workers <n>',
  'threads that each compute a share of every batch; best the number of idle cores',
)
  .argParser(wholeNumber(1))
  .default(1);
