import { expect, it } from 'vitest';
import { describeWrongGreetings, expectWrongGreetings } from './wrong-greetings.ts';

it('adds up over the roster', () => {
  expect(expectWrongGreetings(0.001, 41).perThousand).toBeCloseTo(1000 * (1 - 0.999 ** 40), 9);
  expect(expectWrongGreetings(0.001, 41).strangersPerThousand).toBeCloseTo(1000 * (1 - 0.999 ** 41), 9);
});

it('keeps rates that are tiny', () => {
  expect(expectWrongGreetings(1e-15, 101).perThousand).toBeCloseTo(1e-10, 15);
});

it('is nothing for nobody, and for one only strangers', () => {
  expect(expectWrongGreetings(0.5, 0).strangersPerThousand).toBeCloseTo(0);
  expect(expectWrongGreetings(0.5, 1).perThousand).toBeCloseTo(0);
  expect(expectWrongGreetings(0.5, 1).strangersPerThousand).toBe(500);
});

it('grows with the rate and with the roster, up to everybody', () => {
  const rates = [1e-6, 1e-4, 1e-2, 1].map((fmr) => expectWrongGreetings(fmr, 200).perThousand);
  expect(rates.toSorted((a, b) => a - b)).toEqual(rates);
  expect(rates.at(-1)).toBe(1000);
});

it('is said in words', () => {
  expect(describeWrongGreetings(expectWrongGreetings(0.001, 41))).toBe(
    'With 41 people enrolled, expect at most 39 of 1,000 check-ins to greet somebody as another person, ' +
      'and 40 of 1,000 strangers to be greeted as one of them.',
  );
  expect(describeWrongGreetings(expectWrongGreetings(1e-7, 1))).toContain('none of 1,000 check-ins');
  expect(describeWrongGreetings(expectWrongGreetings(1e-7, 20))).toContain('fewer than 0.1 of 1,000 strangers');
  expect(describeWrongGreetings(expectWrongGreetings(0.001, 0))).toBe('Nobody is enrolled, so nobody is greeted.');
});
