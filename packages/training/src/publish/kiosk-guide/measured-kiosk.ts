/** How a kiosk answered somebody who came to it. Times in milliseconds, from the first frame that shows the person. */
export interface MeasuredVisit {
  /** `greeting` where the kiosk greeted the person. */
  readonly shown: string;
  readonly noticedMs: number;
  readonly answeredMs: number;
  /** Looked at until then. */
  readonly frames: number;
}

/** What a kiosk held after so many visits. */
export interface KioskMemory {
  readonly visits: number;
  readonly frames: number;
  readonly minutes: number;
  readonly checkIns: number;
  readonly tensors: number;
  readonly wasmBytes: number;
  readonly pageHeapBytes: number;
  readonly workerHeapBytes: number;
  readonly processBytes: number;
  readonly indexedDbBytes: number;
  readonly domNodes: number;
  readonly listeners: number;
  /** Of the machine. */
  readonly load: number;
}

/** One run of visits. */
export interface MeasuredKiosk {
  readonly visits: readonly MeasuredVisit[];
  readonly samples: readonly KioskMemory[];
}

export interface MeasuredKiosks {
  /** Without challenges: the longer run. */
  readonly plain: MeasuredKiosk;
  readonly challenged: MeasuredKiosk;
}

export interface MeasuredKioskHours extends MeasuredKiosks {
  /** Many visits in a hurry, without challenges: what the kiosk holds after hours. */
  readonly hours: MeasuredKiosk;
}
