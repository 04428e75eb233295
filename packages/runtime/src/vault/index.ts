export type { StorageObstacle } from '../storage/storage-error.ts';
export type { Consent } from './consent.ts';
export { createVault, type VaultOptions } from './create-vault.ts';
export type {
  Vault,
  VaultContents,
  VaultEntry,
  VaultExport,
  VaultExportOptions,
  VaultGallery,
  VaultImport,
  VaultImportOptions,
  VaultListing,
  VaultReading,
} from './vault.ts';
