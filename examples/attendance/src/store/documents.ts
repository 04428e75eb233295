import type { CheckIn, KioskId } from '../domain/check-in.ts';
import type { Correction } from '../domain/correction.ts';
import type { Instant } from '../domain/instant.ts';
import type { PersonId } from '../domain/person.ts';
import type { LocalDate, PlaceTime } from '../domain/place-time.ts';
import type { Settings } from '../domain/settings.ts';

/*
 * Everything that PouchDB keeps, and so what a server sees: random ids, times, directions and settings in the clear;
 * all that says who somebody is sealed with that person's key.
 */

/**
 * A person's own key, encrypted with the organisation's, until it is destroyed; then whatever it sealed is gone. Several
 * keys where several kiosks made one for the same person.
 */
export type KeyDocument = { readonly _id: string; readonly type: 'key' } & (
  | { readonly sealed: readonly string[]; readonly destroyed?: undefined }
  | { readonly destroyed: Instant }
);

/** A `StampedPerson`, sealed with the person's key. */
export interface PersonDocument {
  readonly _id: string;
  readonly type: 'person';
  readonly sealed: string;
}

/** Photographs as data URLs, sealed with the person's key. */
export interface PhotographsDocument {
  readonly _id: string;
  readonly type: 'photographs';
  readonly sealed: string;
}

export interface CheckInDocument extends Omit<CheckIn, 'id'> {
  readonly _id: string;
  readonly type: 'check-in';
}

/** Reason and author are sealed with the person's key. */
export interface CorrectionDocument extends Omit<Correction, 'id' | 'reason' | 'by'> {
  readonly _id: string;
  readonly type: 'correction';
  readonly sealed: string;
  /** The id of the correction, where this is its second document: under the date that it moves an entry to. */
  readonly copyOf?: string;
}

export interface SettingsDocument {
  readonly _id: string;
  readonly type: 'settings';
  readonly changedAt: Instant;
  readonly settings: Settings;
}

/** What was done with the data, beside the log. */
export type AuditAction =
  | 'person-saved'
  | 'person-erased'
  | 'records-erased'
  | 'settings-changed'
  | 'exported'
  | 'backup-made'
  | 'backup-restored'
  | 'kiosk-admitted'
  | 'kiosk-joined';

export interface AuditEntry extends PlaceTime {
  readonly id: string;
  readonly action: AuditAction;
  readonly kiosk: KioskId;
  /** How many it was about. */
  readonly count: number;
  readonly person?: PersonId;
}

export interface AuditDocument extends Omit<AuditEntry, 'id'> {
  readonly _id: string;
  readonly type: 'audit';
}

export type StoredDocument =
  | KeyDocument
  | PersonDocument
  | PhotographsDocument
  | CheckInDocument
  | CorrectionDocument
  | SettingsDocument
  | AuditDocument;

export type DocumentType = StoredDocument['type'];

/** As PouchDB gives it back. */
export type FoundDocument<Kind extends StoredDocument = StoredDocument> = Kind & {
  readonly _rev: string;
  /** Leaves of other branches. */
  readonly _conflicts?: readonly string[];
};

export const SETTINGS_ID = 'settings';

export function documentId(type: Exclude<DocumentType, 'settings'>, id: string): string {
  return `${type}:${id}`;
}

/** What a document is about, without its type. */
export function idIn(documentName: string): string {
  return documentName.slice(documentName.indexOf(':') + 1);
}

export function typeOf(documentName: string): string {
  return documentName === SETTINGS_ID ? 'settings' : documentName.slice(0, documentName.indexOf(':'));
}

/** The ids of one type, or of those of the dates of it. */
export function idRange(
  type: DocumentType,
  from: LocalDate = '',
  to: LocalDate = '',
): { startkey: string; endkey: string } {
  return { startkey: `${type}:${from}`, endkey: `${type}:${to}\uFFF0` };
}
