import { FaceVerifyError } from '@face-verify/core';
import { fromPlainRecord, type PlainRecord, type StoredEntry, toPlainRecord } from './plain-record.ts';

const FORMAT = 'face-verify-vault';
const VERSION = 1;
/** In clear without a passphrase. */
export async function writeExport(entries: readonly StoredEntry[], passphrase: string | undefined): Promise<string> {
  const text = JSON.stringify({ format: FORMAT, version: VERSION, templates: entries.map(toPlainRecord) });
  if (passphrase === undefined) return text;
  const { lockText } = await import('./passphrase-lock.ts');
  return lockText(text, passphrase);
}

/** @throws {FaceVerifyError} `export-unreadable`; `option-invalid` for no text */
export async function readExport(text: string, passphrase: string | undefined): Promise<readonly PlainRecord[]> {
  if (typeof text !== 'string') throw new FaceVerifyError('option-invalid', 'An export is a text.');
  const isOpen = text.trimStart().startsWith('{');
  if (!isOpen && passphrase === undefined) throw unreadable('it is encrypted, or none: its passphrase is needed');
  // Whoever names a passphrase counts on it to vouch for the text.
  if (isOpen && passphrase !== undefined) throw unreadable('it lies open, and so was not made with the passphrase');
  const json = isOpen ? text : await unlocked(text.trim(), passphrase as string);
  try {
    const { format, version, templates } = JSON.parse(json);
    if (format === FORMAT && version === VERSION) return templates.map((row: PlainRecord) => readRow(row));
  } catch {
    // Without its cause: parsers quote what they read.
  }
  throw unreadable('it is of another kind or version, or damaged');
}

function readRow(row: PlainRecord): PlainRecord {
  return toPlainRecord(fromPlainRecord(row));
}

async function unlocked(text: string, passphrase: string): Promise<string> {
  const { unlockText } = await import('./passphrase-lock.ts');
  const json = await unlockText(text, passphrase);
  if (json === undefined) throw unreadable('the passphrase is another, or it was damaged');
  return json;
}

function unreadable(why: string): FaceVerifyError {
  return new FaceVerifyError('export-unreadable', `This export of a vault cannot be read: ${why}.`);
}
