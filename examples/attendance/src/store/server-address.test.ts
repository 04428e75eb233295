import { expect, it } from 'vitest';
import { authorisation, readServerAddress } from './server-address.ts';

it('has its name and password apart, where it has some', () => {
  expect(readServerAddress(' https://couch.example.org/attendance/ ')).toEqual({
    url: 'https://couch.example.org/attendance',
  });
  expect(readServerAddress('https://k%40iosk:p%2Fw@couch.example.org:6984/a?x#y')).toEqual({
    url: 'https://couch.example.org:6984/a',
    user: 'k@iosk',
    password: 'p/w',
  });
});

it.each(['', 'couch.example.org/a', 'https://couch.example.org', 'https://couch.example.org//', 'ftp://x/a'])(
  'is none: %j',
  (typed) => {
    expect(() => readServerAddress(typed)).toThrow(expect.objectContaining({ code: 'server-unavailable' }));
  },
);

it('is asked with what it needs', () => {
  expect(authorisation({ url: 'https://x/a' })).toEqual({});
  expect(authorisation({ url: 'https://x/a', user: 'zoë', password: 'p' })).toEqual({
    authorization: `Basic ${Buffer.from('zoë:p').toString('base64')}`,
  });
});
