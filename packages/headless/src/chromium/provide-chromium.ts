import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { type ChromiumHost, findChromium } from './find-chromium.ts';

/**
 * {@link findChromium} on this machine. The answer is left in `CHROME_PATH`, so that neither this process nor its
 * children search again.
 *
 * @returns path of the executable
 * @throws {ChromiumNotFoundError}
 */
export function provideChromium(): string {
  const path = findChromium(thisMachine());
  process.env.CHROME_PATH = path;
  return path;
}

function thisMachine(): ChromiumHost {
  return {
    platform: process.platform,
    env: process.env,
    playwrightPath: chromium.executablePath(),
    canInstallPackages: process.getuid?.() === 0 && existsSync('/etc/debian_version'),
    isBrowser,
    run: (command, args) =>
      execFileSync(command, args, {
        // A command's standard output may be a report that another program reads.
        stdio: ['ignore', 2, 2],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }),
    say: (line) => process.stderr.write(`${line}\n`),
  };
}

function isBrowser(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    // On Linux the name may belong to a stub that only asks for snap. Elsewhere --version would open a window.
    if (process.platform === 'linux') execFileSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}
