import { posix, win32 } from 'node:path';

export interface SearchPlace {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const LINUX_COMMANDS = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const LINUX_PATHS = ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium'];
const MAC_COMMANDS = ['google-chrome', 'chromium'];
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_COMMANDS = ['chrome.exe', 'msedge.exe'];
const WINDOWS_ROOTS = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'];
const WINDOWS_PATHS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** Absolute paths where a system keeps Chrome, Chromium or Edge, the likeliest first; most do not exist. */
export function installedBrowserPaths({ platform, env }: SearchPlace): string[] {
  if (platform === 'win32') {
    const roots = WINDOWS_ROOTS.flatMap((name) => env[name] ?? []);
    const usual = WINDOWS_PATHS.flatMap((path) => roots.map((root) => win32.join(root, path)));
    return [...usual, ...onPath(env.Path ?? env.PATH, WINDOWS_COMMANDS, win32)];
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', ...(env.HOME === undefined ? [] : [posix.join(env.HOME, 'Applications')])];
    const usual = MAC_APPS.flatMap((app) => roots.map((root) => `${root}/${app}.app/Contents/MacOS/${app}`));
    return [...usual, ...onPath(env.PATH, MAC_COMMANDS, posix)];
  }
  return [...onPath(env.PATH, LINUX_COMMANDS, posix), ...LINUX_PATHS];
}

function onPath(path: string | undefined, commands: readonly string[], rules: typeof posix): string[] {
  const folders = (path ?? '').split(rules.delimiter).filter((folder) => folder !== '');
  return commands.flatMap((command) => folders.map((folder) => rules.join(folder, command)));
}
