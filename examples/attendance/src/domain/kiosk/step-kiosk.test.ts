import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantAt } from '../instant.ts';
import type { CheckInOrder, FaceAnswer, KioskEvent, KioskState, KioskWorld } from './kiosk-state.ts';
import { startKiosk, stepKiosk } from './step-kiosk.ts';

const START = Date.parse('2026-11-28T08:00:00.000Z');
const SETTINGS = { coolDownSeconds: 120, attempts: 5, directions: 'in-and-out', longestShiftHours: 16 } as const;
const ANNA: FaceAnswer = { outcome: 'person', person: 'anna' };
const NOBODY: FaceAnswer = { outcome: 'nobody' };

type Happening = KioskEvent extends infer Event ? (Event extends KioskEvent ? Omit<Event, 'atMs'> : never) : never;

/** A kiosk that is played through, and that keeps what it records. */
class Play {
  state: KioskState = startKiosk();
  readonly records: CheckInOrder[] = [];
  readonly strangers = new Set<string>();
  readonly settings: KioskWorld['settings'];
  #atMs = START;
  #attempt = 0;

  constructor(settings: Partial<KioskWorld['settings']> = {}) {
    this.settings = { ...SETTINGS, ...settings };
  }

  get shows() {
    return this.state.screen.show;
  }

  happen(event: Happening): this {
    const world: KioskWorld = {
      settings: this.settings,
      mayCheckIn: (person) => !this.strangers.has(person),
      lastRecord: (person) => {
        const last = this.records.findLast((record) => record.person === person);
        return last && { instant: instantAt(last.atMs), direction: last.direction };
      },
    };
    const { state, record } = stepKiosk(this.state, { ...event, atMs: this.#atMs } as KioskEvent, world);
    this.state = state;
    if (record !== undefined) this.records.push(record);
    return this;
  }

  wait(seconds: number): this {
    this.#atMs += seconds * 1000;
    return this.happen({ type: 'tick' });
  }

  /** A face comes, is answered about, and leaves. */
  face(answer: FaceAnswer): this {
    this.#attempt += 1;
    return this.happen({ type: 'face-appeared', attempt: this.#attempt }).happen({
      type: 'face-answered',
      attempt: this.#attempt,
      answer,
    });
  }

  leave(): this {
    return this.happen({ type: 'face-left' });
  }

  /** Somebody holds up a card, which is or is not somebody's. */
  card(person?: string): this {
    this.#attempt += 1;
    return this.happen({ type: 'way-chosen', way: 'card' })
      .happen({ type: 'secret-given', way: 'card', request: this.#attempt })
      .happen({ type: 'secret-checked', request: this.#attempt, ...(person !== undefined && { person }) });
  }

  /** Somebody types a number and a PIN, which is or is not that person's. */
  pin(number: string, person?: string): this {
    this.#attempt += 1;
    return this.happen({ type: 'way-chosen', way: 'pin' })
      .happen({ type: 'secret-given', way: 'pin', request: this.#attempt, number })
      .happen({ type: 'secret-checked', request: this.#attempt, ...(person !== undefined && { person }) });
  }
}

describe('somebody who is known', () => {
  it('is greeted in, later out, and once for each time before the camera', () => {
    const play = new Play().face(ANNA);
    expect(play.state.screen).toMatchObject({ show: 'greeting', person: 'anna', direction: 'in', how: 'face' });
    play
      .leave()
      .wait(4 * 3600)
      .face(ANNA);
    expect(play.records.map(({ direction }) => direction)).toEqual(['in', 'out']);
  });

  it('is greeted for a few seconds', () => {
    expect(new Play().face(ANNA).wait(3).shows).toBe('greeting');
    expect(new Play().face(ANNA).wait(4).shows).toBe('watching');
  });

  it('is not recorded twice within the cool-down, however often seen', () => {
    const play = new Play().face(ANNA).leave().wait(100).face(ANNA);
    expect(play.state.screen).toMatchObject({ show: 'already', direction: 'in', since: instantAt(START) });
    play.leave().wait(100).face(ANNA);
    expect(play.records).toHaveLength(1);
    play.leave().wait(121).face(ANNA);
    expect(play.records).toHaveLength(2);
  });

  it('is in again, not out, after a shift that was never ended', () => {
    const play = new Play()
      .face(ANNA)
      .leave()
      .wait(23 * 3600)
      .face(ANNA);
    expect(play.records.map(({ direction }) => direction)).toEqual(['in', 'in']);
  });

  it('is only ever in where people only check in, and once a shift', () => {
    const play = new Play({ directions: 'in-only' }).face(ANNA).leave().wait(3600).face(ANNA);
    expect(play.shows).toBe('already');
    play
      .leave()
      .wait(22 * 3600)
      .face(ANNA);
    expect(play.records.map(({ direction }) => direction)).toEqual(['in', 'in']);
  });

  it('is followed at once by the next in the queue', () => {
    const play = new Play().face(ANNA).face({ outcome: 'person', person: 'ben' });
    expect(play.records.map(({ person }) => person)).toEqual(['anna', 'ben']);
    expect(play.state.screen).toMatchObject({ person: 'ben' });
  });

  it('who was removed meanwhile is nobody', () => {
    const play = new Play();
    play.strangers.add('anna');
    expect(play.face(ANNA).state.screen).toEqual({ show: 'unknown', reason: 'nobody' });
    expect(play.records).toEqual([]);
  });
});

describe('an answer', () => {
  it('about the face before counts for nobody', () => {
    const play = new Play()
      .happen({ type: 'face-appeared', attempt: 1 })
      .happen({ type: 'face-left' })
      .happen({ type: 'face-appeared', attempt: 2 })
      .happen({ type: 'face-answered', attempt: 1, answer: ANNA });
    expect(play.shows).toBe('looking');
    expect(play.records).toEqual([]);
  });

  it('counts once', () => {
    const play = new Play()
      .happen({ type: 'face-appeared', attempt: 1 })
      .happen({ type: 'face-answered', attempt: 1, answer: ANNA })
      .wait(3600)
      .happen({ type: 'face-answered', attempt: 1, answer: ANNA });
    expect(play.records).toHaveLength(1);
  });

  it.each<Happening>([
    { type: 'face-left' },
    { type: 'several-faces' },
    { type: 'camera-lost', code: 'camera-unavailable' },
    { type: 'way-chosen', way: 'pin' },
    { type: 'cancelled' },
  ])('that comes after $type counts for nobody', (event) => {
    const play = new Play()
      .happen({ type: 'face-appeared', attempt: 1 })
      .happen(event)
      .happen({ type: 'face-answered', attempt: 1, answer: ANNA });
    expect(play.records).toEqual([]);
  });

  it('about a PIN that was cancelled counts for nobody', () => {
    const play = new Play()
      .happen({ type: 'way-chosen', way: 'pin' })
      .happen({ type: 'secret-given', way: 'pin', request: 1, number: '17' })
      .happen({ type: 'cancelled' })
      .happen({ type: 'way-chosen', way: 'pin' })
      .happen({ type: 'secret-given', way: 'pin', request: 2, number: '18' })
      .happen({ type: 'secret-checked', request: 1, person: 'anna' });
    expect(play.records).toEqual([]);
    expect(play.shows).toBe('checking');
  });

  it('is only ever recorded for the person that it names, at an attempt that is being asked about', () => {
    const attempt = fc.integer({ min: 1, max: 4 });
    const person = fc.constantFrom('anna', 'ben');
    const way = fc.constantFrom<'pin' | 'card'>('pin', 'card');
    const outcomes = fc.constantFrom<FaceAnswer['outcome']>(
      'person',
      'nobody',
      'ambiguous',
      'not-live',
      'unavailable',
      'unusable',
    );
    const happening: fc.Arbitrary<Happening> = fc.oneof(
      fc.record({ type: fc.constant('face-appeared' as const), attempt }),
      fc.record({
        type: fc.constant('face-answered' as const),
        attempt,
        answer: fc.tuple(outcomes, person).map(([outcome, who]) => ({ outcome, person: who }) as FaceAnswer),
      }),
      fc.record({
        type: fc.constant('secret-given' as const),
        way: fc.constant('pin' as const),
        request: attempt,
        number: person,
      }),
      fc.record({ type: fc.constant('secret-given' as const), way: fc.constant('card' as const), request: attempt }),
      fc.record(
        { type: fc.constant('secret-checked' as const), request: attempt, person },
        { requiredKeys: ['type', 'request'] },
      ),
      fc.record({ type: fc.constant('way-chosen' as const), way }),
      fc.constantFrom<Happening>(
        { type: 'several-faces' },
        { type: 'face-left' },
        { type: 'cancelled' },
        { type: 'tick' },
        { type: 'camera-lost', code: 'camera-unavailable' },
        { type: 'camera-found' },
      ),
    );
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 40 }), (happenings) => {
        const play = new Play({ coolDownSeconds: 0 });
        for (const event of happenings) {
          const { attempt: asked, screen } = play.state;
          const before = play.records.length;
          play.happen(event);
          const [record] = play.records.slice(before);
          if (record === undefined) continue;
          if (event.type === 'face-answered') {
            expect(event.attempt).toBe(asked);
            expect(event.answer).toEqual({ outcome: 'person', person: record.person });
          } else {
            expect(event).toMatchObject({ type: 'secret-checked', person: record.person });
            expect(screen).toMatchObject({ show: 'checking', request: (event as { request: number }).request });
          }
          expect(play.state.screen).toMatchObject({ show: 'greeting', person: record.person });
        }
      }),
    );
  });
});

describe('somebody who is not known', () => {
  it.each<FaceAnswer>([NOBODY, { outcome: 'ambiguous' }, { outcome: 'not-live' }])('is told so: $outcome', (answer) => {
    const play = new Play().face(answer);
    expect(play.state.screen).toEqual({ show: 'unknown', reason: answer.outcome });
    expect(play.records).toEqual([]);
    expect(play.wait(15).shows).toBe('watching');
  });

  it('is not told so for a bad frame', () => {
    expect(new Play().face({ outcome: 'unusable' }).shows).toBe('watching');
  });

  it("is nobody's failure where faces cannot be told apart at all", () => {
    const play = new Play().face({ outcome: 'unavailable' });
    expect(play.state.screen).toEqual({ show: 'unknown', reason: 'unavailable' });
    expect(play.state.failures.face.failures).toBe(0);
  });

  it('can always take another way', () => {
    const play = new Play().face(NOBODY).pin('17', 'anna');
    expect(play.records).toMatchObject([{ person: 'anna', how: 'pin', direction: 'in' }]);
  });

  it('pauses faces after five in a row, for longer each time, and not PINs', () => {
    const play = new Play();
    for (let i = 0; i < 5; i++) play.face(NOBODY).leave();
    expect(play.shows).toBe('paused');
    expect(play.face(ANNA).shows).toBe('paused');
    expect(play.records).toEqual([]);
    expect(play.pin('17', 'anna').records).toHaveLength(1);
    expect(play.wait(30).shows).toBe('watching');
    expect(play.face(NOBODY).leave().wait(31).shows).toBe('paused');
    expect(play.wait(30).shows).toBe('watching');
    play.leave().wait(200).face(ANNA);
    expect(play.state.failures.face.failures).toBe(0);
  });

  it('is paused over a reload, but not by a clock that was set back', () => {
    const play = new Play();
    for (let i = 0; i < 5; i++) play.face(NOBODY).leave();
    const reloaded = new Play();
    reloaded.state = startKiosk(play.state.failures);
    expect(reloaded.face(ANNA).shows).toBe('paused');
    reloaded.wait(-3 * 3600);
    expect(reloaded.face(ANNA).shows).toBe('greeting');
  });
});

describe('a PIN', () => {
  it('that is wrong is refused, and after five the number is paused, and no other number', () => {
    const play = new Play();
    for (let i = 0; i < 5; i++) expect(play.pin('17').state.screen).toMatchObject({ problem: 'refused' });
    expect(play.pin('17', 'anna').state.screen).toMatchObject({ show: 'asking', problem: 'paused' });
    expect(play.records).toEqual([]);
    expect(play.pin('18', 'ben').records).toMatchObject([{ person: 'ben', how: 'pin' }]);
    expect(play.wait(31).pin('17', 'anna').records).toHaveLength(2);
  });

  it('is limited for the person, however the number is typed', () => {
    const play = new Play();
    for (const typed of ['17', ' 17', '17 ', '\u300017', '17\t']) play.pin(typed);
    expect(play.pin(' 17 ', 'anna').state.screen).toMatchObject({ show: 'asking', problem: 'paused' });
    expect(play.records).toEqual([]);
  });

  it('that is right forgives the wrong ones before it, however the number is typed', () => {
    const play = new Play();
    for (let i = 0; i < 4; i++) play.pin('17');
    expect(play.pin(' 17', 'anna').state.failures.pin).toEqual({});
  });

  it('without a number that is wrong pauses no card', () => {
    const play = new Play();
    for (let i = 0; i < 5; i++) play.pin('');
    expect(play.card('anna').records).toMatchObject([{ person: 'anna', how: 'card' }]);
  });

  it('of a number that objects have by themselves is counted like any other', () => {
    const play = new Play();
    for (let i = 0; i < 5; i++) play.pin('__proto__').pin('constructor');
    expect(play.pin('constructor', 'anna').records).toEqual([]);
  });

  it('is typed without being disturbed by faces, and not for ever', () => {
    const play = new Play().happen({ type: 'way-chosen', way: 'pin' }).face(ANNA);
    expect(play.state.screen).toEqual({ show: 'asking', way: 'pin' });
    expect(play.records).toEqual([]);
    expect(play.wait(45).shows).toBe('watching');
  });
});

describe('a card', () => {
  it('that is unknown is refused, however often, and forgives no PIN', () => {
    const play = new Play();
    for (let i = 0; i < 4; i++) play.pin('17');
    for (let i = 0; i < 9; i++) expect(play.card().state.screen).toMatchObject({ way: 'card', problem: 'refused' });
    expect(play.card('anna').records).toHaveLength(1);
    expect(play.pin('17').pin('17', 'anna').state.screen).toMatchObject({ problem: 'paused' });
  });
});

describe('a camera that is lost', () => {
  const lost = { type: 'camera-lost', code: 'camera-unavailable' } as const;

  it('is said, with its code, until it is found again', () => {
    const play = new Play().happen(lost);
    expect(play.state.screen).toEqual({ show: 'no-camera', code: 'camera-unavailable' });
    expect(play.face(ANNA).records).toEqual([]);
    expect(play.happen({ type: 'camera-found' }).face(ANNA).records).toHaveLength(1);
  });

  it('leaves PINs working, and is said again afterwards', () => {
    const play = new Play().happen(lost).pin('17', 'anna');
    expect(play.shows).toBe('greeting');
    expect(play.wait(4).shows).toBe('no-camera');
  });
});

describe('several faces', () => {
  it('are asked to come one by one, and greet nobody', () => {
    const play = new Play().happen({ type: 'face-appeared', attempt: 1 }).happen({ type: 'several-faces' });
    expect(play.shows).toBe('several');
    expect(play.leave().shows).toBe('watching');
    expect(play.face(ANNA).records).toHaveLength(1);
  });
});
