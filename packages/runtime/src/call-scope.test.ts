import { expect, test } from 'vitest';
import { CallScope } from './call-scope.ts';

const never = new Promise<never>(() => {});

test('a wait that ends by itself gives what it gives', async () => {
  const scope = new CallScope(new AbortController().signal, new AbortController().signal);
  expect(await scope.orOver(Promise.resolve('fine'))).toBe('fine');
  await expect(scope.orOver(Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  scope.throwIfOver();
});

test.for([
  ['aborted', (caller: AbortController) => caller],
  ['disposed', (_: AbortController, disposal: AbortController) => disposal],
] as const)('a call that is %s ends every wait with that code, and its later steps', async ([code, choose]) => {
  const [caller, disposal] = [new AbortController(), new AbortController()];
  const scope = new CallScope(caller.signal, disposal.signal);
  const waits = [scope.orOver(never), scope.orOver(never)];
  choose(caller, disposal).abort(new Error('a reason'));
  for (const wait of [...waits, scope.orOver(never)]) await expect(wait).rejects.toMatchObject({ code });
  expect(() => scope.throwIfOver()).toThrow(expect.objectContaining({ code }));
});

test('who aborted is the cause', () => {
  const reason = new Error('The visitor left.');
  const scope = new CallScope(AbortSignal.abort(reason));
  expect(() => scope.throwIfOver()).toThrow(expect.objectContaining({ code: 'aborted', cause: reason }));
});

test('a verifier that is gone is told before an abort', () => {
  const scope = new CallScope(AbortSignal.abort(), AbortSignal.abort());
  expect(() => scope.throwIfOver()).toThrow(expect.objectContaining({ code: 'disposed' }));
});

test('a scope that was closed has let go of its signals', () => {
  const caller = new AbortController();
  const scope = new CallScope(caller.signal);
  scope.close();
  caller.abort();
  scope.throwIfOver();
});
