import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { DrawnDevices } from '../../testing/drawn-camera.ts';
import { CameraFeed } from './camera-feed.ts';

let devices: DrawnDevices;
let log: string[];
let permission: EventTarget & { state: PermissionState };
let hidden: boolean;

beforeEach(() => {
  devices = new DrawnDevices();
  log = [];
  permission = Object.assign(new EventTarget(), { state: 'granted' as PermissionState });
  hidden = false;
});

/** A feed that notes what it tells; frames are noted once after each change. */
function feed(video = document.createElement('video')) {
  const note = (text: string) => {
    if (log.at(-1) !== text) log.push(text);
  };
  const made = new CameraFeed(
    video,
    {
      asked: () => note('asked'),
      opened: ({ label }) => note(`opened ${label}`),
      lost: (reason) => note(reason),
      frame: () => note('frame'),
    },
    {
      devices: devices as unknown as MediaDevices,
      permission: async () => permission as unknown as PermissionStatus,
      isHidden: () => hidden,
    },
  );
  onTestFinished(() => made.stop());
  return made;
}

const until = (...texts: string[]) =>
  vi.waitFor(() => expect(log.slice(-texts.length)).toEqual(texts), { timeout: 20_000 });
const denied = () => new DOMException('', 'NotAllowedError');

test('a camera is asked for, is open with its first frame, and is named', async () => {
  feed().open('user');
  await until('asked', 'opened Camera drawn', 'frame');
  expect(devices.asked).toMatchObject([{ facingMode: 'user' }]);
});

test('of several the first that there is is opened', async () => {
  devices.missing.push('second');
  feed().open('second', 'third', 'user');
  await until('asked', 'opened Camera third', 'frame');
  expect(devices.asked).toMatchObject([{ deviceId: { exact: 'second' } }, { deviceId: { exact: 'third' } }]);
});

test('another one is not opened in place of one that is in use', async () => {
  devices.failure = new DOMException('', 'NotReadableError');
  feed().open('second', 'user');
  await until('asked', 'camera-in-use');
  expect(devices.asked).toMatchObject([{ deviceId: { exact: 'second' } }]);
});

test('a device is asked for by its id, and no other will do', async () => {
  feed().open('second');
  await until('asked', 'opened Camera second', 'frame');
  expect(devices.asked).toMatchObject([{ deviceId: { exact: 'second' } }]);
});

describe('whatever is no longer wanted is turned off', () => {
  test('where a feed is stopped', async () => {
    const made = feed();
    made.open('user');
    await until('frame');
    made.stop();
    expect(devices.live).toBe(0);
  });

  test('where a stream arrives after the stop', async () => {
    let allow = () => {};
    devices.delay = new Promise<void>((resolve) => {
      allow = resolve;
    });
    const made = feed();
    made.open('user');
    made.stop();
    allow();
    await vi.waitFor(() => expect(devices.opened).toHaveLength(1));
    await vi.waitFor(() => expect(devices.live).toBe(0));
    expect(log).toEqual(['asked']);
  });

  test('where it is started, stopped and started again at once', async () => {
    const made = feed();
    made.open('user');
    made.stop();
    made.open('user');
    await until('frame');
    expect(devices.opened).toHaveLength(2);
    expect(devices.live).toBe(1);
  });

  test('where another camera takes its place', async () => {
    const made = feed();
    made.open('user');
    await until('frame');
    made.open('second');
    await until('asked', 'opened Camera second', 'frame');
    expect(devices.live).toBe(1);
  });
});

describe('a camera that is away', () => {
  test('because it was pulled out is told, turned off, and found again when devices change', async () => {
    feed().open('user');
    await until('frame');
    devices.failure = new DOMException('', 'NotFoundError');
    devices.opened[0]?.track.dispatchEvent(new Event('ended'));
    await until('camera-ended');
    expect(devices.live).toBe(0);
    devices.failure = undefined;
    await vi.waitFor(() => {
      devices.dispatchEvent(new Event('devicechange'));
      expect(devices.live).toBe(1);
    });
    await until('opened Camera drawn', 'frame');
  });

  test('because another program has it is tried again by itself', async () => {
    devices.failure = new DOMException('', 'NotReadableError');
    feed().open('user');
    await until('asked', 'camera-in-use');
    devices.failure = undefined;
    await until('camera-in-use', 'opened Camera drawn', 'frame');
  });

  test('is tried again also where the browser does not say that it may be used, once it was', async () => {
    permission.state = 'prompt';
    feed().open('user');
    await until('frame');
    devices.opened[0]?.track.dispatchEvent(new Event('ended'));
    await until('camera-ended', 'opened Camera drawn', 'frame');
  });

  test('comes back once it is allowed, though nobody answers the question that was asked before', async () => {
    feed().open('user');
    await until('frame');
    permission.state = 'prompt';
    devices.delay = new Promise(() => {});
    devices.opened[0]?.track.dispatchEvent(new Event('ended'));
    await vi.waitFor(() => expect(devices.asked).toHaveLength(2), { timeout: 20_000 });
    devices.delay = Promise.resolve();
    permission.state = 'granted';
    permission.dispatchEvent(new Event('change'));
    await until('camera-ended', 'opened Camera drawn', 'frame');
    permission.dispatchEvent(new Event('change'));
    expect(devices.asked).toHaveLength(3);
  });

  test('because it had ended by the time it was handed over is told, and asked for again', async () => {
    const getUserMedia = devices.getUserMedia.bind(devices);
    vi.spyOn(devices, 'getUserMedia').mockImplementationOnce(async (constraints) => {
      const stream = await getUserMedia(constraints);
      // Such a track tells of its end to nobody.
      for (const track of stream.getTracks()) track.stop();
      return stream;
    });
    feed().open('user');
    await until('camera-ended', 'opened Camera drawn', 'frame');
  });

  test('because the visitor said no is asked for again only when they change that', async () => {
    permission.state = 'denied';
    devices.failure = denied();
    feed().open('user');
    await until('asked', 'camera-permission-denied');
    devices.dispatchEvent(new Event('devicechange'));
    devices.failure = undefined;
    expect(devices.asked).toHaveLength(1);
    permission.state = 'granted';
    // The feed listens once it knows the permission.
    await vi.waitFor(() => {
      permission.dispatchEvent(new Event('change'));
      expect(devices.asked).toHaveLength(2);
    });
    await until('opened Camera drawn', 'frame');
  });

  test('because there was none yet is asked for when one is plugged in, by a visitor who was never asked', async () => {
    permission.state = 'prompt';
    devices.failure = new DOMException('', 'NotFoundError');
    feed().open('user');
    await until('asked', 'camera-not-found');
    devices.failure = undefined;
    await vi.waitFor(() => {
      devices.dispatchEvent(new Event('devicechange'));
      expect(devices.asked).toHaveLength(2);
    });
    await until('opened Camera drawn', 'frame');
  });

  test('is never another one instead', async () => {
    devices.failure = new DOMException('', 'OverconstrainedError');
    feed().open('second');
    await until('asked', 'camera-not-found');
    expect(devices.asked).toMatchObject([{ deviceId: { exact: 'second' } }]);
  });
});

test('a page that has no cameras to offer is told so', async () => {
  const made = new CameraFeed(
    document.createElement('video'),
    { asked: () => log.push('asked'), opened: () => {}, lost: (reason) => log.push(reason), frame: () => {} },
    { devices: undefined, permission: async () => undefined, isHidden: () => false },
  );
  made.open('user');
  await until('asked', 'camera-unavailable');
});

test('a picture that stands still is told, and that it moves again', async () => {
  feed().open('user');
  await until('frame');
  devices.opened[0]?.freeze(true);
  await until('frame', 'camera-frozen');
  devices.opened[0]?.freeze(false);
  await until('camera-frozen', 'opened Camera drawn', 'frame');
  expect(devices.opened).toHaveLength(1);
});

test.for(['without frames', 'with black frames'] as const)(
  'a camera that is muted, %s, is told, stays the one that is open, and goes on with its first picture',
  async (muted) => {
    feed().open('user');
    await until('frame');
    devices.opened[0]?.mute(muted);
    await until('frame', 'camera-muted');
    devices.opened[0]?.mute(undefined);
    await until('camera-muted', 'opened Camera drawn', 'frame');
    expect(devices.asked).toHaveLength(1);
  },
);

test('a camera that says it is muted, and gives pictures, is not', async () => {
  feed().open('user');
  await until('frame');
  vi.spyOn(devices.opened[0]?.track as MediaStreamTrack, 'muted', 'get').mockReturnValue(true);
  const beside = new DrawnDevices();
  const told: string[] = [];
  // As long as another takes to be found muted.
  const other = new CameraFeed(
    document.createElement('video'),
    { asked: () => {}, opened: () => {}, lost: (reason) => told.push(reason), frame: () => {} },
    { devices: beside as unknown as MediaDevices, permission: async () => undefined, isHidden: () => false },
  );
  onTestFinished(() => other.stop());
  other.open('user');
  await vi.waitFor(() => expect(beside.live).toBe(1));
  beside.opened[0]?.mute('without frames');
  await vi.waitFor(() => expect(told).toEqual(['camera-muted']), { timeout: 20_000 });
  expect(log).not.toContain('camera-muted');
});

test('nothing is thought of a picture that stands still in a page that is hidden', async () => {
  feed().open('user');
  await until('frame');
  hidden = true;
  const shown = new DrawnDevices();
  const told: string[] = [];
  const beside = new CameraFeed(
    document.createElement('video'),
    { asked: () => {}, opened: () => {}, lost: (reason) => told.push(reason), frame: () => {} },
    { devices: shown as unknown as MediaDevices, permission: async () => undefined, isHidden: () => false },
  );
  onTestFinished(() => beside.stop());
  devices.opened[0]?.freeze(true);
  beside.open('user');
  await vi.waitFor(() => expect(shown.live).toBe(1));
  shown.opened[0]?.freeze(true);
  await vi.waitFor(() => expect(told).toEqual(['camera-frozen']), { timeout: 20_000 });
  expect(log.at(-1)).toBe('frame');
});

test('a video that the page may not read is left to whoever looks at its frames', async () => {
  vi.spyOn(CanvasRenderingContext2D.prototype, 'getImageData').mockImplementation(() => {
    throw new DOMException('', 'SecurityError');
  });
  onTestFinished(() => void vi.restoreAllMocks());
  feed().open('user');
  await until('asked', 'opened Camera drawn', 'frame');
});

test('what the page itself shows is followed, and left to the page', async () => {
  const stream = await devices.getUserMedia({ video: {} });
  const video = Object.assign(document.createElement('video'), { muted: true, srcObject: stream });
  await video.play();
  const made = feed(video);
  made.follow();
  await until('asked', 'opened Camera drawn', 'frame');
  made.stop();
  expect(devices.live).toBe(1);
  expect(video.srcObject).toBe(stream);
});
