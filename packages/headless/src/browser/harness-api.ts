import type {
  Box,
  CaptureRefusal,
  ContractId,
  FaceVerifyErrorCode,
  FiveLandmarks,
  VerificationResult,
} from '@face-verify/core';
import type { BackendName, BackendReport, StageTimings } from 'face-verify';

export interface HarnessOptions {
  readonly backend?: BackendName | 'auto';
  readonly model?: string;
}

export interface LoadSummary {
  readonly loadMs: number;
  readonly backend: BackendReport;
  readonly contract: ContractId;
}

/** A unit embedding that can be sent as JSON. */
export interface PlainEmbedding {
  readonly vector: readonly number[];
  readonly norm: number;
  readonly contract: ContractId;
}

/** A capture without its pixels. */
export type CaptureSummary =
  | {
      readonly outcome: 'captured';
      readonly image: { readonly widthPx: number; readonly heightPx: number };
      readonly box: Box;
      readonly landmarks: FiveLandmarks;
      readonly alignedSize: { readonly widthPx: number; readonly heightPx: number };
      readonly embedding: PlainEmbedding;
      readonly timings: StageTimings;
    }
  | {
      readonly outcome: 'inconclusive';
      readonly reason: CaptureRefusal;
      readonly image: { readonly widthPx: number; readonly heightPx: number };
      readonly faceCount: number;
      readonly timings: Partial<StageTimings>;
    };

/** The GPU that a page can use. */
export interface GpuAdapter {
  readonly name: string;
  /** Whether the processor plays the GPU: right, but about a hundred times slower. */
  readonly software: boolean;
}

/** What the page does for this process. Addresses are those of {@link PhotoTokens}. */
export interface PipelineHarness {
  load(options: HarnessOptions): Promise<LoadSummary>;
  capture(address: string): Promise<CaptureSummary>;
  compare(probe: PlainEmbedding, reference: PlainEmbedding): Promise<VerificationResult>;
  /** @returns milliseconds for one comparison, the mean of `repeats` */
  timeCompare(embedding: PlainEmbedding, repeats: number): Promise<number>;
  /** @returns null where the browser has none */
  findGpuAdapter(): Promise<GpuAdapter | null>;
}

export type HarnessMethod = keyof PipelineHarness;

/** An answer of the page; exceptions do not keep their code on the way. */
export type HarnessReply<Value> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false;
      readonly error: {
        readonly code: FaceVerifyErrorCode;
        readonly message: string;
        readonly details: Readonly<Record<string, string | number | boolean>>;
      };
    };

/** The one entry that the page puts on its window. */
export type CallHarness = (method: HarnessMethod, args: readonly unknown[]) => Promise<HarnessReply<unknown>>;

declare global {
  interface Window {
    callHarness?: CallHarness;
  }
}
