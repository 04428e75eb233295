export type {
  AlignedFace,
  Box,
  CaptureRefusal,
  Codec,
  ComparedFace,
  ContractId,
  CosineSimilarity,
  Embedding,
  FaceDetection,
  FaceTemplate,
  FaceVerifyErrorCode,
  FiveLandmarks,
  InconclusiveReason,
  Point,
  RgbImage,
  Threshold,
  VerificationResult,
} from '@face-verify/core';
export { embeddingCodec, FaceVerifyError, templateCodec, toFaceVerifyError } from '@face-verify/core';
export type { EmbedderCard, SeenFace, WeightsTerms } from '@face-verify/nets';
export { DEFAULT_MODEL } from '@face-verify/nets';
export * from './api.ts';
export { createFaceVerifier } from './create-face-verifier.ts';
export { type TakeFramesOptions, takeFrames } from './take-frames.ts';
