import { FaceVerifyElement } from './face-verify-element.ts';

/** Makes `<face-verify>` known to the page, once. On a server there is none, and nothing happens. */
export function defineFaceVerify(): void {
  if (typeof window === 'undefined' || customElements.get('face-verify') !== undefined) return;
  customElements.define('face-verify', FaceVerifyElement);
}
