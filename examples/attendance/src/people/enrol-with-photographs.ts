import {
  type CaptureRefusal,
  type EnrolmentRefusal,
  type FaceVerifier,
  FaceVerifyError,
  templateCodec,
} from 'face-verify';
import type { Instant } from '../domain/instant.ts';
import type { Enrolment } from '../domain/person.ts';

/** Why one file has no part in a template. */
export type PhotographRefusal = CaptureRefusal | 'model-not-trained' | 'unreadable' | 'different-face';

/** What became of one file. */
interface PhotographReport {
  readonly file: File;
  /** Undefined where it was used. */
  readonly refusal?: PhotographRefusal;
}

export type PhotographEnrolment = { readonly files: readonly PhotographReport[] } & (
  | { readonly outcome: 'enrolled'; readonly enrolment: Enrolment }
  | { readonly outcome: 'refused'; readonly reason: EnrolmentRefusal | 'unreadable' }
);

/**
 * Makes a template of photographs of one person, and says of each file whether it was used.
 *
 * @throws {FaceVerifyError} where the verifier cannot work, or `signal` was aborted; never for what a file shows
 */
export async function enrolWithPhotographs(
  verifier: FaceVerifier,
  files: readonly File[],
  at: Instant,
  signal?: AbortSignal,
): Promise<PhotographEnrolment> {
  const readable: File[] = [];
  for (const file of files) if (await isReadable(file)) readable.push(file);
  const unread = files.filter((file) => !readable.includes(file)).map((file) => report(file, 'unreadable'));
  if (readable.length === 0) return { outcome: 'refused', reason: 'unreadable', files: unread };
  try {
    const result = await verifier.enrol(readable, signal === undefined ? {} : { signal });
    const dropped = new Set('dropped' in result ? result.dropped : []);
    const seen = result.captures.map((capture, i) => {
      const file = readable[i] as File;
      if (capture.outcome === 'inconclusive') return report(file, capture.reason);
      return report(file, dropped.has(i) ? 'different-face' : undefined);
    });
    const reports = [...seen, ...unread];
    if (result.outcome === 'inconclusive') return { outcome: 'refused', reason: result.reason, files: reports };
    const { template } = result;
    return {
      outcome: 'enrolled',
      files: reports,
      enrolment: {
        ...{ at, template: templateCodec.encodeText(template), contract: verifier.contract },
        ...{ faceCount: template.faceCount, source: 'photographs' },
      },
    };
  } catch (error) {
    if (!(error instanceof FaceVerifyError) || !OF_THE_FILE.has(error.code)) throw error;
    const reports = readable.map((file) => report(file, 'unreadable'));
    return { outcome: 'refused', reason: 'unreadable', files: [...reports, ...unread] };
  }
}

const OF_THE_FILE: ReadonlySet<string> = new Set([
  ...['image-unreadable', 'image-empty', 'image-too-large', 'geometry-degenerate', 'embedding-invalid'],
]);

function report(file: File, refusal: PhotographRefusal | undefined): PhotographReport {
  return { file, ...(refusal !== undefined && { refusal }) };
}

/** One file that is none must not take the others with it. */
async function isReadable(file: File): Promise<boolean> {
  try {
    (await createImageBitmap(file)).close();
    return true;
  } catch {
    return false;
  }
}
