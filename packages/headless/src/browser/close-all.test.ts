import { describe, expect, it } from 'vitest';
import { closeAll } from './close-all.ts';

describe('closeAll', () => {
  it('takes one step after the other', async () => {
    const taken: string[] = [];
    const step = (name: string) => async () => {
      taken.push(`${name} begins`);
      await Promise.resolve();
      taken.push(`${name} ends`);
    };
    await closeAll(step('browser'), step('server'));
    expect(taken).toEqual(['browser begins', 'browser ends', 'server begins', 'server ends']);
  });

  it('takes every step although some fail, and throws the first failure', async () => {
    const taken: string[] = [];
    const step = (name: string) => async () => {
      taken.push(name);
      throw new Error(`${name} failed`);
    };
    await expect(closeAll(step('browser'), step('server'), () => taken.push('guard'))).rejects.toThrow(
      'browser failed',
    );
    expect(taken).toEqual(['browser', 'server', 'guard']);
  });

  it('does not take a failure without a reason for success', async () => {
    await expect(closeAll(() => Promise.reject(undefined))).rejects.toBeUndefined();
  });
});
