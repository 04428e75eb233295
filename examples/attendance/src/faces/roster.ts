import { type ContractId, createGallery, type Gallery, templateCodec } from 'face-verify';
import { enrolmentState, type Person, type PersonId } from '../domain/person.ts';

/** Whom the kiosk can greet by face. */
export class Roster {
  /** Templates under the ids of their people: one for good, so that whoever watches a camera with it goes on. */
  readonly gallery: Gallery;
  /** Of each person who is enrolled, the template as it is stored. */
  #templates: ReadonlyMap<PersonId, string> = new Map();
  #unreadable: ReadonlySet<PersonId> = new Set();

  /** @param contract - of the verifier that compares; templates of another are left out */
  constructor(contract: ContractId) {
    this.gallery = createGallery(contract);
  }

  /** People whose template cannot be read though it says that it could: enrol them again. */
  get unreadable(): ReadonlySet<PersonId> {
    return this.#unreadable;
  }

  /** Takes in who is there now. Only what changed is read, and who has gone is wiped. */
  follow(people: readonly Person[]): void {
    const { gallery } = this;
    const templates = new Map<PersonId, string>();
    const unreadable = new Set<PersonId>();
    for (const person of people) {
      const { id, enrolment } = person;
      if (enrolment === undefined || enrolmentState(person, gallery.contract) !== 'enrolled') continue;
      templates.set(id, enrolment.template);
      const isRead =
        this.#templates.get(id) === enrolment.template ? gallery.has(id) : this.#read(id, enrolment.template);
      if (!isRead) unreadable.add(id);
    }
    for (const id of this.#templates.keys()) if (!templates.has(id)) gallery.remove(id);
    this.#templates = templates;
    this.#unreadable = unreadable;
  }

  /** @returns whether it is a template of this contract; where it is none, the person is in the gallery no more */
  #read(id: PersonId, stored: string): boolean {
    this.gallery.remove(id);
    try {
      this.gallery.add(id, templateCodec.decode(stored));
      return true;
    } catch {
      return false;
    }
  }
}
