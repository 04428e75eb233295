import type { FaceVerifyElement, FaceVerifyEventMap } from 'face-verify/element';
import type { HTMLAttributes } from 'svelte/elements';

type Properties = Partial<Omit<FaceVerifyElement, keyof HTMLElement>>;
type Events = { [Name in keyof FaceVerifyEventMap as `on${Name}`]?: (event: FaceVerifyEventMap[Name]) => void };

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'face-verify': HTMLAttributes<FaceVerifyElement> & Properties & Events;
  }
}
