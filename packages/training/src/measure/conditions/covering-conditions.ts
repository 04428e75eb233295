import { type Condition, oneStep } from './condition.ts';
import { drawOnFace } from './face-frame.ts';

// In pixels of the 112 px template: eyes at (38, 52) and (74, 52), mouth corners at (42, 92) and (71, 92).

const MASK =
  '<path d="M4 66 Q56 58 108 66 L102 100 Q80 126 56 126 Q32 126 10 100 Z" fill="#9db8c9"/>' +
  '<path d="M8 82 Q56 76 104 82 M12 98 Q56 94 100 98" stroke="#86a2b4" stroke-width="1.5" fill="none"/>';

const SUNGLASSES =
  '<path d="M-4 46 L22 46 M90 46 L116 46" stroke="#111" stroke-width="4"/>' +
  '<rect x="20" y="40" width="34" height="25" rx="9" fill="#111"/>' +
  '<rect x="58" y="40" width="34" height="25" rx="9" fill="#111"/>' +
  '<path d="M52 46 Q56 42 60 46" stroke="#111" stroke-width="4" fill="none"/>';

const FRAMES =
  '<g fill="none" stroke="#151515" stroke-width="4">' +
  '<path d="M-4 48 L22 48 M90 48 L116 48 M54 50 L58 50"/>' +
  '<rect x="22" y="41" width="32" height="23" rx="3"/><rect x="58" y="41" width="32" height="23" rx="3"/></g>';

const HALF = '<rect x="-40" y="-40" width="96" height="200" fill="#5b4636"/>';

/** Thin waves, as printed over the portraits of documents. */
function waves(everyPx: number): string {
  const lines: string[] = [];
  for (let y = -20; y < 140; y += everyPx) {
    const crests = Array.from({ length: 12 }, (_, i) => `q4 ${i % 2 ? 6 : -6} 14 0`).join(' ');
    lines.push(`M-30 ${y} ${crests}`);
  }
  return `<path d="${lines.join(' ')}" stroke="#8fc7d6" stroke-width="1" fill="none"/>`;
}

/** What lies over a face, the same on everybody. */
export const COVERING_CONDITIONS: readonly Condition[] = [
  oneStep('Half covered', (photograph) => drawOnFace(photograph, HALF)),
  oneStep('Mask', (photograph) => drawOnFace(photograph, MASK)),
  oneStep('Sunglasses', (photograph) => drawOnFace(photograph, SUNGLASSES)),
  oneStep('Mask and sunglasses', (photograph) => drawOnFace(photograph, MASK + SUNGLASSES)),
  oneStep('Thick frames', (photograph) => drawOnFace(photograph, FRAMES)),
  {
    title: 'Printed lines of a document',
    steps: [
      { label: '8 px of the aligned face apart', apply: (photograph) => drawOnFace(photograph, waves(8)) },
      { label: '5 px apart', apply: (photograph) => drawOnFace(photograph, waves(5)) },
    ],
  },
];
