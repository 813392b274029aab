// Reads the command line of both entries: `--data DIR` (else LEITAI_DATA, else the user's folder), the rest goes to the host as it is.
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

export interface StartOptions {
  readonly data: string;
  /** Arguments for the host, `--data` first. */
  readonly hostArgs: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

export function startOptions(args: readonly string[], env: Environment = process.env, platform: NodeJS.Platform = process.platform): StartOptions {
  const at = args.findIndex((arg) => arg === '--data' || arg.startsWith('--data='));
  const joined = args[at]?.startsWith('--data=') === true;
  const named = at < 0 ? undefined : joined ? args[at]?.slice('--data='.length) : args[at + 1];
  const others = at < 0 ? args : [...args.slice(0, at), ...args.slice(at + (joined ? 1 : 2))];
  const data = resolve(named || env['LEITAI_DATA'] || usualDataFolder(env, platform));
  // A first start shows sample data; --empty starts without. The organiser leaves the sample from the desk.
  const sample = others.includes('--empty') || others.includes('--sample') ? [] : ['--sample'];
  return { data, hostArgs: ['--data', data, ...sample, ...others.filter((arg) => arg !== '--empty')] };
}

/** The same folder for Electron and plain Node, so both see the same meetings. */
export function usualDataFolder(env: Environment, platform: NodeJS.Platform): string {
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Leitai');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Leitai');
  return join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'Leitai');
}
