// Builds the judge's page: the same TSX against preact/compat, one script for phones back to Chrome 80 and Safari 13
// (and one classic script more, which only typing a short code asks for).
// It refuses to build what such a phone cannot parse or run: there the page would simply stay blank.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'acorn';
import { defineConfig, type Plugin } from 'vite';

const root = import.meta.dirname;
const outDir = process.env['LEITAI_OUT_DIR'] ?? resolve(root, 'dist/pages/judge');
const oldPhones = readFileSync(resolve(root, 'renderer/judge/oldPhones.js'), 'utf8');

/** Built-ins younger than Chrome 80 or Safari 13 that oldPhones.js does not bring. */
const tooYoung =
  /\.(?:replaceAll|toSorted|toReversed|toSpliced|findLast|findLastIndex|groupBy|randomUUID|replaceChildren)\(|\b(?:structuredClone|WeakRef|AggregateError)\b|Promise\.any\b|AbortSignal\.timeout\b/;

const syntaxFault = (code: string): string | undefined => {
  try {
    parse(code, { ecmaVersion: 2019, sourceType: 'module' });
    return undefined;
  } catch (cause) {
    const at = cause instanceof SyntaxError && 'pos' in cause ? Number(cause.pos) : 0;
    return `newer than ES2019 (${String(cause)}) near «${code.slice(Math.max(0, at - 60), at + 60)}»`;
  }
};

const builtInFault = (code: string): string | undefined => {
  const found = tooYoung.exec(code);
  return found === null ? undefined : `what old phones lack, «${code.slice(Math.max(0, found.index - 60), found.index + 60)}»`;
};

const readableByOldPhones = (): Plugin => ({
  name: 'leitai:old-phones',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (!file.fileName.endsWith('.js')) continue;
      const code = file.type === 'chunk' ? file.code : new TextDecoder().decode(Buffer.from(file.source));
      const fault = syntaxFault(code) ?? builtInFault(code);
      if (fault !== undefined) this.error(`${file.fileName} holds ${fault}`);
    }
  },
});

export default defineConfig({
  root: resolve(root, 'renderer/judge'),
  base: './',
  publicDir: false,
  clearScreen: false,
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: {
    alias: [
      { find: /^react\/jsx-(dev-)?runtime$/, replacement: 'preact/jsx-runtime' },
      { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
      { find: /^react(-dom)?$/, replacement: 'preact/compat' },
    ],
  },
  plugins: [readableByOldPhones()],
  // import.meta.url, which vite would resolve an address in a script against, is newer than ES2019: the page's own address does as well.
  experimental: { renderBuiltUrl: (file, { hostType }) => (hostType === 'js' ? { runtime: JSON.stringify(file) } : { relative: true }) },
  build: {
    outDir,
    emptyOutDir: true,
    target: ['es2019', 'chrome80', 'safari13'],
    cssTarget: ['chrome80', 'safari13'],
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: false, intro: oldPhones } },
  },
});
