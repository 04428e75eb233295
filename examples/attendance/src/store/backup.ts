import type { CheckIn } from '../domain/check-in.ts';
import type { Correction } from '../domain/correction.ts';
import type { PersonId } from '../domain/person.ts';
import type { AuditRepository } from './audit-repository.ts';
import { fromBase64Url, toBase64Url } from './bytes.ts';
import type { AuditEntry, SettingsDocument } from './documents.ts';
import type { LogRepository } from './log-repository.ts';
import { keyBytes, type Organisation } from './organisation.ts';
import type { PeopleRepository } from './people-repository.ts';
import type { SettingsRepository } from './settings-repository.ts';
import type { StampedPerson } from './stamped-person.ts';

/** Everything of a store but what belongs to one device. Keys are base64url. */
export interface BackupContent {
  readonly organisation: string;
  readonly keys: Readonly<Record<PersonId, readonly string[]>>;
  readonly people: readonly StampedPerson[];
  readonly photographs: Readonly<Record<PersonId, readonly string[]>>;
  readonly erased: readonly PersonId[];
  readonly checkIns: readonly CheckIn[];
  readonly corrections: readonly Correction[];
  readonly audit: readonly AuditEntry[];
  readonly settings?: Pick<SettingsDocument, 'settings' | 'changedAt'>;
}

/** What came back. */
export interface RestoreReport {
  readonly people: number;
  readonly checkIns: number;
  readonly corrections: number;
  /** People of the backup who were erased since, and stay so. */
  readonly erased: number;
}

export interface Repositories {
  readonly people: PeopleRepository;
  readonly log: LogRepository;
  readonly settings: SettingsRepository;
  readonly audit: AuditRepository;
}

export async function collectBackup(
  { people, log, settings, audit }: Repositories,
  organisation: Organisation,
): Promise<BackupContent> {
  const stamped = people.stamped();
  const [{ checkIns, corrections }, entries, stored] = await Promise.all([log.all(), audit.all(), settings.stored()]);
  const photographs = await Promise.all(stamped.map(async ({ id }) => [id, await people.photographs(id)] as const));
  const keys = stamped.map(({ id }) => [id, people.keyIfAny(id)?.keys.map(toBase64Url) ?? []]);
  return {
    ...{ organisation: toBase64Url(await keyBytes(organisation)), keys: Object.fromEntries(keys) },
    ...{ people: stamped, checkIns, corrections, audit: entries, erased: [...people.erasedIds] },
    photographs: Object.fromEntries(photographs.filter(([, kept]) => kept.length > 0)),
    ...(stored !== undefined && { settings: { settings: stored.settings, changedAt: stored.changedAt } }),
  };
}

/** Adds what a backup has to what is there: the newer part of each person, and whatever of the log is missing. */
export async function restoreBackup(
  content: BackupContent,
  { people, log, settings, audit }: Repositories,
): Promise<RestoreReport> {
  const erased = new Set([...people.erasedIds, ...content.erased]);
  const living = content.people.filter(({ id }) => !erased.has(id));
  const keys = Object.entries(content.keys).map(([id, texts]) => [id, texts.map(fromBase64Url)] as const);
  await people.merge(living, new Map(keys));
  for (const { id } of living) {
    const kept = content.photographs[id];
    const agreed = people.get(id)?.consent?.photographs === true;
    if (kept !== undefined && agreed && (await people.photographs(id)).length === 0) {
      await people.keepPhotographs(id, kept);
    }
  }
  // What was said about people who are gone cannot be sealed any more.
  const corrections = content.corrections.filter(({ person }) => people.keyIfAny(person) !== undefined);
  await log.add({ checkIns: content.checkIns, corrections });
  if (content.settings !== undefined) await settings.merge(content.settings);
  await audit.merge(content.audit);
  return {
    ...{ people: living.length, checkIns: content.checkIns.length, corrections: corrections.length },
    erased: content.people.length - living.length,
  };
}
