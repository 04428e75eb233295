import { Command, JSON_OPTION, type Terminal } from '@face-verify/headless/command-line';

const COLUMNS = ['network', 'parameters', 'trainable', 'multiply-adds', 'FLOPs (tf)', 'FLOPs (mx)'];

export const countCommand = (terminal: Terminal) =>
  new Command('count')
    .summary('count the parameters and FLOPs of every network')
    .description('Counts the parameters and FLOPs of every network, by two conventions, as a Markdown table.')
    .addOption(JSON_OPTION)
    .action(async ({ json }) => {
      const { count, NETWORKS } = await import('@face-verify/nets');
      const { markdownTable } = await import('../publish/markdown-table.ts');
      const costs = Object.values(NETWORKS).map((define) => count(define()));
      const rows = costs.map(({ name, params, trainableParams, macs, flops }) => [
        name,
        ...[params, trainableParams, macs, flops.tf, flops.mx].map((value) => value.toLocaleString('en')),
      ]);
      terminal.out(json ? JSON.stringify(costs, null, 2) : markdownTable(COLUMNS, rows));
    });
