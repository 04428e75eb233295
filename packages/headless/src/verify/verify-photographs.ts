import type { VerificationResult } from '@face-verify/core';
import type { SubjectRule } from 'face-verify';
import type { CaptureSummary } from '../browser/harness-api.ts';
import type { PipelineBrowser } from '../browser/pipeline-browser.ts';
import { type ReportedError, reportedError } from '../command-line/command-error.ts';

/** Which of the two photographs something is said about. */
export type Side = 'probe' | 'reference';

/** Paths of the two photographs. */
export type PhotographPair = Readonly<Record<Side, string>>;

export type PhotographVerification =
  | VerificationResult
  | { readonly outcome: 'error'; readonly error: ReportedError; readonly side?: Side };

export const SIDES: readonly Side[] = ['probe', 'reference'];

/**
 * Verifies two photographs 1:1, each captured by itself so that what goes wrong has a side.
 *
 * @param subjects - which face of each; default the only one
 */
export async function verifyPhotographs(
  pipeline: Pick<PipelineBrowser, 'capture' | 'compare'>,
  pair: PhotographPair,
  subjects: Readonly<Partial<Record<Side, SubjectRule>>> = {},
): Promise<PhotographVerification> {
  const captures: CaptureSummary[] = [];
  for (const side of SIDES) {
    try {
      captures.push(await pipeline.capture(pair[side], subjects[side]));
    } catch (thrown) {
      return { outcome: 'error', error: reportedError(thrown), side };
    }
  }
  const [probe, reference] = captures as [CaptureSummary, CaptureSummary];
  try {
    return await pipeline.compare(probe, reference);
  } catch (thrown) {
    return { outcome: 'error', error: reportedError(thrown) };
  }
}
