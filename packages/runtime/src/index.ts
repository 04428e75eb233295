export type {
  AlignedFace,
  Box,
  Candidate,
  CaptureRefusal,
  ChallengeKind,
  Codec,
  ComparableFace,
  ComparedFace,
  ContractId,
  CosineSimilarity,
  DecisionThreshold,
  DuplicateOptions,
  DuplicatePair,
  DuplicatesResult,
  Embedding,
  FaceDetection,
  FaceQuality,
  FaceTemplate,
  FaceVerifyErrorCode,
  FiveLandmarks,
  Gallery,
  GalleryCodec,
  GalleryThreshold,
  Hint,
  IdentificationResult,
  IdentificationThresholdChoice,
  IdentifyOptions,
  InconclusiveReason,
  LivenessFailure,
  PassedChallenge,
  Point,
  QualityLimit,
  QualityLimits,
  QualityMeasure,
  RatedGalleryThreshold,
  RatedThreshold,
  RgbImage,
  SearchProgress,
  Strangers,
  Threshold,
  ThresholdChoice,
  UnratedGalleryThreshold,
  UnratedThreshold,
  VerificationResult,
} from '@face-verify/core';
export {
  CHALLENGE_KINDS,
  createGallery,
  embeddingCodec,
  expectedFpir,
  FaceVerifyError,
  galleryCodec,
  HINTS,
  QUALITY_LIMITS,
  templateCodec,
  toFaceVerifyError,
} from '@face-verify/core';
export type { EmbedderCard, SeenFace, WeightsTerms } from '@face-verify/nets';
export { DEFAULT_MODEL } from '@face-verify/nets/default-model';
export * from './api.ts';
export type { CameraChoice, CameraInUse, CameraTrouble } from './camera/camera.ts';
export type { VirtualCameraSign, VirtualCameraSignal } from './camera/virtual-camera.ts';
export { checkSupport } from './check-support.ts';
export { createFaceVerifier } from './create-face-verifier.ts';
export type { LivenessOptions } from './liveness/liveness-options.ts';
export type {
  FacePlace,
  LivenessResult,
  SessionInconclusive,
  SessionPhase,
  SessionState,
} from './session/session-state.ts';
export type * from './session/watch-options.ts';
export { type TakeFramesOptions, takeFrames } from './take-frames.ts';
export { watchFace } from './watch-face.ts';
