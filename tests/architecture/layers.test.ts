// The layers of the house, checked with dependency-cruiser, and proof that the checker really reads our files.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { cruiseTree, repository, ruleNames, sourceFolders } from './cruise.ts';
import { lawful, planted } from './planted.ts';

const trees: string[] = [];

const plant = (files: Readonly<Record<string, string>>): string => {
  const tree = mkdtempSync(join(tmpdir(), 'leitai-layers-'));
  trees.push(tree);
  for (const folder of sourceFolders) mkdirSync(join(tree, folder));
  symlinkSync(join(repository, 'node_modules'), join(tree, 'node_modules'), 'junction');
  for (const [file, contents] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, file)), { recursive: true });
    writeFileSync(join(tree, file), contents);
  }
  return tree;
};

const brokenRules = async (tree: string): Promise<readonly string[]> => {
  const { summary } = await cruiseTree(tree);
  return [...new Set(summary.violations.map((violation) => violation.rule.name))];
};

const sourceFiles = (): readonly string[] =>
  sourceFolders.flatMap((folder) =>
    readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(tsx?|mjs)$/.test(file))
      .map((file) => `${folder}/${file.replaceAll('\\', '/')}`),
  );

afterEach(() => {
  for (const tree of trees.splice(0)) rmSync(tree, { recursive: true, force: true });
});

describe('the layers of the house', () => {
  it('are kept by every import of every source file', async () => {
    const { modules, summary } = await cruiseTree(repository);
    const broken = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
    const read = new Set(modules.map((module) => module.source));

    expect(broken).toEqual([]);
    expect(sourceFiles().filter((file) => !read.has(file))).toEqual([]);
    expect(modules.length).toBeGreaterThanOrEqual(sourceFiles().length);
  });

  it('allow what the plan allows', async () => {
    expect(await brokenRules(plant(lawful))).toEqual([]);
  });

  it.each(planted.map(({ rule, files }) => ({ rule, files, file: Object.keys(files)[0] })))(
    'report $rule broken by $file',
    async ({ rule, files }) => {
      expect(await brokenRules(plant(files))).toEqual([rule]);
    },
  );

  it('have a planted violation for every rule', () => {
    expect([...new Set(planted.map(({ rule }) => rule))].toSorted()).toEqual([...ruleNames].toSorted());
  });
});
