import type {
  Box,
  CaptureRefusal,
  ContractId,
  FiveLandmarks,
  Threshold,
  ThresholdChoice,
  VerificationResult,
} from '@face-verify/core';
import type { BackendName, BackendReport, DetectorName, StageTimings, SubjectRule } from 'face-verify';

export interface HarnessOptions {
  readonly backend?: BackendName | 'auto';
  readonly detector?: DetectorName | 'auto';
  readonly model?: string;
  /** What to decide at; default the runtime's. */
  readonly threshold?: ThresholdChoice;
}

export interface LoadSummary {
  readonly loadMs: number;
  readonly backend: BackendReport;
  readonly contract: ContractId;
  /** Of the model's card, against anyone. */
  readonly thresholds: readonly Threshold[];
}

/** A capture without its pixels. */
export type CaptureSummary =
  | {
      readonly outcome: 'captured';
      readonly image: { readonly widthPx: number; readonly heightPx: number };
      readonly box: Box;
      readonly landmarks: FiveLandmarks;
      readonly alignedSize: { readonly widthPx: number; readonly heightPx: number };
      /** As `embeddingCodec` writes it as text. */
      readonly embedding: string;
      readonly timings: StageTimings;
    }
  | {
      readonly outcome: 'inconclusive';
      readonly reason: CaptureRefusal;
      readonly image: { readonly widthPx: number; readonly heightPx: number };
      readonly faceCount: number;
      readonly timings: Partial<StageTimings>;
    };

/** What a comparison needs of a capture. */
export type ComparedSummary =
  | Pick<Extract<CaptureSummary, { outcome: 'captured' }>, 'outcome' | 'embedding'>
  | Pick<Extract<CaptureSummary, { outcome: 'inconclusive' }>, 'outcome' | 'reason'>;

/** A capture with the face cut out, and more of the photograph around it. */
export type CropSummary =
  | {
      readonly outcome: 'captured';
      readonly landmarks: FiveLandmarks;
      /** Side of the crop. */
      readonly sizePx: number;
      /** Base64 of its pixels: RGB, row by row. */
      readonly rgb: string;
    }
  | { readonly outcome: 'inconclusive'; readonly reason: CaptureRefusal };

/** The GPU that a page can use. */
export interface GpuAdapter {
  readonly name: string;
  /** Whether this is a software adapter, which computes on the processor: right, but about a hundred times slower. */
  readonly software: boolean;
}

/** What the page does for this process. Addresses are those of {@link PhotographTokens}. */
export interface PipelineHarness {
  load(options: HarnessOptions): Promise<LoadSummary>;
  capture(address: string, subject?: SubjectRule): Promise<CaptureSummary>;
  /** @param marginPx - aligned pixels added on every side of the aligned face */
  cropFace(address: string, marginPx: number): Promise<CropSummary>;
  /** Decides as the runtime's `compare`. */
  compare(probe: ComparedSummary, reference: ComparedSummary): Promise<VerificationResult>;
  /** @returns milliseconds for one comparison, the mean of `repeats` */
  timeCompare(capture: ComparedSummary, repeats: number): Promise<number>;
  /** @returns null where the browser has none */
  findGpuAdapter(): Promise<GpuAdapter | null>;
}
