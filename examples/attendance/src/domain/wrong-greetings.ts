import { expectedFpir } from 'face-verify';

/** How often people would be greeted as somebody else, at a false match rate and with a roster. */
export interface WrongGreetings {
  readonly rosterSize: number;
  /** Of one comparison. */
  readonly fmr: number;
  /** Expected at most, per 1,000 check-ins of enrolled people: each is compared with everybody else too. */
  readonly perThousand: number;
  /** Of 1,000 strangers who look into the camera, how many are greeted as somebody. */
  readonly strangersPerThousand: number;
}

/**
 * What a threshold means for a roster: somebody is compared with everybody on it, so a false match rate that is small
 * for one comparison adds up. The rate for enrolled people is an upper bound: where they match as themselves too, the
 * more similar of both decides, which mostly is themselves.
 *
 * @param fmr - false match rate of one comparison, in [0, 1]
 * @param rosterSize - enrolled people
 */
export function expectWrongGreetings(fmr: number, rosterSize: number): WrongGreetings {
  return {
    rosterSize,
    fmr,
    perThousand: 1000 * expectedFpir(fmr, Math.max(0, rosterSize - 1)),
    strangersPerThousand: 1000 * expectedFpir(fmr, rosterSize),
  };
}

/** The same in a sentence, for people who set the threshold. */
export function describeWrongGreetings({ rosterSize, perThousand, strangersPerThousand }: WrongGreetings): string {
  if (rosterSize === 0) return 'Nobody is enrolled, so nobody is greeted.';
  const people = rosterSize === 1 ? 'one person' : `${rosterSize} people`;
  return (
    `With ${people} enrolled, expect at most ${inWords(perThousand)} of 1,000 check-ins to greet somebody as another ` +
    `person, and ${inWords(strangersPerThousand)} of 1,000 strangers to be greeted as one of them.`
  );
}

function inWords(perThousand: number): string {
  if (perThousand === 0) return 'none';
  if (perThousand < 0.1) return 'fewer than 0.1';
  return String(Number(perThousand.toPrecision(2)));
}
