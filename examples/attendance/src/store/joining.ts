import { type Bytes, fromBase64Url, toBase64Url } from './bytes.ts';
import { createOrganisation, keyBytes, type Organisation } from './organisation.ts';
import { createSealKey } from './seal-key.ts';
import type { ServerAddress } from './server-address.ts';
import { StoreError } from './store-error.ts';

/*
 * How a kiosk gets the organisation's key: it shows a QR code with a public key, a kiosk that has the key reads it and
 * shows one with the answer, which only the first can open. Who photographs both learns nothing.
 */

const REQUEST = 'FV-JOIN-1:';
const ANSWER = 'FV-ADMIT-1:';
const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;

/** A kiosk that waits to be let in. */
export interface JoinRequest {
  /** To show as a QR code, once. */
  readonly text: string;
  /** What is read from the other kiosk's QR code. @throws {StoreError} `join-invalid` */
  open(answer: string): Promise<Admission>;
}

/** What a kiosk is given. */
export interface Admission {
  readonly organisation: Organisation;
  readonly server?: ServerAddress;
}

export async function requestToJoin(): Promise<JoinRequest> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
  const text = REQUEST + toBase64Url(await rawKey(publicKey));
  return {
    text,
    open: async (answer) => {
      const [key = '', sealed = ''] = (afterPrefix(answer, ANSWER) ?? '').split('.');
      const shared = await createSealKey(await agree(privateKey, key));
      const admission = await shared.open(sealed, text);
      if (!isAdmission(admission)) throw invalid();
      const { organisation, server } = admission;
      return {
        organisation: await createOrganisation(fromBase64Url(organisation)),
        ...(server !== undefined && { server }),
      };
    },
  };
}

/**
 * The answer to a kiosk that wants to join, to show as a QR code.
 *
 * @param request - what was read from its QR code
 * @throws {StoreError} `join-invalid`
 */
export async function answerJoin(request: string, { organisation, server }: Admission): Promise<string> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
  const shared = await createSealKey(await agree(privateKey, afterPrefix(request, REQUEST) ?? ''));
  const admission = {
    organisation: toBase64Url(await keyBytes(organisation)),
    ...(server !== undefined && { server }),
  };
  return `${ANSWER}${toBase64Url(await rawKey(publicKey))}.${await shared.seal(admission, request.trim())}`;
}

async function agree(privateKey: CryptoKey, other: string): Promise<Bytes> {
  try {
    const publicKey = await crypto.subtle.importKey('raw', fromBase64Url(other), CURVE, false, []);
    return new Uint8Array(await crypto.subtle.deriveBits({ name: 'ECDH', public: publicKey }, privateKey, 256));
  } catch {
    throw invalid();
  }
}

async function rawKey(publicKey: CryptoKey): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));
}

function afterPrefix(text: string, prefix: string): string | undefined {
  return text.trim().startsWith(prefix) ? text.trim().slice(prefix.length) : undefined;
}

function isAdmission(value: unknown): value is { organisation: string; server?: ServerAddress } {
  return (
    typeof value === 'object' && value !== null && 'organisation' in value && typeof value.organisation === 'string'
  );
}

function invalid(): StoreError {
  return new StoreError('join-invalid', "This is no other kiosk's code, or one of an older try.");
}
