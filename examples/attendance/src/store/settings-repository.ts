import { instantAt } from '../domain/instant.ts';
import { defaultSettings, findInvalidSettings, type Settings } from '../domain/settings.ts';
import type { Database } from './database.ts';
import { type FoundDocument, SETTINGS_ID, type SettingsDocument } from './documents.ts';
import { type Live, LiveValue } from './live.ts';
import { StoreError } from './store-error.ts';

/** The settings of the place, shared by all kiosks. */
export class SettingsRepository {
  readonly #database: Database;
  readonly #now: () => number;
  readonly #settings: LiveValue<Settings>;

  private constructor(database: Database, now: () => number) {
    this.#database = database;
    this.#now = now;
    this.#settings = new LiveValue(defaultSettings());
  }

  static async open(database: Database, now: () => number): Promise<SettingsRepository> {
    const settings = new SettingsRepository(database, now);
    database.onChange(({ id }) => {
      // Where there is no room to settle it, the next start does.
      if (id === SETTINGS_ID) settings.#read().catch(() => undefined);
    });
    await settings.#read();
    return settings;
  }

  get current(): Live<Settings> {
    return this.#settings;
  }

  /** @throws {StoreError} `settings-invalid`, naming which; `storage-full`, `storage-failed` */
  async save(settings: Settings): Promise<void> {
    const invalid = findInvalidSettings(settings);
    if (invalid.length > 0)
      throw new StoreError('settings-invalid', `These settings are not valid: ${invalid.join(', ')}.`);
    await this.merge({ settings, changedAt: instantAt(this.#now()) });
    this.#settings.set(settings);
  }

  /** As stored, for a backup; undefined while nothing was changed. */
  async stored(): Promise<Pick<SettingsDocument, 'settings' | 'changedAt'> | undefined> {
    return this.#database.get<SettingsDocument>(SETTINGS_ID);
  }

  /** Takes settings over where they are the later ones. */
  async merge({ settings, changedAt }: Pick<SettingsDocument, 'settings' | 'changedAt'>): Promise<void> {
    await this.#database.change<SettingsDocument>(SETTINGS_ID, (before) =>
      before !== undefined && before.changedAt > changedAt
        ? undefined
        : { _id: SETTINGS_ID, type: 'settings', changedAt, settings },
    );
  }

  /** Of settings that two kiosks changed at the same time, the later. */
  async #read(): Promise<void> {
    const found = await this.#database.get<SettingsDocument>(SETTINGS_ID);
    if (found === undefined) return;
    const latest = found._conflicts === undefined ? found : await this.#settle(found, found._conflicts);
    // A setting that a newer version wrote, or an older one did not know, must not break this kiosk.
    const known = { ...defaultSettings(), ...latest.settings };
    if (findInvalidSettings(known).length === 0) this.#settings.set(known);
  }

  async #settle(found: FoundDocument<SettingsDocument>, conflicts: readonly string[]): Promise<SettingsDocument> {
    const { _rev } = found;
    const others = await Promise.all(
      conflicts.map((rev) => this.#database.getRevision<SettingsDocument>(SETTINGS_ID, rev)),
    );
    const latest = others.reduce<SettingsDocument>(
      (kept, other) => (other !== undefined && other.changedAt > kept.changedAt ? other : kept),
      found,
    );
    if (latest !== found) {
      const { changedAt, settings } = latest;
      await this.#database.write([{ _id: SETTINGS_ID, _rev, type: 'settings', changedAt, settings }]);
    }
    await this.#database.remove(conflicts.map((rev) => ({ _id: SETTINGS_ID, _rev: rev })));
    return latest;
  }
}
