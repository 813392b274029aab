// Writes <file>.gz beside each text of a built page, so that the host sends it small without working for it. The originals stay:
// a client that takes no gzip gets those. Fonts and pictures are compressed already.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';

const texts = /\.(?:html|js|css|svg)$/;

/** Compresses what gains by it, in the folder and below. */
export const compressFolder = (folder) => {
  for (const file of readdirSync(folder, { recursive: true }).map(String).filter((name) => texts.test(name))) {
    const original = readFileSync(join(folder, file));
    const compressed = gzipSync(original, { level: constants.Z_BEST_COMPRESSION });
    if (compressed.length < original.length) writeFileSync(join(folder, `${file}.gz`), compressed);
  }
};
