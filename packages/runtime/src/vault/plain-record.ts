import { assertSubjectId, templateCodec } from '@face-verify/core';
import { A_TIME, AN_OBJECT, checkOptions, type OptionRules } from '../options/check-options.ts';
import { assertConsent, type Consent } from './consent.ts';
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

/** The id and the template are checked for themselves. */
const FIELDS: OptionRules<StoredEntry> = {
  id: [() => true, ''],
  template: AN_OBJECT,
  consent: AN_OBJECT,
  storedAtMs: A_TIME,
  expiresAtMs: A_TIME,
};

function checked(entry: StoredEntry): StoredEntry {
  checkOptions(entry, FIELDS, ['template', 'consent', 'storedAtMs', 'expiresAtMs']);
  assertSubjectId(entry.id);
  assertConsent(entry.consent);
  return entry;
}
