// A copy of the tree in which faults may be planted: sources and tests copied, installed packages and built pages only linked.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { planted, type Fault } from './fault.ts';

export const root = path.join(import.meta.dirname, '../..');
const LINKED: readonly string[] = ['node_modules', 'dist'];
/** Without the lock the launcher in the copy never installs: it would empty the linked packages of the real tree. */
const LEFT_OUT: readonly string[] = ['.git', 'release', 'coverage', 'data', 'package-lock.json'];

export interface Copy { readonly folder: string; /** Plants a fault and gives back how to take it out again. */ readonly plant: (fault: Fault) => () => void; readonly remove: () => void }

export const copyTree = (): Copy => {
  const folder = mkdtempSync(path.join(tmpdir(), 'leitai-sabotage-'));
  for (const name of readdirSync(root)) {
    if (LEFT_OUT.includes(name)) continue;
    if (LINKED.includes(name)) symlinkSync(path.join(root, name), path.join(folder, name), 'junction');
    else cpSync(path.join(root, name), path.join(folder, name), { recursive: true, preserveTimestamps: true });
  }
  return {
    folder,
    plant: (fault) => {
      const file = path.join(folder, fault.file);
      const sound = readFileSync(file, 'utf8');
      writeFileSync(file, planted(fault, sound));
      return () => writeFileSync(file, sound);
    },
    remove: () => {
      // The links go first, so that nothing behind them can be removed with the copy.
      for (const name of LINKED) if (existsSync(path.join(folder, name))) rmSync(path.join(folder, name));
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
