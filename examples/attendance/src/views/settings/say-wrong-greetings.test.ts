import { describe, expect, it } from 'vitest';
import { settings as de } from '../../messages/de/settings.ts';
import { settings as en } from '../../messages/en/settings.ts';
import { sayWrongGreetings } from './say-wrong-greetings.ts';

describe('sayWrongGreetings', () => {
  it('adds a rate up over everybody who is enrolled', () => {
    expect(sayWrongGreetings(0.0001, 200, en, 'en')).toBe(
      'With 200 people enrolled: at most 20 of 1,000 check-ins greet somebody as another person, and 20 of 1,000 strangers are greeted as one of them.',
    );
  });

  it('greets one person as nobody else, and says small shares as such, in the language', () => {
    const said = sayWrongGreetings(0.00001, 1, de, 'de');
    expect(said).toContain(de.faces.none);
    expect(said).toContain(de.faces.fewerThan('0,1'));
  });

  it('greets nobody where nobody is enrolled', () => {
    expect(sayWrongGreetings(0.01, 0, en, 'en')).toBe(en.faces.nobody);
  });
});
