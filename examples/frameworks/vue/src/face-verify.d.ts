import type { FaceVerifyElement, FaceVerifyEventMap } from 'face-verify/element';
import type { EmitFn, HTMLAttributes } from 'vue';

type Properties = Partial<Omit<FaceVerifyElement, keyof HTMLElement>>;
type Emits = { [Name in keyof FaceVerifyEventMap]: (event: FaceVerifyEventMap[Name]) => void };

declare module 'vue' {
  interface GlobalComponents {
    'face-verify': new () => { $props: Properties & HTMLAttributes; $emit: EmitFn<Emits> };
  }
}
