import { drawSlate } from '@face-verify/testkit';
import { composeShot, type Shot, writeMjpegFilm } from '@face-verify/testkit/node';

/** Whose face is to be seen. */
type Shows = 'subject' | 'stranger' | 'both';

interface FilmedShot extends Shot {
  readonly shows: Shows;
}

const FRONT = 'ada-front.jpg';
const TURNED = 'ada-turned.jpg';

function subject(...files: readonly string[]): FilmedShot[] {
  return files.map((sitter) => ({ shows: 'subject', sitter }));
}

function withStranger(shows: Shows, offset: number): FilmedShot {
  return { shows, sitter: FRONT, passer: { file: 'dieter-front.jpg', offset } };
}

/**
 * The subject sits before the camera; a stranger enters from the left, hides them, and leaves to the right. Ada and
 * Dieter, because of all rendered people these two are the least alike to the models that ship: at most 0.33 when they
 * were chosen, where frames of either were at least 0.83 alike.
 */
const WALK_THROUGH: readonly FilmedShot[] = [
  ...subject(FRONT, TURNED, FRONT, TURNED),
  withStranger('subject', -0.66),
  withStranger('both', -0.31),
  ...[-0.12, -0.08, -0.03, 0.03, 0.08, 0.12].map((offset) => withStranger('stranger', offset)),
  withStranger('both', 0.31),
  withStranger('subject', 0.66),
  ...subject(TURNED, FRONT, TURNED),
];

/** Then each of them alone, looking otherwise than before. */
const FILM: readonly FilmedShot[] = [
  ...WALK_THROUGH,
  ...subject('ada-smiling.jpg'),
  { shows: 'stranger', sitter: 'dieter-smiling.jpg' },
];

export const SHOT_COUNT = FILM.length;

/** Numbers of shots, in the order of the film. */
export const SHOTS = {
  walkThrough: [...WALK_THROUGH.keys()],
  subjectLater: WALK_THROUGH.length,
  strangerLater: WALK_THROUGH.length + 1,
} as const;

/** The shots of the walk-through that show one of these. */
export function shotsOf(...shows: readonly Shows[]): number[] {
  return WALK_THROUGH.flatMap((shot, number) => (shows.includes(shot.shows) ? [number] : []));
}

/** So many shots of each kind, from the beginning of the walk-through on. */
export function excerpt(counts: Readonly<Record<Shows, number>>): number[] {
  const kinds = ['subject', 'stranger', 'both'] as const;
  return kinds.flatMap((shows) => shotsOf(shows).slice(0, counts[shows])).sort((a, b) => a - b);
}

/** A fifth of a second at the camera's 30 frames per second: long enough for a busy machine to see it. */
const FRAMES_PER_SHOT = 6;

/** Writes the film, each shot with its number on a slate. @param path - ends in `.mjpeg` */
export async function writeWalkThroughFilm(path: string): Promise<void> {
  await writeMjpegFilm(frames(), path);
}

async function* frames() {
  for (const [number, shot] of FILM.entries()) {
    const frame = drawSlate(await composeShot(shot), number);
    for (let i = 0; i < FRAMES_PER_SHOT; i++) yield frame;
  }
}
