/**
 * What may not compile for those who use the package. Checked with the sources by `npm run typecheck`, and with the
 * packed declarations by `e2e/packed-package.e2e.test.ts`: an `@ts-expect-error` above a line without an error is one.
 */
import type {
  CaptureResult,
  CosineSimilarity,
  EnrolmentResult,
  FaceSession,
  FaceVerifier,
  FaceVerifierOptions,
  FaceVerifyErrorCode,
  Gallery,
  IdentificationResult,
  VerificationResult,
} from 'face-verify';
import { embeddingCodec } from 'face-verify';
import type { Attempts, GuardedAttempt } from 'face-verify/attempts';
import type { CheckedResult, ResultSigner } from 'face-verify/signed-result';
import type { Vault, VaultReading } from 'face-verify/vault';

declare const verifier: FaceVerifier;
declare const photograph: Blob;
declare const result: VerificationResult;
declare const capture: CaptureResult;
declare const enrolment: EnrolmentResult;
declare const gallery: Gallery;
declare const identification: IdentificationResult;

// A similarity is there only where a decision was made.
// @ts-expect-error
result.similarity;
// @ts-expect-error
result.threshold;
if (result.outcome === 'inconclusive') {
  result.reason satisfies string;
  // @ts-expect-error
  result.similarity;
} else {
  result.similarity satisfies CosineSimilarity;
  // @ts-expect-error
  result.threshold.fmr satisfies number;
  if (result.threshold.fmr !== 'unknown') result.threshold.fmr satisfies number;
  // @ts-expect-error
  result.reason;
}

// Whoever forgets an outcome hears of it.
export function sayOutcome({ outcome }: VerificationResult): string {
  switch (outcome) {
    case 'match':
      return 'one person';
    case 'non-match':
      return 'two people';
    default:
      // @ts-expect-error
      outcome satisfies never;
      return 'no decision';
  }
}

// A refused photograph has no embedding, and a refused enrolment no template.
// @ts-expect-error
capture.embedding;
// @ts-expect-error
enrolment.template;
if (capture.outcome === 'captured') capture.embedding.vector satisfies Float32Array;
if (enrolment.outcome === 'enrolled') enrolment.template.faceCount satisfies number;

// Results are what was found, not something to write to.
// @ts-expect-error
if (result.outcome === 'non-match') result.outcome = 'match';

// A number is no similarity, and a vector no embedding: both come from the verifier.
// @ts-expect-error
0.9 satisfies CosineSimilarity;
// @ts-expect-error
verifier.compare(new Float32Array(128), new Float32Array(128));
// What was stored is decoded first, and an enrolment may have failed.
// @ts-expect-error
verifier.compare(capture, 'RlZFMQ==');
// @ts-expect-error
verifier.compare(capture, enrolment);
if (enrolment.outcome === 'enrolled') {
  verifier.compare(capture, enrolment.template);
  // @ts-expect-error
  embeddingCodec.encode(enrolment.template);
}

// A candidate is there only where somebody reached the threshold, and with it; what it means may be unknown.
// @ts-expect-error
identification.candidates;
if (identification.outcome === 'not-identified') {
  // @ts-expect-error
  identification.candidates;
}
if (identification.outcome === 'identified') {
  identification.candidates[0].id satisfies string;
  // @ts-expect-error
  identification.threshold.fpir satisfies number;
  if (identification.threshold.fpir !== 'unknown') identification.threshold.fpir satisfies number;
}
// Refused captures are not enrolled, and nobody is looked for in a list.
// @ts-expect-error
gallery.add('somebody', capture);
// @ts-expect-error
gallery.add('somebody', enrolment);
// @ts-expect-error
verifier.identify(capture, [capture]);
// @ts-expect-error
verifier.identify(capture, gallery, { threshold: 0.4 });

// A report has to be awaited, and bytes without a type are no photograph.
// @ts-expect-error
verifier.verify(photograph, photograph).result;
// @ts-expect-error
verifier.verify(new Uint8Array(3), photograph);
// @ts-expect-error
verifier.verify(photograph);

// Options and codes are closed sets.
// @ts-expect-error
({ backend: 'cpu' }) satisfies FaceVerifierOptions;
// @ts-expect-error
({ threshold: 0.4 }) satisfies FaceVerifierOptions;
// @ts-expect-error
({ threshold: { fmr: 0.001, similarity: 0.4 } }) satisfies FaceVerifierOptions;
// @ts-expect-error
({ targetFmr: 0.001 }) satisfies FaceVerifierOptions;
// @ts-expect-error
'no-face' satisfies FaceVerifyErrorCode;

// A model may have no threshold yet, and its weights have terms.
// @ts-expect-error
verifier.threshold.similarity;
verifier.card.terms.permittedUse satisfies 'non-commercial-research' | 'any';

// A template is stored with a consent and for a time, and read for a model.
declare const vault: Vault;
declare const reading: VaultReading;
if (enrolment.outcome === 'enrolled') {
  const consent = { givenBy: 'Ada', textVersion: '1', purpose: 'door', givenAtMs: 1 };
  vault.store({ id: 'ada', template: enrolment.template, consent, expiresAtMs: 1 });
  // @ts-expect-error
  vault.store({ id: 'ada', template: enrolment.template, expiresAtMs: 1 });
  // @ts-expect-error
  vault.store({ id: 'ada', template: enrolment.template, consent });
}
vault.read('ada', verifier);
// @ts-expect-error
vault.read('ada');
// @ts-expect-error
vault.read('ada', { contract: 'some text' });
// One of another model is there, and cannot be compared.
// @ts-expect-error
if (reading.outcome === 'enrol-again') verifier.compare(capture, reading.template);
if (reading.outcome === 'found') verifier.compare(capture, reading.template);

// What was not allowed has no report.
declare const attempt: GuardedAttempt<VerificationResult>;
// @ts-expect-error
attempt.report;
if (attempt.permission === 'allowed') attempt.report satisfies VerificationResult;
if (attempt.permission === 'wait') attempt.untilMs satisfies number;

// The end of a session is an attempt, and its result can be signed.
declare const attempts: Attempts;
declare const session: FaceSession<VerificationResult>;
attempts.guard('ada', () => session.ended());
attempts.guard('ada', () => verifier.verify(photograph, photograph));
// @ts-expect-error
attempts.guard('ada', async () => true);
// @ts-expect-error
attempts.guard('ada', session.ended());

// A result is signed as it is, and one that was not checked says nothing.
declare const signer: ResultSigner;
declare const checked: CheckedResult;
const forWhom = { nonce: 'n', audience: 'https://door.example', contract: verifier.contract };
signer.sign(result, forWhom);
if (session.state.phase === 'done') {
  const { result, liveness } = session.state;
  signer.sign(result, { ...forWhom, liveness: liveness.outcome });
}
// @ts-expect-error
signer.sign({ outcome: 'match' }, forWhom);
// @ts-expect-error
signer.sign(result, { audience: 'https://door.example', contract: verifier.contract });
// @ts-expect-error
checked.fmr;
if (checked.outcome !== 'invalid') checked.fmr satisfies number | 'unknown' | undefined;

// A session has a result at its end alone, that of its mode; what challenges say is no part of it.
const { state } = verifier.watch({ camera: 'user' }, { mode: 'verify', reference: photograph });
// @ts-expect-error
state.result;
if (state.phase === 'done') {
  // @ts-expect-error
  state.result.similarity;
  if (state.result.outcome === 'match') state.result.similarity satisfies CosineSimilarity;
  // @ts-expect-error
  state.result.candidates;
  // @ts-expect-error
  state.liveness.similarity;
}
// @ts-expect-error
verifier.watch({}, { mode: 'verify' });
// @ts-expect-error
verifier.watch({ facingMode: 'user' }, { mode: 'capture' });
