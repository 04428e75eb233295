import type { FaceVerifyElement, FaceVerifyEventMap } from 'face-verify/element';
import type { HTMLAttributes, RefAttributes } from 'react';

type Properties = Partial<Omit<FaceVerifyElement, keyof HTMLElement>>;
type Events = { [Name in keyof FaceVerifyEventMap as `on${Name}`]?: (event: FaceVerifyEventMap[Name]) => void };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'face-verify': HTMLAttributes<FaceVerifyElement> & RefAttributes<FaceVerifyElement> & Properties & Events;
    }
  }
}
