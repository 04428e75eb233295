import { Command, type Terminal } from '@face-verify/headless/command-line';
import { MODEL_ARGUMENT, namedModel } from './model-argument.ts';

export const teachCommand = (terminal: Terminal) =>
  new Command('teach')
    .summary('write what students are to learn from the teachers')
    .description(
      'Writes what students are to learn: for each of the packed research crops the target that lies stored beside it ' +
        '(docs/decisions/distillation-target.md), all targets turned alike towards where a model puts faces now, so ' +
        'that a student that goes on from it unlearns nothing. Prints how well the targets verify, and how often they ' +
        'take two people of a group for one at the threshold for 1e-3.' +
        '\n\nTakes a minute.',
    )
    .addArgument(MODEL_ARGUMENT)
    .action(async (given) => {
      const { startEngine } = await import('../engine/engine.ts');
      const { loadEmbedder } = await import('../engine/load-embedder.ts');
      const { runImages } = await import('../learn/validation/run-images.ts');
      const { writeDistillationTargets } = await import('../teach/write-distillation-targets.ts');
      const { measureRows } = await import('../teach/measure-rows.ts');
      const { markdownTable } = await import('../publish/markdown-table.ts');
      const model = await namedModel(given);
      await startEngine('auto');
      const { inference } = loadEmbedder(model);
      const { records, targets, meanCosine } = await writeDistillationTargets((faces) =>
        runImages(faces, inference.run),
      );
      inference.dispose();
      const { figures, falseMatches } = measureRows(records, (crop) => Float32Array.from(targets.getRow(crop)));
      const groups = Object.entries(falseMatches).map(([group, rate]) => [`false matches, ${group}`, rate] as const);
      const { before, after } = meanCosine;
      terminal.out(`Mean cosine between ${model} and the targets: ${cell(after)}, ${cell(before)} before the turn.\n`);
      const lines = [...Object.entries(figures), ...groups].map(([name, value]) => [name, cell(value)]);
      terminal.out(markdownTable(['', 'targets'], lines));
    });

function cell(value: number | undefined): string {
  return value?.toFixed(4) ?? 'too few pairs';
}
