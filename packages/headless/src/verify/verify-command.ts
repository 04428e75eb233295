import { Command } from '@commander-js/extra-typings';
import type { BackendReport, SubjectRule } from 'face-verify';
import type { HarnessOptions } from '../browser/harness-api.ts';
import { reportedError } from '../command-line/command-error.ts';
import { EXIT_ERROR } from '../command-line/guard-process.ts';
import {
  BACKEND_OPTION,
  JSON_OPTION,
  MODEL_OPTION,
  pipelineOptions,
  REFERENCE_SUBJECT_OPTION,
  SUBJECT_OPTION,
} from '../command-line/pipeline-options.ts';
import { resolvePath, type Terminal } from '../command-line/terminal.ts';
import { statPhotograph } from '../photograph/photograph-file.ts';
import {
  type PhotographPair,
  type PhotographVerification,
  SIDES,
  type Side,
  verifyPhotographs,
} from './verify-photographs.ts';

const EXIT_STATUS = { match: 0, 'non-match': 1, inconclusive: 2, error: EXIT_ERROR } as const;

/** What `--json` prints; the backend is null where the command failed before there was one. */
type VerifyReport = PhotographVerification & { readonly backend: BackendReport | null };

export const verifyCommand = (terminal: Terminal) =>
  new Command('npm run -s verify --')
    .description(
      'Do two photographs show one person? Runs the browser pipeline headless on two files.' +
        '\n\nExit status: 0 match, 1 non-match, 2 inconclusive, 3 error.',
    )
    .argument('<probe>', 'a photograph')
    .argument('<reference>', 'a photograph of the person that the probe should show')
    .addOption(BACKEND_OPTION)
    .addOption(MODEL_OPTION)
    .addOption(SUBJECT_OPTION)
    .addOption(REFERENCE_SUBJECT_OPTION)
    .addOption(JSON_OPTION)
    .action(async (probe, reference, { json, subject, referenceSubject = subject, ...options }) => {
      const pair = { probe: resolvePath(terminal, probe), reference: resolvePath(terminal, reference) };
      const report = await verify(pair, { probe: subject, reference: referenceSubject }, pipelineOptions(options));
      if (json) terminal.out(JSON.stringify(report));
      else print(report, terminal);
      terminal.exitStatus = EXIT_STATUS[report.outcome];
    });

type Subjects = Readonly<Record<Side, SubjectRule>>;

async function verify(pair: PhotographPair, subjects: Subjects, options: HarnessOptions): Promise<VerifyReport> {
  const missing = SIDES.find((side) => statPhotograph(pair[side]) === undefined);
  if (missing !== undefined) {
    const error = { code: 'file-missing', message: 'There is no file that can be read.' } as const;
    return { outcome: 'error', error, side: missing, backend: null };
  }
  try {
    return await verifyInBrowser(pair, subjects, options);
  } catch (thrown) {
    return { outcome: 'error', error: reportedError(thrown), backend: null };
  }
}

async function verifyInBrowser(
  pair: PhotographPair,
  subjects: Subjects,
  options: HarnessOptions,
): Promise<VerifyReport> {
  const { PipelineBrowser } = await import('../browser/pipeline-browser.ts');
  const pipeline = await PipelineBrowser.start(options);
  try {
    const { backend } = await pipeline.load();
    return { ...(await verifyPhotographs(pipeline, pair, subjects)), backend };
  } finally {
    // Throws where anything left the page: then there is no result.
    await pipeline.close();
  }
}

function print(report: VerifyReport, terminal: Terminal): void {
  if (report.outcome === 'error') {
    const side = report.side === undefined ? '' : ` (${report.side})`;
    terminal.err(`error${side}: ${report.error.code}: ${report.error.message}`);
    return;
  }
  terminal.out(report.outcome);
  if (report.outcome === 'inconclusive') {
    terminal.out(`reason      ${report.reason}${'side' in report ? ` (${report.side})` : ''}`);
  } else {
    const { threshold, similarity } = report;
    terminal.out(`similarity  ${similarity.toFixed(4)} (cosine)`);
    terminal.out(`threshold   ${threshold.similarity.toFixed(4)}, for a false match rate of ${threshold.fmr}`);
    if (threshold.fmr !== 'unknown') {
      const [low, high] = threshold.fmrInterval.map((rate) => rate.toPrecision(2));
      terminal.out(`            (95 % interval ${low} to ${high}, measured on ${threshold.measuredOn})`);
    }
  }
  if (report.backend) terminal.out(`backend     ${report.backend.running}: ${report.backend.reason}`);
}
