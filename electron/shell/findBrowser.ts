// Finds an installed Edge, Chrome or Chromium. LEITAI_BROWSER comes first; nothing is downloaded and nothing is started here.
import { accessSync, constants } from 'node:fs';
import { posix, win32 } from 'node:path';

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly canRun: (path: string) => boolean;
}

const windowsPlaces = [
  String.raw`Microsoft\Edge\Application\msedge.exe`,
  String.raw`Google\Chrome\Application\chrome.exe`,
  String.raw`Chromium\Application\chrome.exe`,
];
const macPlaces = [
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
];
const linuxNames = ['microsoft-edge', 'microsoft-edge-stable', 'google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];

export function thisMachine(): Machine {
  return { platform: process.platform, env: process.env, canRun };
}

export function findBrowser(machine: Machine = thisMachine()): string | undefined {
  const named = machine.env['LEITAI_BROWSER'];
  const candidates = named === undefined || named === '' ? installedPlaces(machine) : [named];
  return candidates.find(machine.canRun);
}

/** Windows and macOS always have a display; Linux has one when the session says so. */
export function hasDisplay(machine: Machine = thisMachine()): boolean {
  if (machine.platform === 'win32' || machine.platform === 'darwin') return true;
  return Boolean(machine.env['DISPLAY']) || Boolean(machine.env['WAYLAND_DISPLAY']);
}

function installedPlaces({ platform, env }: Machine): readonly string[] {
  if (platform === 'win32') {
    const roots = [env['ProgramFiles(x86)'], env['ProgramFiles'], env['LOCALAPPDATA']].filter((root) => root !== undefined);
    return windowsPlaces.flatMap((place) => roots.map((root) => win32.join(root, place)));
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', posix.join(env['HOME'] ?? '/', 'Applications')];
    return macPlaces.flatMap((place) => roots.map((root) => posix.join(root, place)));
  }
  const folders = (env['PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/'));
  const everywhere = [...folders, '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return linuxNames.flatMap((name) => everywhere.map((folder) => posix.join(folder, name)));
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
