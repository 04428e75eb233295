import { assertSubjectId, FaceVerifyError, templateCodec } from '@face-verify/core';
import { assertOptions } from '../assert-options.ts';
import { assertConsent, type Consent, isTime } from './consent.ts';
import type { VaultEntry, VaultListing } from './vault.ts';

/** An entry, and when it was stored. */
export interface StoredEntry extends VaultEntry {
  readonly storedAtMs: number;
}

/** An entry as JSON: what is sealed in a record, and what an export has. */
export interface PlainRecord {
  readonly id: string;
  readonly consent: Consent;
  /** As {@link templateCodec} writes it, its contract included. */
  readonly template: string;
  readonly storedAtMs: number;
  readonly expiresAtMs: number;
}

/** A copy, whatever becomes of the entry. @throws {FaceVerifyError} `id-invalid`, `option-invalid`, `embedding-invalid` */
export function toPlainRecord(entry: StoredEntry): PlainRecord {
  const { id, template, consent, storedAtMs, expiresAtMs } = checked(entry);
  return { id, consent: { ...consent }, template: templateCodec.encodeText(template), storedAtMs, expiresAtMs };
}

/** @throws as {@link toPlainRecord} */
export function fromPlainRecord(record: PlainRecord): StoredEntry {
  return checked({ ...record, template: templateCodec.decode(record.template) });
}

export function listingOf({ id, template, consent, storedAtMs, expiresAtMs }: StoredEntry): VaultListing {
  return { id, contract: template.embedding.contract, consent, storedAtMs, expiresAtMs };
}

function checked(entry: StoredEntry): StoredEntry {
  assertOptions(entry, { id: true, template: true, consent: true, storedAtMs: true, expiresAtMs: true });
  assertSubjectId(entry.id);
  assertConsent(entry.consent);
  if (!(isTime(entry.storedAtMs) && isTime(entry.expiresAtMs))) {
    throw new FaceVerifyError('option-invalid', 'expiresAtMs has to be a time in milliseconds since 1970.');
  }
  return entry;
}
