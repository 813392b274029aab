// A stamp over source files (paths, sizes, times), so that an unchanged part is not built again. It reads no contents.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './folders.mjs';

const filesUnder = (path) => {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full).flatMap((name) => filesUnder(`${path}/${name}`));
};

/** One hash for everything under the named files and folders of the repository. */
export const stampOf = (paths) => {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesUnder).toSorted()) {
    const { mtimeMs, size } = statSync(join(root, path));
    hash.update(`${path}\n${size}\n${mtimeMs}\n`);
  }
  return hash.digest('hex');
};
