import type { SignFaceVerifyResult } from 'face-verify/element';
import { createResultSigner } from 'face-verify/signed-result';

const signer = createResultSigner();

/** Signs what was decided with the key of this device, and with a nonce that the server takes once. */
export const sign: SignFaceVerifyResult = async (result, facts) => {
  const nonce = await (await fetch('/nonce')).text();
  return signer.sign(result, { nonce, audience: location.origin, ...facts });
};
