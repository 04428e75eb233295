import { PREPROCESSING_VERSION } from './alignment.ts';

declare const alignmentBrand: unique symbol;
/** Names all that an aligned face depends on besides the photograph and the browser that decodes and shrinks it. */
export type AlignmentId = string & { readonly [alignmentBrand]: true };

declare const contractBrand: unique symbol;
/** Names everything that two embeddings must share to be comparable. */
export type ContractId = string & { readonly [contractBrand]: true };

/** What finds a face and its points. Digests are SHA-256 in lower-case hexadecimal. */
export interface AlignmentParts {
  readonly detectorSha256: string;
  readonly pointNetworkSha256: string;
}

export interface ContractParts extends AlignmentParts {
  /** The embedder's. */
  readonly modelId: string;
  readonly dimension: number;
  readonly weightsSha256: string;
}

/** 64 bits tell files apart; they guard against nothing. */
const DIGITS = 16;
/** Characters. */
const LONGEST = 4096;

export function alignmentId({ detectorSha256, pointNetworkSha256 }: AlignmentParts): AlignmentId {
  const digests = [detectorSha256, pointNetworkSha256].map((digest) => digest.slice(0, DIGITS));
  return [PREPROCESSING_VERSION, ...digests].join('/') as AlignmentId;
}

export function contractId({ modelId, dimension, weightsSha256, ...alignment }: ContractParts): ContractId {
  return [modelId, dimension, weightsSha256.slice(0, DIGITS), alignmentId(alignment)].join('/') as ContractId;
}

/**
 * How many numbers the embeddings of a contract have.
 *
 * @returns undefined where this is no contract
 */
export function dimensionOf(contract: ContractId): number | undefined {
  if (typeof contract !== 'string' || contract.length > LONGEST) return undefined;
  const [, digits] = /^[ -.0-~]+\/([1-9]\d{0,3})\/[ -~]+$/.exec(contract) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** How faces are aligned whose embeddings have this contract. */
export function alignmentOf(contract: ContractId): AlignmentId {
  return contract.split('/').slice(-3).join('/') as AlignmentId;
}
