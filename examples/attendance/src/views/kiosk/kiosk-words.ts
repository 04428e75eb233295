import type { SessionState } from 'face-verify';
import { msOf } from '../../domain/instant.ts';
import type { KioskScreen } from '../../domain/kiosk/kiosk-state.ts';
import type { PersonId } from '../../domain/person.ts';
import type { FacesState } from '../../faces/faces.ts';
import type { KioskView } from '../../kiosk/kiosk-runner.ts';
import type { KioskMessages, KioskWords } from '../../messages/kiosk-messages.ts';

/** What is said, and how it looks. */
export interface TonedWords extends KioskWords {
  readonly tone: 'calm' | 'good' | 'unsure' | 'bad';
}

export interface WordsSetup {
  readonly say: KioskMessages;
  readonly faces: FacesState;
  readonly nameOf: (person: PersonId) => string;
  /** @param ms - since 1970 */
  readonly timeAt: (ms: number) => string;
}

/** What a kiosk says: one thing at a time. */
export function kioskWords(
  { state: { screen, cameraCode }, session, saved, nowMs }: KioskView,
  setup: WordsSetup,
): TonedWords {
  const { say, faces, nameOf, timeAt } = setup;
  switch (screen.show) {
    case 'watching':
    case 'looking':
      return { tone: 'calm', ...attemptWords(screen.show, session, say, faces) };
    case 'several':
      return { tone: 'unsure', ...say.several };
    case 'greeting': {
      const detail = say.greeting[screen.direction](timeAt(screen.atMs));
      if (saved === 'failed') return { tone: 'bad', title: nameOf(screen.person), detail: say.notSaved };
      return { tone: 'good', title: nameOf(screen.person), detail };
    }
    case 'already':
      return {
        tone: 'good',
        title: nameOf(screen.person),
        detail: say.already[screen.direction](timeAt(msOf(screen.since))),
      };
    case 'unknown':
      return { tone: 'unsure', ...say.unknown[screen.reason] };
    case 'paused':
      return { tone: 'unsure', title: say.paused.title(timeLeft(screen.untilMs - nowMs)), detail: say.paused.detail };
    case 'asking':
    case 'checking':
      return { tone: 'calm', ...cardWords(screen, cameraCode !== undefined, say) };
    case 'no-camera':
      return { tone: 'bad', ...cameraWords(screen.code, say) };
  }
}

function attemptWords(
  show: 'watching' | 'looking',
  session: SessionState,
  say: KioskMessages,
  faces: FacesState,
): KioskWords {
  if (faces.state === 'loading') {
    const { bytes = 0, totalBytes = 0 } = faces.progress ?? {};
    return say.getReady(totalBytes > 0 ? Math.floor((99 * bytes) / totalBytes) : 0);
  }
  if (faces.state === 'failed') return say.engineFailed(faces.code);
  if (session.phase === 'challenging') {
    const { challenge, stage, hint } = session;
    const isAsked = stage === 'doing' && challenge !== undefined;
    const title = isAsked ? say.challenges[challenge] : ((hint && say.hints[hint]) ?? say.rest);
    return { title, detail: say.livenessDetail };
  }
  const hint = 'hint' in session ? session.hint : undefined;
  if (hint !== undefined) return { ...say[show], title: say.hints[hint] };
  return say[show];
}

function cardWords(
  screen: Extract<KioskScreen, { show: 'asking' | 'checking' }>,
  isAway: boolean,
  say: KioskMessages,
): KioskWords {
  const { title, detail, refused, checking, noCamera } = say.card;
  if (screen.show === 'checking') return { title: checking, detail };
  if (screen.problem === 'refused') return { title, detail: refused };
  return { title, detail: isAway ? noCamera : detail };
}

function cameraWords(code: string, say: KioskMessages): KioskWords {
  return Object.hasOwn(say.camera, code) ? say.camera[code as keyof typeof say.camera] : say.engineFailed(code);
}

/** Minutes and seconds, as `0:42`. */
function timeLeft(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
