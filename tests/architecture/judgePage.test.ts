// The judge's page must parse on old phones: its build refuses what ES2019 does not know.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'vite';
import { afterEach, describe, expect, it } from 'vitest';
import judgeConfig from '../../vite.judge.config.ts';

const folders: string[] = [];

const buildPage = async (script: string): Promise<string> => {
  const root = mkdtempSync(join(tmpdir(), 'leitai-judge-'));
  folders.push(root);
  writeFileSync(join(root, 'index.html'), '<script type="module" src="./main.ts"></script>');
  writeFileSync(join(root, 'main.ts'), script);
  const result = await build({
    ...judgeConfig,
    configFile: false,
    root,
    logLevel: 'silent',
    build: { ...judgeConfig.build, write: false },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (output === undefined || !('output' in output)) throw new Error('nothing was built');
  return output.output.map((file) => (file.type === 'chunk' ? file.code : '')).join('');
};

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe("the judge page's build", () => {
  it('lowers newer syntax to what old phones read', async () => {
    const code = await buildPage(
      'const seat: { name?: { short: string } } = JSON.parse(location.hash.slice(1))\ndocument.title = seat.name?.short ?? "—"\n',
    );
    expect(code).not.toContain('?.');
  });

  it('refuses a script that cannot be lowered to ES2019', async () => {
    await expect(buildPage('document.title = String(BigInt(location.hash.length) + 10n)\n')).rejects.toThrow(/newer than ES2019/);
  });

  it('refuses a built-in that old phones lack', async () => {
    await expect(buildPage("document.title = location.hash.replaceAll('#', '')\n")).rejects.toThrow(/what old phones lack/);
  });

  it('brings what the libraries need and old phones lack', async () => {
    const code = await buildPage('document.title = String(JSON.parse(location.hash).at(-1))\n');
    const phone = { document: { title: '' }, location: { hash: '[1,2]' } };
    const owns: unknown = runInNewContext(
      `delete Array.prototype.at; delete Object.hasOwn; ${code}; Object.hasOwn({ a: 1 }, 'a')`,
      phone,
    );
    expect([phone.document.title, owns]).toEqual(['2', true]);
  });
});
