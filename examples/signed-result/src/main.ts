import { createFaceVerifier } from 'face-verify';
import { createResultSigner } from 'face-verify/signed-result';
import type { Door, DoorRequests } from './door.ts';

const MEMBER = 'member-17';

const open = document.querySelector('#open') as HTMLButtonElement;
const answer = document.querySelector('#answer') as HTMLOutputElement;

async function ask<Name extends keyof DoorRequests>(
  name: Name,
  body: DoorRequests[Name],
): Promise<Awaited<ReturnType<Door[Name]>>> {
  const response = await fetch(`/door/${name}`, { method: 'POST', body: JSON.stringify(body) });
  return response.json();
}

function photograph(id: string): File {
  const [file] = (document.querySelector(`#${id}`) as HTMLInputElement).files ?? [];
  if (file === undefined) throw new Error(`Choose the ${id} first.`);
  return file;
}

const verifier = await createFaceVerifier();
const signer = createResultSigner();
const { jwk } = await signer.publicKey();
const { enrolled } = await ask('enrol', { member: MEMBER, jwk });

async function tryToOpen(): Promise<string> {
  const { nonce } = await ask('challenge', {});
  const { result } = await verifier.verify(photograph('probe'), photograph('reference'));
  const jws = await signer.sign(result, { nonce, audience: location.origin, contract: verifier.contract });
  const { isOpen, why } = await ask('open', { member: MEMBER, nonce, jws });
  return isOpen ? 'The door is open.' : `The door stays shut: ${why}.`;
}

open.addEventListener('click', async () => {
  open.disabled = true;
  answer.value = 'Comparing…';
  answer.value = await tryToOpen().catch(String);
  open.disabled = false;
});
answer.value = enrolled ? 'Ready.' : 'This member has another device.';
open.disabled = !enrolled;
