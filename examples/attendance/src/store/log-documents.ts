import { type CheckIn, type CheckInId, dateOfId } from '../domain/check-in.ts';
import { type Correction, correctedId } from '../domain/correction.ts';
import type { LocalDate } from '../domain/place-time.ts';
import type { Database } from './database.ts';
import {
  type CheckInDocument,
  type CorrectionDocument,
  documentId,
  type FoundDocument,
  idIn,
  idRange,
} from './documents.ts';

/** A part of the log as it is stored. */
export interface LogDocuments {
  readonly checkIns: readonly FoundDocument<CheckInDocument>[];
  /** One that moves an entry to another date is there under both. */
  readonly corrections: readonly FoundDocument<CorrectionDocument>[];
}

/** What was filed under the dates from one to another, both included. */
export async function loadDates(database: Database, from: LocalDate, to: LocalDate): Promise<LogDocuments> {
  const [checkIns, corrections] = await Promise.all([
    database.all<CheckInDocument>('check-in', idRange('check-in', from, to)),
    database.all<CorrectionDocument>('correction', idRange('correction', from, to)),
  ]);
  return { checkIns, corrections };
}

/** Ids of entries that were filed under another date and that corrections moved to one of these. */
export function movedTo({ corrections }: LogDocuments, from: LocalDate, to: LocalDate): ReadonlySet<CheckInId> {
  const moved = corrections.map((document) => aboutId(document)).filter((id) => !isBetween(dateOfId(id), from, to));
  return new Set(moved);
}

/** The documents, and those of the entries `moved` to their dates: the entries and all that was said about them. */
export async function withMoved(
  database: Database,
  documents: LogDocuments,
  moved: ReadonlySet<CheckInId>,
): Promise<LogDocuments> {
  const dates = new Set([...moved].map(dateOfId));
  const others = await Promise.all([...dates].map((date) => loadDates(database, date, date)));
  return {
    checkIns: [...documents.checkIns, ...others.flatMap((other) => other.checkIns.filter(isOf(moved)))],
    corrections: [...documents.corrections, ...others.flatMap((other) => other.corrections.filter(isOf(moved)))],
  };
}

function isOf(ids: ReadonlySet<CheckInId>): (document: CheckInDocument | CorrectionDocument) => boolean {
  return (document) => ids.has(aboutId(document));
}

/** The id of the entry that a document is, or corrects. */
export function aboutId(document: CheckInDocument | CorrectionDocument): CheckInId {
  if (document.type === 'check-in') return idIn(document._id);
  return correctedId({ id: ownId(document), change: document.change });
}

export function toCheckInDocument({ id, ...checkIn }: CheckIn): CheckInDocument {
  return { _id: documentId('check-in', id), type: 'check-in', ...checkIn };
}

export function fromCheckInDocument(document: CheckInDocument): CheckIn {
  const { _id, _rev, _conflicts, type, ...checkIn } = document as FoundDocument<CheckInDocument>;
  return { id: idIn(_id), ...checkIn };
}

/** Under the date of what it corrects, and also under the one that it moves it to. */
export function toCorrectionDocuments(
  { id, reason: _, by: __, ...rest }: Correction,
  sealed: string,
): readonly CorrectionDocument[] {
  const { change } = rest;
  const document: CorrectionDocument = { ...rest, _id: documentId('correction', id), type: 'correction', sealed };
  if (change.kind !== 'change' || change.time.localDate === dateOfId(id)) return [document];
  const moved = documentId('correction', change.time.localDate + id.slice(dateOfId(id).length));
  return [document, { ...document, _id: moved, copyOf: id }];
}

/** Without what is sealed; each once. */
export function fromCorrectionDocuments(
  documents: readonly CorrectionDocument[],
): readonly { readonly correction: Omit<Correction, 'reason' | 'by'>; readonly sealed: string }[] {
  const found = new Map<string, { correction: Omit<Correction, 'reason' | 'by'>; sealed: string }>();
  for (const document of documents) {
    const { _id, _rev, _conflicts, type, sealed, copyOf, ...rest } = document as FoundDocument<CorrectionDocument>;
    const id = ownId(document);
    found.set(id, { correction: { ...rest, id }, sealed });
  }
  return [...found.values()];
}

function ownId({ _id, copyOf }: CorrectionDocument): string {
  return copyOf ?? idIn(_id);
}

export function isBetween(date: LocalDate, from: LocalDate, to: LocalDate): boolean {
  return from <= date && date <= to;
}
