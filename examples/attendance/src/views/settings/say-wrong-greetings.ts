import { expectWrongGreetings } from '../../domain/wrong-greetings.ts';
import type { SettingsMessages } from '../../messages/en/settings.ts';

/** What a false match rate means for a roster of this size, in words. */
export function sayWrongGreetings(
  fmr: number,
  rosterSize: number,
  { faces: say }: Pick<SettingsMessages, 'faces'>,
  language: string,
): string {
  if (rosterSize === 0) return say.nobody;
  const { perThousand, strangersPerThousand } = expectWrongGreetings(fmr, rosterSize);
  const inWords = (share: number) => {
    if (share === 0) return say.none;
    if (share < LEAST) return say.fewerThan(new Intl.NumberFormat(language).format(LEAST));
    return new Intl.NumberFormat(language, { maximumSignificantDigits: 2 }).format(share);
  };
  return say.means(say.people(rosterSize), inWords(perThousand), inWords(strangersPerThousand));
}

const LEAST = 0.1;
