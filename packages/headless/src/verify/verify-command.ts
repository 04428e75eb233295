import type { BackendReport } from 'face-verify';
import type { HarnessOptions } from '../browser/harness-api.ts';
import { PipelineBrowser } from '../browser/pipeline-browser.ts';
import { CommandError } from '../command-error.ts';
import { EXIT_ERROR } from '../guard-process.ts';
import { parseArguments } from '../parse-arguments.ts';
import { statPhoto } from '../photograph/photo-file.ts';
import { PIPELINE_OPTIONS, PIPELINE_OPTIONS_HELP, pipelineOptions } from '../pipeline-options.ts';
import { type Command, reportedError } from '../run-command.ts';
import { resolvePath, type Terminal } from '../terminal.ts';
import { type PhotographPair, type PhotographVerification, SIDES, verifyPhotographs } from './verify-photographs.ts';

const EXIT_STATUS = { match: 0, 'non-match': 1, inconclusive: 2, error: EXIT_ERROR } as const;

/** What `--json` prints; the backend is null where the command failed before there was one. */
type VerifyReport = PhotographVerification & { readonly backend: BackendReport | null };

export const verifyCommand: Command = {
  help: `Do two photographs show one person? Runs the browser pipeline headless on two files.

  npm run -s verify -- PROBE REFERENCE [options]

${PIPELINE_OPTIONS_HELP}
  --json           print one JSON object

Exit status: 0 match, 1 non-match, 2 inconclusive, 3 error.`,

  async run(args, terminal) {
    const { values, positionals } = parseArguments(args, {
      options: { ...PIPELINE_OPTIONS, json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const options = pipelineOptions(values);
    const [probe, reference] = positionals.map((path) => resolvePath(terminal, path));
    if (probe === undefined || reference === undefined || positionals.length > 2) {
      throw new CommandError('usage', `Two photographs are needed, ${positionals.length} were given. See --help.`);
    }
    const report = await verify({ probe, reference }, options);
    if (values.json) terminal.out(JSON.stringify(report));
    else print(report, terminal);
    return EXIT_STATUS[report.outcome];
  },
};

async function verify(pair: PhotographPair, options: HarnessOptions): Promise<VerifyReport> {
  const missing = SIDES.find((side) => statPhoto(pair[side]) === undefined);
  if (missing !== undefined) {
    const error = { code: 'file-missing', message: 'There is no file that can be read.' } as const;
    return { outcome: 'error', error, side: missing, backend: null };
  }
  try {
    return await verifyInBrowser(pair, options);
  } catch (thrown) {
    return { outcome: 'error', error: reportedError(thrown), backend: null };
  }
}

async function verifyInBrowser(pair: PhotographPair, options: HarnessOptions): Promise<VerifyReport> {
  const pipeline = await PipelineBrowser.start(options);
  try {
    const { backend } = await pipeline.load();
    return { ...(await verifyPhotographs(pipeline, pair)), backend };
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
    const [low, high] = report.fmrInterval.map((rate) => rate.toPrecision(2));
    terminal.out(`similarity  ${report.similarity.toFixed(4)} (cosine)`);
    terminal.out(`threshold   ${report.threshold.toFixed(4)}, chosen for a false match rate of ${report.targetFmr}`);
    terminal.out(`            (95 % interval ${low} to ${high}, measured on ${report.measuredOn})`);
  }
  if (report.backend) terminal.out(`backend     ${report.backend.running}: ${report.backend.reason}`);
}
