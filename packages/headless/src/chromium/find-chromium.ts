import { installedBrowserPaths, type SearchPlace } from './installed-browsers.ts';

/** What the search may ask of the machine; a fake in tests. */
export interface ChromiumHost extends SearchPlace {
  /** Where Playwright keeps the browser that `npx playwright install chromium` downloads. */
  readonly playwrightPath: string;
  /** Whether the distribution's packages can be installed: Debian or a child of it, as root. */
  readonly canInstallPackages: boolean;
  /** Whether a browser starts from this path. */
  isBrowser(path: string): boolean;
  /** Runs a command to its end. @throws where it fails */
  run(command: string, args: readonly string[]): void;
  /** Tells the person at the terminal what is being done. */
  say(line: string): void;
}

export class ChromiumNotFoundError extends Error {
  override readonly name = 'ChromiumNotFoundError';
}

/** Set to anything, this environment variable forbids to install a browser. */
const FORBIDS_INSTALLING = 'FACE_VERIFY_NO_INSTALL';

const ADVICE =
  'install Chrome, Chromium or Edge, run `npx playwright install chromium`, or set CHROME_PATH to an executable.';

/**
 * Finds a Chromium: the one that `CHROME_PATH` names, an installed one, Playwright's own download, or the
 * distribution's package, which is installed where that is possible and not forbidden.
 *
 * @returns path of the executable
 * @throws {ChromiumNotFoundError} with one line that says what to do
 */
export function findChromium(host: ChromiumHost): string {
  const named = host.env.CHROME_PATH;
  if (named) {
    // A wrong path is a mistake to hear about, not a reason to run some other browser.
    if (host.isBrowser(named)) return named;
    throw new ChromiumNotFoundError(`CHROME_PATH does not name a browser that starts: ${named}`);
  }
  const places = [...installedBrowserPaths(host), host.playwrightPath];
  const found = places.find((path) => host.isBrowser(path));
  if (found !== undefined) return found;
  if (!host.canInstallPackages) throw new ChromiumNotFoundError(`No Chromium found: ${ADVICE}`);
  if (host.env[FORBIDS_INSTALLING])
    throw new ChromiumNotFoundError(`No Chromium found, and ${FORBIDS_INSTALLING} forbids to install one: ${ADVICE}`);
  return installPackage(host);
}

function installPackage(host: ChromiumHost): string {
  host.say(
    `No Chromium found: apt-get installs the distribution’s package chromium. To forbid it, set ${FORBIDS_INSTALLING}=1.`,
  );
  try {
    host.run('apt-get', ['update', '-qq']);
    host.run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  } catch (cause) {
    throw new ChromiumNotFoundError(`No Chromium found, and apt-get could not install one: ${ADVICE}`, { cause });
  }
  const installed = installedBrowserPaths(host).find((path) => host.isBrowser(path));
  if (installed === undefined) {
    // Ubuntu's package is a stub that asks for snap.
    throw new ChromiumNotFoundError(`The chromium package holds no browser that starts: ${ADVICE}`);
  }
  return installed;
}
