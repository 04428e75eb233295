import { FaceTemplate, ContractId, Gallery } from './index.js';

/** Why nothing can be stored: `details.reason` of a `storage-unavailable`. */
type StorageObstacle = 
/** No IndexedDB, or no cryptography: not a browser, or a page without https. */
'missing'
/** Forbidden: a frame without an origin of its own, cookies that are blocked, a private window of some browsers. */
 | 'denied'
/** This browser does not keep cryptographic keys, as in some private windows. */
 | 'keys-not-kept'
/** Another tab has an older version open and does not let go of it. */
 | 'blocked-by-another-tab'
/** A later version of this library made the database. */
 | 'made-by-later-version'
/** The browser does not answer. */
 | 'no-answer'
/** The browser says nothing more than that it failed, as where the disk does. */
 | 'failed';

/** That somebody agreed to their template being kept: without it none is stored. */
interface Consent {
    /** Who agreed: the subject, or whoever may agree for them. */
    readonly givenBy: string;
    /** Which version of the text they agreed to, e.g. `2026-11 en`. */
    readonly textVersion: string;
    /** What the template may be used for, in the words of that text. */
    readonly purpose: string;
    /** When, in milliseconds since 1970. */
    readonly givenAtMs: number;
}

/** A template and why, and for how long, it may be kept. */
interface VaultEntry {
    /** 1 to 1,024 characters: the application's own name for the subject; one template for each. Never kept in clear. */
    readonly id: string;
    readonly template: FaceTemplate;
    readonly consent: Consent;
    /** When it has to be gone, in milliseconds since 1970. */
    readonly expiresAtMs: number;
}
/** What the vault knows of a template, without the template. */
interface VaultListing {
    readonly id: string;
    /** Of the model that it was made by. */
    readonly contract: ContractId;
    readonly consent: Consent;
    readonly storedAtMs: number;
    readonly expiresAtMs: number;
}
/** What the vault has of a subject. */
type VaultReading = {
    readonly outcome: 'found';
    readonly template: FaceTemplate;
    readonly listing: VaultListing;
}
/** Made by another model: it cannot be compared with anything of today. */
 | {
    readonly outcome: 'enrol-again';
    readonly listing: VaultListing;
}
/** Its time was over; it has been deleted. */
 | {
    readonly outcome: 'expired';
} | {
    readonly outcome: 'absent';
};
/** What a vault holds, without templates. */
interface VaultContents {
    readonly listings: readonly VaultListing[];
    /** How many records are damaged, or were sealed with a key that is gone. */
    readonly unreadable: number;
}
/** All templates of a vault as a gallery, and who is not in it. */
interface VaultGallery {
    readonly gallery: Gallery;
    /** Ids of those whose template another model made. */
    readonly enrolAgain: readonly string[];
    /** As in {@link VaultContents}. */
    readonly unreadable: number;
}
/** Which templates are exported, and whether they are encrypted. */
interface VaultExportOptions {
    /** Only these; default: all. Those that the vault does not have are left out. */
    readonly ids?: readonly string[];
    /** At least 15 characters. Without one the templates lie open in the export. */
    readonly passphrase?: string;
}
/** Templates that were written to a text, and how many. */
interface VaultExport {
    /** For a file: JSON, or with a passphrase an encrypted JWE (RFC 7516) around it. */
    readonly text: string;
    readonly exported: number;
    /** Records that could not be read, so that they are not in the export. */
    readonly unreadable: number;
}
/** How an export is read. */
interface VaultImportOptions {
    /** That the export was made with. One that lies open is refused then: anybody could have written it. */
    readonly passphrase?: string;
}
/** What came of an import. */
interface VaultImport {
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
interface Vault {
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
    read(id: string, reader: {
        readonly contract: ContractId;
    }): Promise<VaultReading>;
    /** What is stored, by id. Those whose time is over are deleted first. */
    list(): Promise<VaultContents>;
    /**
     * All templates that can be compared, to look for a face among. What is stored or deleted later is not in it.
     *
     * @param reader - the verifier that is to compare them
     */
    gallery(reader: {
        readonly contract: ContractId;
    }): Promise<VaultGallery>;
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

/** Which vault is opened. */
interface VaultOptions {
    /** Of the database, before `-vault`; default `face-verify`. Vaults of one name are one, in every tab of this origin. */
    readonly name?: string;
}
/**
 * A place for templates on this device. Nothing is opened before its first call.
 *
 * @throws {FaceVerifyError} `option-invalid`
 * @example
 * const vault = createVault();
 * await vault.store({ id: 'ada', template, consent, expiresAtMs: Date.now() + 365 * 24 * 3_600_000 });
 * const reading = await vault.read('ada', verifier);
 * if (reading.outcome === 'found') verifier.compare(await verifier.capture(video), reading.template);
 */
declare function createVault(options?: VaultOptions): Vault;

export { createVault };
export type { Consent, StorageObstacle, Vault, VaultContents, VaultEntry, VaultExport, VaultExportOptions, VaultGallery, VaultImport, VaultImportOptions, VaultListing, VaultOptions, VaultReading };
