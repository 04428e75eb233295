import { Command, type Progress, showProgress, type Terminal } from '@face-verify/headless/command-line';

export const teachCommand = (terminal: Terminal) =>
  new Command('teach')
    .summary('write what students are to learn from the teachers')
    .description(
      'Writes what students are to learn: for each of the packed research crops the embedding that both teachers give it ' +
        'together, less what people of an apparent group have in common (docs/decisions/distillation-target.md). Prints ' +
        'how well teachers and targets verify, and how often they take two people of a group for one at the threshold ' +
        'for 1e-3.' +
        '\n\nTakes ten minutes of one core, nearly all for teacher M, whose embeddings are kept; goes on where it was ' +
        'interrupted.',
    )
    .action(async () => {
      const { startEngine } = await import('../engine/engine.ts');
      const { writeDistillationTargets } = await import('../teach/write-distillation-targets.ts');
      const { measureRows } = await import('../teach/measure-rows.ts');
      const { markdownTable } = await import('../publish/markdown-table.ts');
      await startEngine('auto');
      let progress: Progress | undefined;
      try {
        const { records, rows } = await writeDistillationTargets({
          onStart: (done, total) => {
            progress = showProgress('crops seen by teacher M', total, done);
          },
          onCrops: (count) => progress?.advance(count),
        });
        const measured = Object.values(rows).map((matrix) => {
          const { figures, falseMatches } = measureRows(records, (crop) => Float32Array.from(matrix.getRow(crop)));
          const groups = Object.entries(falseMatches).map(
            ([group, rate]) => [`false matches, ${group}`, rate] as const,
          );
          return new Map([...Object.entries(figures), ...groups]);
        });
        const names = new Set(measured.flatMap((figures) => [...figures.keys()]));
        const lines = [...names].map((name) => [name, ...measured.map((figures) => cell(figures.get(name)))]);
        progress?.stop();
        terminal.out(markdownTable(['', ...Object.keys(rows)], lines));
      } finally {
        progress?.stop();
      }
    });

function cell(value: number | undefined): string {
  return value?.toFixed(4) ?? 'too few pairs';
}
