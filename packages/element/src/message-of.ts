import type { ElementState } from './element-state.ts';
import type { FaceVerifyMode } from './face-verify-mode.ts';
import type { FaceVerifyResult } from './face-verify-result.ts';
import { failureKind } from './failure-kind.ts';
import type { Locale, Message } from './locales/locale.ts';

/** What an attempt looks at. */
export type AttemptSource = 'camera' | 'photograph';

/** What is said in a state: one thing at a time. */
export function messageOf(
  state: ElementState,
  mode: FaceVerifyMode,
  locale: Locale,
  source: AttemptSource = 'camera',
): Message {
  const { phases, hints } = locale;
  switch (state.phase) {
    case 'unsupported':
      return locale.unsupported;
    case 'idle':
      return locale.intro[mode];
    case 'loading':
    case 'deciding':
    case 'photograph':
      return phases[state.phase];
    case 'awaiting-camera':
      return awaitingCamera(state, locale);
    case 'searching':
    case 'guiding':
      return state.hint === undefined ? phases[state.phase] : { title: hints[state.hint], detail: '' };
    case 'challenging':
      return { title: challenge(state, locale), detail: '' };
    case 'done':
      return result(state, locale, source);
    case 'failed':
      return { title: locale.failed.title, detail: locale.failed[failureKind(state.code)] };
  }
}

type StateOf<Phase extends ElementState['phase']> = Extract<ElementState, { readonly phase: Phase }>;

function awaitingCamera({ reason }: StateOf<'awaiting-camera'>, { phases, camera }: Locale): Message {
  return reason === 'asking' || reason === 'page-hidden' ? phases[reason] : camera[reason];
}

function challenge({ stage, challenge, hint }: StateOf<'challenging'>, { hints, challenges, rest }: Locale): string {
  if (hint !== undefined) return hints[hint];
  return stage === 'doing' && challenge !== undefined ? challenges[challenge] : rest;
}

function result(
  { result, liveness }: { readonly result: FaceVerifyResult } & Pick<StateOf<'done'>, 'liveness'>,
  { results, liveness: failures, photographRefused, failed }: Locale,
  source: AttemptSource,
): Message {
  const { title, detail } = results[result.outcome];
  if (result.outcome !== 'inconclusive') return { title, detail };
  if (result.side === 'reference') return { title, detail: failed.setup };
  if (source === 'photograph') return { title, detail: photographRefused };
  return { title, detail: liveness.outcome === 'failed' ? failures[liveness.reason] : detail };
}
