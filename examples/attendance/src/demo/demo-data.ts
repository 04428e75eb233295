import { type FaceVerifier, templateCodec } from 'face-verify';
import { instantAt } from '../domain/instant.ts';
import { createPerson, type Person } from '../domain/person.ts';
import { hashPin } from '../domain/secrets/pin.ts';
import type { Faces } from '../faces/faces.ts';
import { untilLive } from '../store/live.ts';
import type { AttendanceStore } from '../store/open-store.ts';
import { DEMO_CAST, DEMO_PIN, type DemoMember, demoConsent, isDemoPerson } from './demo-cast.ts';
import { demoCheckIns } from './demo-check-ins.ts';

/** Where loading stands: members done, of all. */
export interface DemoProgress {
  readonly done: number;
  readonly total: number;
}

/** What the demonstration is loaded into. */
interface DemoPlace {
  readonly store: AttendanceStore;
  readonly faces: Faces;
  /** Milliseconds since 1970. */
  now(): number;
}

export type DemoOutcome = 'loaded' | 'faces-unavailable' | 'photographs-unavailable';

/**
 * Enrols the rendered people from their photographs, as anybody is, and makes up check-ins of the days before today.
 *
 * @throws {StoreError} as `people.save`
 */
export async function loadDemoData(
  { store, faces, now }: DemoPlace,
  onProgress: (progress: DemoProgress) => void,
): Promise<DemoOutcome> {
  const total = DEMO_CAST.length;
  onProgress({ done: 0, total });
  const seen = await untilLive(faces.state, ({ state }) => state !== 'loading');
  if (seen.state !== 'ready') return 'faces-unavailable';
  const people: Person[] = [];
  for (const member of DEMO_CAST) {
    const person = await enrolMember(member, seen.verifier, instantAt(now()));
    if (person === undefined) return 'photographs-unavailable';
    people.push(person);
    onProgress({ done: people.length, total });
  }
  await store.people.save(people);
  const { zone } = store.settings.current.current;
  const ids = people.map(({ id }) => id);
  const place = { kiosk: store.kiosk, zone, nowMs: now(), draw: Math.random };
  await store.log.add({ checkIns: demoCheckIns(ids, place) });
  return 'loaded';
}

/** Removes the rendered people and all that was recorded of them; nothing else. */
export async function removeDemoData({ store }: Pick<DemoPlace, 'store'>): Promise<void> {
  const ids = store.people.all.current.filter(isDemoPerson).map(({ id }) => id);
  await store.erase(ids, { records: 'remove' });
}

async function enrolMember(
  { name, number, group, photographs }: DemoMember,
  verifier: FaceVerifier,
  at: string,
): Promise<Person | undefined> {
  const files = await Promise.all(photographs.enrolment.map(fetchPhotograph));
  const enrolled = await verifier.enrol(files.filter((file) => file !== undefined));
  if (enrolled.outcome !== 'enrolled') return undefined;
  const { template } = enrolled;
  return {
    ...createPerson({ name, number, group }),
    consent: demoConsent(at),
    enrolment: {
      at,
      template: templateCodec.encodeText(template),
      contract: template.embedding.contract,
      faceCount: template.faceCount,
      source: 'photographs',
    },
    pin: await hashPin(DEMO_PIN),
  };
}

async function fetchPhotograph(url: string): Promise<Blob | undefined> {
  const response = await fetch(url).catch(() => undefined);
  return response?.ok === true ? response.blob() : undefined;
}
