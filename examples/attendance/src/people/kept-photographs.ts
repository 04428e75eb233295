import type { PersonId } from '../domain/person.ts';
import type { AttendanceStore } from '../store/open-store.ts';

/** The photographs that were kept of a person, as files to enrol with. */
export async function keptPhotographs(
  people: Pick<AttendanceStore['people'], 'photographs'>,
  id: PersonId,
): Promise<readonly File[]> {
  const kept = await people.photographs(id);
  return kept.map((dataUrl, i) => {
    const binary = atob(dataUrl.slice(dataUrl.indexOf(',') + 1));
    const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
    return new File([bytes], `${i + 1}.jpg`, { type: 'image/jpeg' });
  });
}
