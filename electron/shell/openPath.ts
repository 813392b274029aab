// Opens a folder or a document with the program the system has for it. It refuses everything that could be run.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { extname, isAbsolute } from 'node:path';
import { refuse } from './words.ts';

const documentEndings = new Set(['.xlsx', '.docx', '.pptx', '.pdf', '.csv', '.txt', '.json', '.png', '.svg', '.zip']);

/** Throws unless the path is an existing folder or document. */
export function checkPath(path: string): void {
  if (!isAbsolute(path)) throw refuse('pathRefused', path);
  const found = statSync(path, { throwIfNoEntry: false });
  const fits = found?.isDirectory() === true || (found?.isFile() === true && documentEndings.has(extname(path).toLowerCase()));
  if (!fits) throw refuse('pathRefused', path);
}

export async function openPath(path: string, platform: NodeJS.Platform = process.platform): Promise<void> {
  checkPath(path);
  const [program, ...args] = opener(path, platform);
  const child = spawn(program, args, { stdio: 'ignore', detached: platform !== 'win32' });
  child.unref();
  try {
    await once(child, 'spawn');
  } catch {
    throw refuse('pathFailed', path);
  }
}

/** No shell in between, so nothing in a file's name is ever interpreted. */
function opener(path: string, platform: NodeJS.Platform): readonly [string, ...string[]] {
  if (platform === 'win32') return ['explorer.exe', path];
  return platform === 'darwin' ? ['open', path] : ['xdg-open', path];
}
