// The browser the page tests drive: an installed Chromium, Chrome or Edge, found or (as root on Debian) installed once.
// It downloads no browser of its own.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from '../../electron/shell/findBrowser.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A LAN page is no secure context; localhost would be one and hide what breaks on a phone.
  '--host-resolver-rules=MAP room.test 127.0.0.1',
];

const missing = 'No Chromium, Chrome or Edge was found: install one, or name it in LEITAI_BROWSER.';

const canInstall = (): boolean => process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

const install = (): void => {
  const quietly = { stdio: 'ignore' as const, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update', '-qq'], quietly);
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], quietly);
};

/** Finds a browser, installing Debian's once where that is possible; undefined when there is none. */
export const ensureBrowser = (): string | undefined => {
  const found = findBrowser();
  if (found !== undefined || !canInstall()) return found;
  try {
    install();
  } catch {
    return undefined;
  }
  return findBrowser();
};

/** Starts a headless browser in which http://room.test:<port> is this machine seen as a LAN page. */
export const launchBrowser = async (): Promise<Browser> => {
  const executablePath = ensureBrowser();
  if (executablePath === undefined) throw new Error(missing);
  return chromium.launch({ executablePath, args: flags, headless: true });
};
