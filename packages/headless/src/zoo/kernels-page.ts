import { type FastestMs, KERNEL_SETS, type KernelBenchmark } from './kernel-times.ts';

/** `docs/generated/kernels.md`. */
export function kernelsPage({ networks, chromium }: KernelBenchmark, { cores }: { readonly cores: number }): string {
  const rows = networks.flatMap(({ name, macs, fastestMs, kernels }) => [
    row([`**${name}**`, ...figures(macs, fastestMs)]),
    ...kernels.map(({ kind, steps, macs, fastestMs }) => row([`${steps} × ${kind}`, ...figures(macs, fastestMs)])),
  ]);
  return `# What our kernels save

Milliseconds of each network that weights ship for, and of its steps by kind, with the kernels of TensorFlow.js and
with [ours](../decisions/own-kernels.md), with relaxed SIMD and without. Written by \`npm run -s lab -- write-kernels\`;
edit \`packages/headless/src/zoo\`, not this page. \`npm run -s bench -- --kernels\` only prints the times.

${row(['', 'multiply-adds, M', 'tfjs', 'relaxed SIMD', 'SIMD', 'relaxed ÷ tfjs', 'SIMD ÷ relaxed'])}
|---|${'--:|'.repeat(6)}
${rows.join('\n')}

In a headless Chromium ${chromium} with ${cores} cores, one thread, WASM. All three took turns in one page; times are the fastest of 30
rounds, which is what they take where nothing else runs, since the machine was shared with other work. A whole network
takes more than its steps by what it costs to call them. With ours, sums and activations are part of convolutions, and
take no time of their own.
`;
}

function figures(macs: number, fastestMs: FastestMs): readonly string[] {
  const { tfjs, 'relaxed-simd': relaxed, simd } = fastestMs;
  return [
    macs === 0 ? '–' : (macs / 1e6).toFixed(1),
    ...KERNEL_SETS.map((set) => fastestMs[set].toFixed(fastestMs[set] < 0.1 ? 3 : 2)),
    ...[relaxed / tfjs, simd / relaxed].map((ratio) => (Number.isFinite(ratio) ? ratio.toFixed(2) : '–')),
  ];
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
