/** The public half of a device's key (RFC 7517), for the server to keep when the device is enrolled. */
interface DevicePublicKey {
    readonly kty: 'EC';
    readonly crv: 'P-256';
    readonly x: string;
    readonly y: string;
}
/** What came of a session's challenges, a deterrent: `liveness.outcome` of its last state. */
type SignedLiveness = 'passed' | 'failed' | 'not-asked';
/** What a signed result says. */
interface SignedStatement {
    readonly outcome: 'match' | 'non-match' | 'inconclusive';
    /** Why it is inconclusive. */
    readonly reason?: string;
    /** False match rate that the threshold promises; `unknown` where nobody measured it; not where inconclusive. */
    readonly fmr?: number | 'unknown';
    /** Of the model. */
    readonly contract: string;
    readonly liveness: SignedLiveness;
    /** Names the session, or the attempt. */
    readonly session: string;
    /** By the clock of the device, in milliseconds since 1970, cut off to seconds. */
    readonly signedAtMs: number;
    /** Only where the page asked for it. */
    readonly similarity?: number;
}

/** What can be signed: a `VerificationResult`, or the result of a session that verified. */
type SignableResult = {
    readonly outcome: 'match' | 'non-match';
    readonly similarity: number;
    readonly threshold: {
        readonly fmr: number | 'unknown';
    };
} | {
    readonly outcome: 'inconclusive';
    readonly reason: string;
};
/** What a signature is bound to. */
interface SignOptions {
    /** From the server, for this attempt alone; at most 512 characters. */
    readonly nonce: string;
    /** Whom the result is for, e.g. the server's origin; at most 512 characters. */
    readonly audience: string;
    /** `verifier.contract`. */
    readonly contract: string;
    /** `liveness.outcome` of a session's last state; default `not-asked`. */
    readonly liveness?: SignedLiveness;
    /** Names the session; default a random one. */
    readonly session?: string;
    /** Default false: who sees similarities can climb towards a match. */
    readonly includeSimilarity?: boolean;
}
/** The public half of a device’s key, for the server to keep, and its thumbprint (RFC 7638). */
interface DeviceKeyName {
    readonly jwk: DevicePublicKey;
    readonly thumbprint: string;
}
/** Signs results with a key of this device. Each call may throw `storage-unavailable` or `storage-full`. */
interface ResultSigner {
    /**
     * The public key, and its thumbprint (RFC 7638) as a short name for it. Made at the first call; the same from then on,
     * unless the visitor clears the site's data.
     */
    publicKey(): Promise<DeviceKeyName>;
    /**
     * A compact JWS (RFC 7515) of what was decided, without template or photograph.
     *
     * @throws {FaceVerifyError} `option-invalid`, also where the result is none
     */
    sign(result: SignableResult, options: SignOptions): Promise<string>;
    /** Destroys the key. The next call makes another, which the server does not know. */
    deleteKey(): Promise<void>;
}
/** Where the device’s key is kept. */
interface ResultSignerOptions {
    /** Of the database, before `-device`; default `face-verify`. */
    readonly name?: string;
}
/**
 * Nothing is opened before the first call.
 *
 * @throws {FaceVerifyError} `option-invalid`
 * @example
 * const signer = createResultSigner();
 * const { result } = await verifier.verify(video, reference);
 * const jws = await signer.sign(result, { nonce, audience: 'https://door.example', contract: verifier.contract });
 */
declare function createResultSigner(options?: ResultSignerOptions): ResultSigner;

/** What a signed result is checked against. */
interface VerifyResultOptions {
    /** The key that the server kept when the device was enrolled; never one that came with the result. */
    readonly jwk: DevicePublicKey;
    /** The one that the server gave out for this attempt, and accepts once. */
    readonly nonce: string;
    /** What the page signs as audience. */
    readonly audience: string;
    /** How old the result may be, in milliseconds by the clock of the device. */
    readonly maxAgeMs: number;
    /** How much the clocks of device and server may differ, in milliseconds; default 60,000. */
    readonly clockToleranceMs?: number;
}
/** Why a text is no result of this device for this attempt. */
type InvalidResultReason = 
/** Not a signed result, or damaged. */
'malformed'
/** Signed by another key, or changed afterwards. */
 | 'wrong-signature' | 'wrong-nonce' | 'wrong-audience' | 'too-old'
/** Signed later than now: the clock of the device is ahead. */
 | 'from-the-future';
/** What a signed result says, if it is one: only then its outcome is that of a comparison. */
type CheckedResult = SignedStatement | {
    readonly outcome: 'invalid';
    readonly reason: InvalidResultReason;
};
/**
 * Checks a signed result, on a server: in Node and every other place that has Web Cryptography. `match` means that a page
 * with this device's key said so; what it cannot prove is in the guide.
 *
 * @param jws - as it came from the page, whatever it is
 * @throws {FaceVerifyError} `option-invalid` where the options are wrong, which are the server's own
 * @example
 * const checked = await verifyResult(body.result, { jwk, nonce, audience: 'https://door.example', maxAgeMs: 60_000 });
 * if (checked.outcome === 'match' && checked.fmr !== 'unknown') open();
 */
declare function verifyResult(jws: string, options: VerifyResultOptions): Promise<CheckedResult>;

export { createResultSigner, verifyResult };
export type { CheckedResult, DeviceKeyName, DevicePublicKey, InvalidResultReason, ResultSigner, ResultSignerOptions, SignOptions, SignableResult, SignedLiveness, SignedStatement, VerifyResultOptions };
