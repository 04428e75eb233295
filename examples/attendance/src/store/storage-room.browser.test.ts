import { afterEach, describe, expect, it, vi } from 'vitest';
import { StorageRoom } from './storage-room.ts';

const LARGE = { small: false, revive: async () => undefined };
const SMALL = { ...LARGE, small: true };

let room: StorageRoom;

/** As on a disk without room for the reserve, or in a browser that keeps no files for pages. */
function refuseFiles(name: 'QuotaExceededError' | 'SecurityError'): void {
  vi.spyOn(FileSystemFileHandle.prototype, 'createWritable').mockRejectedValue(new DOMException('', name));
}

afterEach(async () => {
  vi.restoreAllMocks();
  await room.destroy();
});

describe('a store whose reserve was used up by something small', () => {
  it('lets nothing large have what is left of it, so that it can still be opened, until there is room again', async () => {
    room = await StorageRoom.open('storage-room');
    await room.release();
    refuseFiles('QuotaExceededError');
    await room.reserve();

    const write = vi.fn(async () => 'written');
    await expect(room.attempt(write, LARGE)).rejects.toMatchObject({ code: 'storage-full' });
    expect(write).not.toHaveBeenCalled();
    expect(room.state.current.state).toBe('full');
    expect(await room.attempt(write, SMALL)).toBe('written');

    vi.restoreAllMocks();
    expect(await room.attempt(write, LARGE)).toBe('written');
    expect(room.state.current.state).not.toBe('full');
  });
});

describe('a store in a browser that keeps no files for pages', () => {
  it('has no reserve, and refuses nothing for it', async () => {
    room = await StorageRoom.open('storage-room');
    await room.release();
    refuseFiles('SecurityError');
    await room.reserve();
    expect(await room.attempt(async () => 'written', LARGE)).toBe('written');
  });
});
