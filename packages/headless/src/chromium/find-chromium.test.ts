import { describe, expect, it } from 'vitest';
import { type ChromiumHost, ChromiumNotFoundError, findChromium } from './find-chromium.ts';

interface Scene {
  readonly browsers: readonly string[];
  readonly host?: Partial<ChromiumHost>;
  /** Browsers that appear once apt-get has run. */
  readonly packaged?: readonly string[];
}

function scene({ browsers, host = {}, packaged = [] }: Scene) {
  const present = new Set(browsers);
  const commands: string[] = [];
  const lines: string[] = [];
  const fake: ChromiumHost = {
    platform: 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    playwrightPath: '/home/someone/.cache/ms-playwright/chrome',
    canInstallPackages: false,
    isBrowser: (path) => present.has(path),
    run: (command, args) => {
      commands.push([command, ...args].join(' '));
      for (const path of packaged) present.add(path);
    },
    say: (line) => lines.push(line),
    ...host,
  };
  return { host: fake, commands, lines };
}

describe('findChromium', () => {
  it('prefers the browser that CHROME_PATH names', () => {
    const { host } = scene({ browsers: ['/usr/bin/chromium', '/mine'], host: { env: { CHROME_PATH: '/mine' } } });
    expect(findChromium(host)).toBe('/mine');
  });

  it('does not fall back to another browser where CHROME_PATH is wrong', () => {
    const { host } = scene({ browsers: ['/usr/bin/chromium'], host: { env: { CHROME_PATH: '/gone' } } });
    expect(() => findChromium(host)).toThrow('CHROME_PATH does not name a browser that starts: /gone');
  });

  it('finds an installed browser on the PATH, Chrome before Chromium', () => {
    const { host } = scene({ browsers: ['/usr/bin/chromium', '/usr/bin/google-chrome'] });
    expect(findChromium(host)).toBe('/usr/bin/google-chrome');
  });

  it('finds Edge in the usual place on Windows', () => {
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const env = { 'ProgramFiles(x86)': 'C:\\Program Files (x86)', Path: 'C:\\Windows' };
    const { host } = scene({ browsers: [edge], host: { platform: 'win32', env } });
    expect(findChromium(host)).toBe(edge);
  });

  it('finds Chrome in the applications folder of a Mac user', () => {
    const chrome = '/Users/someone/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    const { host } = scene({ browsers: [chrome], host: { platform: 'darwin', env: { HOME: '/Users/someone' } } });
    expect(findChromium(host)).toBe(chrome);
  });

  it('takes Playwright’s download where nothing is installed, without touching the system', () => {
    const { host, commands } = scene({ browsers: [], host: { canInstallPackages: true } });
    const withDownload = { ...host, isBrowser: (path: string) => path === host.playwrightPath };
    expect(findChromium(withDownload)).toBe(host.playwrightPath);
    expect(commands).toEqual([]);
  });

  it('installs the distribution’s package as root, and says in one line what it installs and how to forbid it', () => {
    const { host, commands, lines } = scene({
      browsers: [],
      packaged: ['/usr/bin/chromium'],
      host: { canInstallPackages: true },
    });
    expect(findChromium(host)).toBe('/usr/bin/chromium');
    expect(commands).toEqual(['apt-get update -qq', 'apt-get install -y -qq --no-install-recommends chromium']);
    expect(lines).toEqual([expect.stringMatching(/^No Chromium found: .+chromium.+FACE_VERIFY_NO_INSTALL=1\.$/)]);
  });

  it('installs nothing where that is forbidden, and says why', () => {
    const env = { PATH: '/usr/bin', FACE_VERIFY_NO_INSTALL: '1' };
    const { host, commands } = scene({
      browsers: [],
      packaged: ['/usr/bin/chromium'],
      host: { canInstallPackages: true, env },
    });
    expect(() => findChromium(host)).toThrow(/^No Chromium found, and FACE_VERIFY_NO_INSTALL forbids to install one/);
    expect(commands).toEqual([]);
  });

  it('still finds an installed browser where installing is forbidden', () => {
    const env = { PATH: '/usr/bin', FACE_VERIFY_NO_INSTALL: '1' };
    const { host } = scene({ browsers: ['/usr/bin/chromium'], host: { canInstallPackages: true, env } });
    expect(findChromium(host)).toBe('/usr/bin/chromium');
  });

  it('reports a package that holds no browser', () => {
    const { host } = scene({ browsers: [], host: { canInstallPackages: true } });
    expect(() => findChromium(host)).toThrow('holds no browser');
  });

  it('reports a failing apt-get with its cause', () => {
    const cause = new Error('offline');
    const run = () => {
      throw cause;
    };
    const { host } = scene({ browsers: [], host: { canInstallPackages: true, run } });
    expect(() => findChromium(host)).toThrow(expect.objectContaining({ name: 'ChromiumNotFoundError', cause }));
  });

  it('ends in one clear line where there is no way left', () => {
    const { host } = scene({ browsers: [] });
    expect(() => findChromium(host)).toThrow(ChromiumNotFoundError);
    expect(() => findChromium(host)).toThrow(/^No Chromium found: install Chrome.+CHROME_PATH.+$/);
  });
});
