export type {
  AlignedFace,
  Box,
  CaptureRefusal,
  Codec,
  ComparedFace,
  ContractId,
  CosineSimilarity,
  DecisionThreshold,
  Embedding,
  FaceDetection,
  FaceQuality,
  FaceTemplate,
  FaceVerifyErrorCode,
  FiveLandmarks,
  InconclusiveReason,
  Point,
  QualityMeasure,
  RatedThreshold,
  RgbImage,
  Strangers,
  Threshold,
  ThresholdChoice,
  UnratedThreshold,
  VerificationResult,
} from '@face-verify/core';
export { embeddingCodec, FaceVerifyError, QUALITY_LIMITS, templateCodec, toFaceVerifyError } from '@face-verify/core';
export type { EmbedderCard, SeenFace, WeightsTerms } from '@face-verify/nets';
export { DEFAULT_MODEL } from '@face-verify/nets';
export * from './api.ts';
export { createFaceVerifier } from './create-face-verifier.ts';
export { type TakeFramesOptions, takeFrames } from './take-frames.ts';
