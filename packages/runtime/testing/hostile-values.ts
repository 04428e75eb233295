/** What the hostile objects that throw do throw. */
export class HandsOff extends Error {}

/** What a page may hand to a function by mistake or on purpose, made anew each time, by name. */
export function hostileValues(): Readonly<Record<string, unknown>> {
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  return {
    undefined: undefined,
    null: null,
    true: true,
    false: false,
    zero: 0,
    'minus one': -1,
    'not a number': Number.NaN,
    infinity: Number.POSITIVE_INFINITY,
    'a huge number': Number.MAX_VALUE,
    'a big integer': 10n ** 40n,
    'an empty text': '',
    'a space': ' ',
    match: 'match',
    'an address of a script': 'javascript:globalThis.hacked=true',
    'an address of a file': 'file:///etc/passwd',
    'an empty data address': 'data:,',
    'a page as data': 'data:text/html,<script>hacked=true</script>',
    'a drawing as data': 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="1e9" height="1e9"/>',
    'an address that was given back': revokedAddress(),
    'a path that leads up': '../../../../etc/passwd',
    'half a character': '\ud800',
    'text that is written from right to left': '\u202egnp.exe',
    'a long text': 'A'.repeat(300_000),
    'Base64 of nothing': 'AAAA',
    'a prototype by name': '__proto__',
    'an unclosed object': '{"format":"face-verify-vault","version":1,"templates":[',
    'a deeply nested list': `${'['.repeat(100_000)}`,
    'an empty object': {},
    'an object without a prototype': Object.create(null),
    'an object in a circle': circle,
    'a frozen object': Object.freeze({ outcome: 'match' }),
    'a result that says match': { outcome: 'match', similarity: 1, threshold: { similarity: 0, fmr: 0.001 } },
    'a capture without an embedding': { outcome: 'captured' },
    'a capture with numbers': { outcome: 'captured', embedding: { vector: [1], norm: 1, contract: 'x' } },
    'an embedding of zeros': { vector: new Float32Array(128), norm: 1, contract: 'x' },
    'an embedding of no number': { vector: new Float32Array(128).fill(Number.NaN), norm: 1, contract: 'x' },
    'a polluted object': JSON.parse('{"__proto__":{"outcome":"match"},"constructor":{"prototype":{}}}'),
    'an empty list': [],
    'a list of nothing': [undefined, null],
    'a list with holes': new Array(3),
    'a long list': new Array(10_000).fill(0),
    'a function': () => ({ outcome: 'match' }),
    'a symbol': Symbol('match'),
    'a date without a time': new Date(Number.NaN),
    'a promise': Promise.resolve({ outcome: 'match' }),
    'a promise that waits': new Promise(() => undefined),
    'bytes of nothing': new Uint8Array(0),
    'bytes that were sent away': sentAway(),
    'bytes of noise': noise(10_000),
    'an object that throws': thrower(),
    'an object that lies about what it is': { [Symbol.toStringTag]: 'Uint8Array', length: 1e9, byteLength: 1e9 },
    'an object that throws as text': {
      toString() {
        throw new HandsOff();
      },
    },
    'a list that never ends': {
      *[Symbol.iterator]() {
        for (;;) yield 0;
      },
    },
    'a file of nothing': new File([], 'ada.jpg', { type: 'image/jpeg' }),
    'a page as a photograph': new File(['<!doctype html><h1>404'], 'ada.jpg', { type: 'image/jpeg' }),
  };
}

function revokedAddress(): string {
  const address = URL.createObjectURL(new Blob(['x']));
  URL.revokeObjectURL(address);
  return address;
}

function sentAway(): Uint8Array {
  const bytes = new Uint8Array(16);
  structuredClone(bytes, { transfer: [bytes.buffer] });
  return bytes;
}

function noise(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => (i * 2_654_435_761) >>> 24);
}

/** Whatever is asked of it, except to be waited for or described, it throws. */
function thrower(): object {
  return new Proxy(
    {},
    {
      get: (_, name) => {
        if (name === 'then' || typeof name === 'symbol') return undefined;
        throw new HandsOff();
      },
      ownKeys: () => {
        throw new HandsOff();
      },
    },
  );
}
