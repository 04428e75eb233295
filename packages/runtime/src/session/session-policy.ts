import { type DecisionThreshold, type FaceTemplate, FaceVerifyError } from '@face-verify/core';
import type { FaceVerifier, ImageSource } from '../api.ts';
import type { Decision } from './session-event.ts';
import type { CaptureWatch, IdentifyWatch, VerifyWatch, WatchOptions } from './watch-options.ts';

/** What decides for a session: a verifier, without what sees. */
export type SessionDecider = Pick<FaceVerifier, 'capture' | 'compare' | 'identify' | 'threshold'>;

/** What an attempt is for. */
export interface SessionPolicy {
  /**
   * Gets ready what faces are compared with.
   *
   * @returns how every attempt ends, where that is known already
   * @throws {FaceVerifyError}
   */
  prepare(signal: AbortSignal): Promise<Decision | undefined>;
  /** Whether {@link decide} wants the last frame that the template was made of. */
  readonly keepsFrame?: boolean;
  /**
   * @param frame - to give away; undefined where it is not wanted
   * @throws {FaceVerifyError}
   */
  decide(template: FaceTemplate, frame: ImageBitmap | undefined): Decision;
}

/** How many frames have to agree, and how far apart they are. */
export const FRAMES_BY_MODE = {
  verify: { least: 3, apartMs: 120 },
  identify: { least: 3, apartMs: 120 },
  // A template is kept: it is worth more moments.
  enrol: { least: 5, apartMs: 250 },
  capture: { least: 1, apartMs: 0 },
} as const satisfies Record<WatchOptions['mode'], object>;

/** The policy of each mode. */
export function sessionPolicy(decider: SessionDecider, options: WatchOptions): SessionPolicy {
  const make = POLICIES[options.mode] as (decider: SessionDecider, options: WatchOptions) => SessionPolicy;
  return make(decider, options);
}

type Policies = {
  readonly [Mode in WatchOptions['mode']]: (
    decider: SessionDecider,
    options: Extract<WatchOptions, { readonly mode: Mode }>,
  ) => SessionPolicy;
};

const UNTRAINED = { outcome: 'inconclusive', reason: 'model-not-trained' } as const;

const POLICIES: Policies = {
  verify: verifyPolicy,
  identify: (decider, { gallery, threshold, k, margin }: IdentifyWatch) => {
    const choice = {
      ...(threshold && { threshold }),
      ...(k !== undefined && { k }),
      ...(margin !== undefined && { margin }),
    };
    return {
      prepare: async () => {
        // Whatever is wrong with the gallery is told before anybody has to wait for it.
        decider.identify({ outcome: 'inconclusive', reason: 'no-face' }, gallery, choice);
        return unlessTrained(decider.threshold);
      },
      decide: (template) => decider.identify(template, gallery, choice),
    };
  },
  enrol: (decider) => ({
    prepare: async () => unlessTrained(decider.threshold),
    decide: (template) => ({ outcome: 'enrolled', template }) as Decision,
  }),
  capture: (decider, { frames = FRAMES_BY_MODE.capture.least, liveness = false }: CaptureWatch) => ({
    // A single frame agrees with itself alone.
    prepare: async () => (frames > 1 || liveness !== false ? unlessTrained(decider.threshold) : undefined),
    keepsFrame: true,
    decide: (template, photograph) => ({ outcome: 'captured', template, photograph }) as Decision,
  }),
};

function unlessTrained(threshold: DecisionThreshold | undefined): Decision | undefined {
  return threshold === undefined ? UNTRAINED : undefined;
}

function verifyPolicy(decider: SessionDecider, { reference, threshold }: VerifyWatch): SessionPolicy {
  const choice = threshold === undefined ? {} : { threshold };
  let compared = isCompared(reference) ? reference : undefined;
  return {
    prepare: async (signal) => {
      compared ??= await decider.capture(reference as ImageSource, { signal });
      // Compared with itself it shows whether it can be compared at all.
      const result = decider.compare(compared, compared, choice);
      return result.outcome === 'inconclusive'
        ? { ...result, ...('side' in result && { side: 'reference' }) }
        : undefined;
    },
    decide: (template) => {
      if (compared === undefined) throw new FaceVerifyError('internal', 'The reference was not made ready.');
      return decider.compare(template, compared, choice);
    },
  };
}

/** Whether it is a face that was captured, enrolled or embedded, rather than a photograph. */
function isCompared(reference: VerifyWatch['reference']): reference is Exclude<VerifyWatch['reference'], ImageSource> {
  if (typeof reference !== 'object' || reference === null) return false;
  return 'embedding' in reference || 'vector' in reference || 'outcome' in reference;
}
