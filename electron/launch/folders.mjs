// Where things lie: the repository, the user's data folder. It creates nothing.
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

/** The application data folder of this user: the same place Electron calls `appData`, with our name. */
const userDataFolder = () => {
  const home = homedir();
  if (process.platform === 'win32') return join(process.env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Leitai');
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'Leitai');
  return join(process.env.XDG_CONFIG_HOME ?? join(home, '.config'), 'Leitai');
};

/** Splits `--data DIR` (or `--data=DIR`) from the other arguments; LEITAI_DATA and the user's folder stand behind it. */
export const takeDataFolder = (args) => {
  const rest = [];
  let folder;
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index];
    if (argument === '--data') folder = args[(index += 1)];
    else if (argument.startsWith('--data=')) folder = argument.slice('--data='.length);
    else rest.push(argument);
  }
  return { folder: resolve(folder || process.env.LEITAI_DATA || userDataFolder()), rest };
};
