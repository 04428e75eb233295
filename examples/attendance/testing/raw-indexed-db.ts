/** Everything that the databases of this origin hold whose names begin so, as one text: what is left after erasing. */
export async function dumpIndexedDb(prefix: string): Promise<string> {
  const databases = await indexedDB.databases();
  const names = databases.flatMap(({ name }) => (name !== undefined && matches(name, prefix) ? [name] : []));
  const dumps = await Promise.all(names.map(dumpDatabase));
  return dumps.join('\n');
}

function matches(name: string, prefix: string): boolean {
  return name.replace('_pouch_', '').startsWith(prefix);
}

async function dumpDatabase(name: string): Promise<string> {
  const database = await settle(indexedDB.open(name));
  const stores = [...database.objectStoreNames].filter((store) => store !== 'room');
  const values = await Promise.all(
    stores.map((store) => settle(database.transaction(store).objectStore(store).getAll())),
  );
  database.close();
  return JSON.stringify(values);
}

function settle<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
