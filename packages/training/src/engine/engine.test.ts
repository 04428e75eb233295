import { describe, expect, it } from 'vitest';
import { ENGINES, startEngine } from './engine.ts';
import { loadOptional } from './optional-package.ts';

const SOFTWARE_OR_NONE = /the adapter only computes on the CPU|there is no adapter/;

describe('startEngine', () => {
  it('never takes another engine for the one asked for, and says why that does not run', async () => {
    await expect(startEngine('tfjs-node-gpu')).rejects.toThrow(/^No engine\. tfjs-node-gpu: Cannot find/);
  });

  it('takes the first that runs, and names those it passed over', async () => {
    const { name, passedOver } = await startEngine('auto');
    expect(passedOver.map((reason) => reason.split(':')[0])).toEqual(ENGINES.slice(0, ENGINES.indexOf(name)));
  });

  it('refuses WebGPU without a graphics processor', async ({ skip }) => {
    if (await loadOptional('webgpu').catch(() => undefined)) {
      const started = await startEngine('webgpu').catch((error: Error) => error);
      if (!(started instanceof Error)) skip('this machine has a graphics processor');
      expect(String(started)).toMatch(SOFTWARE_OR_NONE);
    } else {
      await expect(startEngine('webgpu')).rejects.toThrow(/^No engine\. webgpu: Cannot find/);
    }
  });
});
