import { openStore } from '../../src/store/open-store.ts';
import { drawRecords } from './draw-records.ts';
import { outdateEnrolments } from './outdate-enrolments.ts';

const PREPARATIONS = { drawRecords, outdateEnrolments };

/** For the page: does something with the store of this origin, which nobody has open. */
async function prepareStore(preparation: keyof typeof PREPARATIONS): Promise<void> {
  const store = await openStore();
  await PREPARATIONS[preparation](store);
  await store.close();
}

Object.assign(globalThis, { prepareStore });
