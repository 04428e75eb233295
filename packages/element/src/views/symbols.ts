import { type SVGTemplateResult, svg } from 'lit';
import type { ElementState } from '../element-state.ts';

/** What stands in the oval where no picture of a camera is, drawn on 24 by 24. */
const SYMBOLS = {
  face: svg`<path d="M8.6 9.7v.9M15.4 9.7v.9M12 10v3.4h-1M8.8 16c1.9 1.5 4.5 1.5 6.4 0" />`,
  camera: svg`<path d="M3.5 8.5h3L8 6.5h8l1.5 2h3v10h-17zM12 10.3a3 3 0 1 1 0 6a3 3 0 1 1 0-6" />`,
  'camera-off': svg`<path d="M9 6.5h7l1.5 2h3v9M16 18.5H3.5v-10h2M14.6 14.9a3 3 0 0 1-4.2-4.2M4 4.5l16 16" />`,
  pause: svg`<path d="M9.5 8v8M14.5 8v8" />`,
  check: svg`<path class="drawn" pathLength="1" d="m6.5 12.6 3.7 3.7 7.4-8.2" />`,
  cross: svg`<path d="m8 8 8 8M16 8l-8 8" />`,
  question: svg`<path d="M9.2 9.4a2.9 2.9 0 1 1 4.3 2.6c-1 .6-1.5 1.1-1.5 2.3M12 17.4v.1" />`,
  exclamation: svg`<path d="M12 6.8v6.6M12 17.1v.1" />`,
  photograph: svg`<path d="M4 5.5h16v13H4zM4 16l4.6-4.6 4.4 4.4 2.6-2.6L20 17.4M15.5 8.6v.1" />`,
} satisfies Readonly<Record<string, SVGTemplateResult>>;

type SymbolName = keyof typeof SYMBOLS;

/** How a state looks: what stands in its oval, and in which tone. */
export interface Appearance {
  readonly symbol: SymbolName | undefined;
  readonly tone: Tone;
}

/** `plain` says nothing of an outcome; nothing but an outcome that is one may look like `good`. */
type Tone = 'plain' | 'good' | 'bad' | 'unsure';

export function symbolOf(name: SymbolName): SVGTemplateResult {
  return SYMBOLS[name];
}

export function appearanceOf(state: ElementState): Appearance {
  switch (state.phase) {
    case 'idle':
    case 'loading':
      return { symbol: 'face', tone: 'plain' };
    case 'awaiting-camera':
      return { symbol: AWAITING[state.reason] ?? 'camera-off', tone: AWAITING[state.reason] ? 'plain' : 'unsure' };
    case 'photograph':
      return { symbol: 'photograph', tone: 'plain' };
    case 'done':
      return RESULTS[state.result.outcome] ?? RESULTS.inconclusive;
    case 'failed':
    case 'unsupported':
      return { symbol: 'exclamation', tone: 'unsure' };
    default:
      return { symbol: undefined, tone: 'plain' };
  }
}

const AWAITING: Readonly<Record<string, SymbolName | undefined>> = { asking: 'camera', 'page-hidden': 'pause' };

const RESULTS = {
  match: { symbol: 'check', tone: 'good' },
  enrolled: { symbol: 'check', tone: 'good' },
  identified: { symbol: 'check', tone: 'good' },
  captured: { symbol: 'check', tone: 'good' },
  'non-match': { symbol: 'cross', tone: 'bad' },
  'not-identified': { symbol: 'cross', tone: 'bad' },
  inconclusive: { symbol: 'question', tone: 'unsure' },
} as const satisfies Readonly<Record<string, Appearance>>;
