import { randomUUID } from 'node:crypto';
import { type DevicePublicKey, verifyResult } from 'face-verify/signed-result';

/** What the page asks the door for, by the path of its address. */
export interface DoorRequests {
  enrol: { readonly member: string; readonly jwk: DevicePublicKey };
  challenge: Record<string, never>;
  open: { readonly member: string; readonly nonce: string; readonly jws: string };
}

const MINUTE_MS = 60_000;

/** The server of a door. A real one keeps devices in a database, and knows who is asking before it enrols one. */
export class Door {
  readonly #devices = new Map<string, DevicePublicKey>();
  readonly #nonces = new Map<string, number>();
  readonly #audience: string;

  /** @param audience - the server's own origin */
  constructor(audience: string) {
    this.#audience = audience;
  }

  /** The first device of a member is theirs. */
  enrol({ member, jwk }: DoorRequests['enrol']): { readonly enrolled: boolean } {
    if (!this.#devices.has(member)) this.#devices.set(member, jwk);
    return { enrolled: this.#devices.get(member)?.x === jwk.x };
  }

  challenge(): { readonly nonce: string } {
    const nonce = randomUUID();
    this.#nonces.set(nonce, Date.now() + MINUTE_MS);
    return { nonce };
  }

  async open({
    member,
    nonce,
    jws,
  }: DoorRequests['open']): Promise<{ readonly isOpen: boolean; readonly why: string }> {
    const expiresAtMs = this.#nonces.get(nonce) ?? 0;
    this.#nonces.delete(nonce);
    if (expiresAtMs < Date.now()) return { isOpen: false, why: 'no such nonce, or used already' };
    const jwk = this.#devices.get(member);
    if (jwk === undefined) return { isOpen: false, why: 'no device of this member' };
    const checked = await verifyResult(jws, { jwk, nonce, audience: this.#audience, maxAgeMs: MINUTE_MS });
    if (checked.outcome === 'invalid') return { isOpen: false, why: checked.reason };
    const isStrict = typeof checked.fmr === 'number' && checked.fmr <= 0.001;
    return { isOpen: checked.outcome === 'match' && isStrict, why: checked.outcome };
  }
}
