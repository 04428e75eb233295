import { STANDARD_KERNELS } from '@face-verify/nets';
import { describe, expect, it } from 'vitest';
import { type Engine, type EngineStarters, startEngine } from './engine.ts';
import { ENGINES } from './engine-names.ts';
import { loadOptional } from './optional-package.ts';

/** A machine on which only some engines run. @returns its starters, and what was started so far */
function machine(...running: Engine['name'][]) {
  const tried: string[] = [];
  const starter = (name: Engine['name']) => async () => {
    tried.push(name);
    if (!running.includes(name)) throw new Error(`Cannot find ${name}.\nRequire stack:`);
    return STANDARD_KERNELS;
  };
  return { tried, starters: Object.fromEntries(ENGINES.map((name) => [name, starter(name)])) as EngineStarters };
}

describe('startEngine', () => {
  it('never takes another engine for the one asked for, and says in one line why that does not run', async () => {
    const { starters, tried } = machine('tfjs-node', 'webgpu', 'cpu');
    const started = startEngine('tfjs-node-gpu', starters);
    await expect(started).rejects.toThrow(/^No engine\. tfjs-node-gpu: Cannot find tfjs-node-gpu\.$/);
    expect(tried).toEqual(['tfjs-node-gpu']);
  });

  it('takes the fastest that runs, says why it passed over others, and starts no more', async () => {
    const { starters, tried } = machine('webgpu', 'cpu');
    expect(await startEngine('auto', starters)).toEqual({
      name: 'webgpu',
      kernels: STANDARD_KERNELS,
      passedOver: ['tfjs-node-gpu: Cannot find tfjs-node-gpu.', 'tfjs-node: Cannot find tfjs-node.'],
    });
    expect(tried).toEqual(['tfjs-node-gpu', 'tfjs-node', 'webgpu']);
  });

  it('names every reason where none runs', async () => {
    const reasons = ENGINES.map((name) => `${name}: Cannot find ${name}.`).join('; ');
    await expect(startEngine('auto', machine().starters)).rejects.toThrow(`No engine. ${reasons}`);
  });
});

describe('loadOptional', () => {
  it('says that a package is not there', async () => {
    await expect(loadOptional('face-verify-is-no-such-package')).rejects.toThrow(/^Cannot find module/);
  });
});
