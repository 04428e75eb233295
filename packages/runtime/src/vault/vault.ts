import type { ContractId, FaceTemplate, Gallery } from '@face-verify/core';
import type { Consent } from './consent.ts';

/** A template and why, and for how long, it may be kept. */
export interface VaultEntry {
  /** 1 to 1,024 characters: the application's own name for the subject; one template for each. Never kept in clear. */
  readonly id: string;
  readonly template: FaceTemplate;
  readonly consent: Consent;
  /** When it has to be gone, in milliseconds since 1970. */
  readonly expiresAtMs: number;
}

/** What the vault knows of a template, without the template. */
export interface VaultListing {
  readonly id: string;
  /** Of the model that it was made by. */
  readonly contract: ContractId;
  readonly consent: Consent;
  readonly storedAtMs: number;
  readonly expiresAtMs: number;
}

/** What the vault has of a subject. */
export type VaultReading =
  | { readonly outcome: 'found'; readonly template: FaceTemplate; readonly listing: VaultListing }
  /** Made by another model: it cannot be compared with anything of today. */
  | { readonly outcome: 'enrol-again'; readonly listing: VaultListing }
  /** Its time was over; it has been deleted. */
  | { readonly outcome: 'expired' }
  | { readonly outcome: 'absent' };

/** What a vault holds, without templates. */
export interface VaultContents {
  readonly listings: readonly VaultListing[];
  /** How many records are damaged, or were sealed with a key that is gone. */
  readonly unreadable: number;
}

/** All templates of a vault as a gallery, and who is not in it. */
export interface VaultGallery {
  readonly gallery: Gallery;
  /** Ids of those whose template another model made. */
  readonly enrolAgain: readonly string[];
  /** As in {@link VaultContents}. */
  readonly unreadable: number;
}

/** Which templates are exported, and whether they are encrypted. */
export interface VaultExportOptions {
  /** Only these; default: all. Those that the vault does not have are left out. */
  readonly ids?: readonly string[];
  /** At least 15 characters. Without one the templates lie open in the export. */
  readonly passphrase?: string;
}

/** Templates that were written to a text, and how many. */
export interface VaultExport {
  /** For a file: JSON, or with a passphrase an encrypted JWE (RFC 7516) around it. */
  readonly text: string;
  readonly exported: number;
  /** Records that could not be read, so that they are not in the export. */
  readonly unreadable: number;
}

/** How an export is read. */
export interface VaultImportOptions {
  /** That the export was made with. One that lies open is refused then: anybody could have written it. */
  readonly passphrase?: string;
}

/** What came of an import. */
export interface VaultImport {
  readonly imported: number;
  /** Left out since their time is over. */
  readonly expired: number;
  /** Left out since the vault has the same one, or a later one. */
  readonly older: number;
}

/**
 * Keeps templates on this device, encrypted.
 *
 * Each call may throw `storage-unavailable`, whose `details.reason` is a {@link StorageObstacle}. What was stored,
 * imported or deleted is on the disk when the call has ended; a call that throws has changed nothing.
 */
export interface Vault {
  /**
   * Stores a template in place of the one that the subject may have.
   *
   * @throws {FaceVerifyError} `id-invalid`; `option-invalid` without a consent, or where the time is over already;
   *   `embedding-invalid`; `storage-full`
   */
  store(entry: VaultEntry): Promise<void>;

  /**
   * The template of a subject, if it may be kept still and can be compared.
   *
   * @param reader - the verifier that is to compare it
   * @throws {FaceVerifyError} `record-corrupt`: delete and enrol again; `id-invalid`, `option-invalid`
   */
  read(id: string, reader: { readonly contract: ContractId }): Promise<VaultReading>;

  /** What is stored, by id. Those whose time is over are deleted first. */
  list(): Promise<VaultContents>;

  /**
   * All templates that can be compared, to look for a face among. What is stored or deleted later is not in it.
   *
   * @param reader - the verifier that is to compare them
   */
  gallery(reader: { readonly contract: ContractId }): Promise<VaultGallery>;

  /** Templates with their consents, as a text that {@link import} reads. @throws {FaceVerifyError} `option-invalid` */
  export(options?: VaultExportOptions): Promise<VaultExport>;

  /**
   * Stores what {@link export} gave, all or nothing, also in place of records that cannot be read any more.
   *
   * @throws {FaceVerifyError} `export-unreadable`, `storage-full`
   */
  import(text: string, options?: VaultImportOptions): Promise<VaultImport>;

  /** @returns whether there was one @throws {FaceVerifyError} `id-invalid` */
  delete(id: string): Promise<boolean>;

  /**
   * Deletes every template, and the key without which no script can read what another copy of the database holds. The
   * browser's own files may keep deleted bytes for a while, those of the key too; the header
   * `Clear-Site-Data: "storage"` of a response removes them.
   */
  deleteAll(): Promise<void>;

  /** Deletes what nobody can read any more: damaged, or sealed with a key that is gone. @returns how many there were */
  deleteUnreadable(): Promise<number>;

  /** Deletes those whose time is over. @returns how many there were */
  sweep(): Promise<number>;

  /**
   * Asks the browser to keep this origin's data when room gets scarce. Some ask the visitor, and answer when they do.
   *
   * @returns whether it will
   */
  requestPersistence(): Promise<boolean>;
}
