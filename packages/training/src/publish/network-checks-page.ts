import { STEPS } from '../measure/network-check/check-network.ts';
import { FOLDED_TOLERANCE, faultsOf } from '../measure/network-check/faults.ts';
import type { OwnProcessCheck } from '../measure/network-check/own-process.ts';

const COLUMNS = [
  'Network',
  'Input',
  'Learned values',
  'Training, CPU ms a picture',
  'Peak memory, GB',
  'Folded against unfolded',
  'Faults',
];

const FACES: Readonly<Record<OwnProcessCheck['faces'], string>> = {
  photographs: 'photographs, aligned',
  rendered: 'rendered pictures',
};

/** `docs/generated/network-checks.md`. */
export function networkChecksPage(checks: readonly OwnProcessCheck[]): string {
  const distinct = (values: readonly string[]) => [...new Set(values)].join(' and ');
  const engines = distinct(checks.map(({ engine }) => engine));
  const faces = distinct(checks.map(({ faces }) => FACES[faces]));
  return `# Network checks

Every network of [\`packages/nets\`](../../packages/nets/src/registry.ts) at the full size of its input, trained and
folded for real. Written by \`npm run -s lab -- check-networks --write\`; edit nothing here.

Each network starts anew and takes ${STEPS} steps with ArcFace, each on the faces of two people (${faces}), one of
each; then each learned parameter follows its gradient. It passes where

- all losses and gradients are finite, and each learned parameter has a slope in one of the steps at least;
- what it computes with batch normalisation folded into the filters and with the moving statistics kept apart differs
  by at most ${FOLDED_TOLERANCE.toExponential()} of the largest output;
- no tensor is left when it is gone.

Engine: ${engines}, in single precision. **Times** are processor time of forward and backward pass in the fastest step;
the machine was shared with other work, which lengthens even that: compare them only roughly. **Memory** is the most
that a process held that checked this network and nothing else; the engine itself is in it.

${checksTable(checks)}${excusesSection(checks)}`;
}

export function checksTable(checks: readonly OwnProcessCheck[]): string {
  const row = (line: readonly string[]) => `| ${line.join(' | ')} |\n`;
  return `${row(COLUMNS)}|---|${'--:|'.repeat(COLUMNS.length - 2)}---|\n${checks.map(cells).map(row).join('')}`;
}

function cells(check: OwnProcessCheck): string[] {
  return [
    check.name,
    `${check.sidePx}×${check.sidePx}`,
    check.learnedValues.toLocaleString('en'),
    check.trainingCpuMs.toFixed(0),
    (check.peakBytes / 1e9).toFixed(1),
    check.foldedDifference.toExponential(1),
    faultsOf(check).join('; ') || 'none',
  ];
}

/** Which gradients of zeros were no faults, and why; nothing where there were none. */
function excusesSection(checks: readonly OwnProcessCheck[]): string {
  const lines = checks.flatMap(({ name, silent }) =>
    silent.flatMap((parameter) =>
      parameter.excuse === undefined ? [] : [`- ${name}, \`${parameter.name}\`: ${parameter.excuse}.\n`],
    ),
  );
  return lines.length === 0 ? '' : `\nZero by right were the gradients of\n\n${lines.join('')}`;
}
