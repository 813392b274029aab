// One planted violation per layer rule: file → contents. Every other import in these files is lawful.
export interface Planted {
  readonly rule: string;
  readonly files: Readonly<Record<string, string>>;
}

const used = (from: string): string => `import * as thing from '${from}'\nexport const used = thing\n`;
const leaf = 'export const leaf = 1\n';

export const planted: readonly Planted[] = [
  { rule: 'shared-is-pure', files: { 'shared/kernel/disk.ts': used('node:fs') } },
  { rule: 'shared-is-pure', files: { 'shared/kernel/whole.ts': used('zod') } },
  { rule: 'shared-is-pure', files: { 'shared/arena/typed.ts': "import type { App } from 'electron'\nexport type Used = App\n" } },
  { rule: 'kernel-knows-nobody', files: { 'shared/kernel/up.ts': used('../arena/leaf.ts'), 'shared/arena/leaf.ts': leaf } },
  { rule: 'areas-apart', files: { 'shared/arena/across.ts': used('../meeting/leaf.ts'), 'shared/meeting/leaf.ts': leaf } },
  { rule: 'areas-apart', files: { 'shared/arena/words.ts': used('../text/zh.ts'), 'shared/text/zh.ts': leaf } },
  { rule: 'text-knows-only-kernel', files: { 'shared/text/curious.ts': used('../arena/leaf.ts'), 'shared/arena/leaf.ts': leaf } },
  { rule: 'contract-assembles-areas', files: { 'shared/contract/words.ts': used('../text/zh.ts'), 'shared/text/zh.ts': leaf } },
  {
    rule: 'renderer-knows-no-host',
    files: { 'renderer/common/host.ts': used('../../electron/leaf.ts'), 'electron/leaf.ts': leaf },
  },
  { rule: 'renderer-knows-no-host', files: { 'renderer/common/database.ts': used('better-sqlite3') } },
  { rule: 'renderer-has-no-node', files: { 'renderer/common/disk.ts': used('node:fs') } },
  { rule: 'judge-stays-small', files: { 'renderer/judge/heavy.tsx': used('antd') } },
  {
    rule: 'judge-stays-small',
    files: { 'renderer/judge/detour.tsx': used('../common/heavy.ts'), 'renderer/common/heavy.ts': used('antd') },
  },
  {
    rule: 'judge-stays-small',
    files: { 'renderer/judge/all.ts': used('../../shared/contract/table.ts'), 'shared/contract/table.ts': leaf },
  },
  {
    rule: 'judge-stays-small',
    files: { 'renderer/judge/station.ts': used('../clerk/leaf.ts'), 'renderer/clerk/leaf.ts': leaf },
  },
  { rule: 'clerk-stays-apart', files: { 'renderer/clerk/sheet.ts': used('../judge/leaf.ts'), 'renderer/judge/leaf.ts': leaf } },
  {
    rule: 'clerk-stays-apart',
    files: { 'renderer/clerk/detour.tsx': used('../common/heavy.ts'), 'renderer/common/heavy.ts': used('antd') },
  },
  {
    rule: 'clerk-stays-apart',
    files: { 'renderer/clerk/all.ts': used('../../shared/contract/table.ts'), 'shared/contract/table.ts': leaf },
  },
  {
    rule: 'projector-stays-apart',
    files: { 'renderer/projector/desk.ts': used('../console/leaf.ts'), 'renderer/console/leaf.ts': leaf },
  },
  {
    rule: 'common-knows-no-surface',
    files: { 'renderer/common/desk.ts': used('../console/leaf.ts'), 'renderer/console/leaf.ts': leaf },
  },
  {
    rule: 'host-knows-no-page',
    files: { 'electron/page.ts': used('../renderer/common/leaf.ts'), 'renderer/common/leaf.ts': leaf },
  },
  {
    rule: 'application-knows-no-server',
    files: { 'electron/application/sockets.ts': used('../server/leaf.ts'), 'electron/server/leaf.ts': leaf },
  },
  { rule: 'only-shell-imports-electron', files: { 'electron/application/window.ts': used('electron') } },
  {
    rule: 'only-shell-imports-electron',
    files: { 'electron/host.ts': "import type { App } from 'electron'\nexport type Used = App\n" },
  },
  {
    rule: 'recount-stands-alone',
    files: { 'electron/recount/lazy.ts': used('../../shared/kernel/leaf.ts'), 'shared/kernel/leaf.ts': leaf },
  },
  { rule: 'recount-stands-alone', files: { 'electron/recount/library.ts': used('better-sqlite3') } },
  {
    rule: 'recount-imported-by-nothing',
    files: { 'electron/worker/count.ts': used('../recount/leaf.ts'), 'electron/recount/leaf.ts': leaf },
  },
  { rule: 'launcher-stands-alone', files: { 'electron/launch/library.mjs': used('vite') } },
  { rule: 'source-knows-no-test', files: { 'electron/tested.ts': used('../tests/leaf.ts'), 'tests/leaf.ts': leaf } },
  { rule: 'no-cycles', files: { 'shared/kernel/a.ts': used('./b.ts'), 'shared/kernel/b.ts': used('./a.ts') } },
  { rule: 'everything-resolves', files: { 'electron/lost.ts': used('./nowhere.ts') } },
];

/** A small tree that breaks no rule: what is lawful must stay unreported. */
export const lawful: Readonly<Record<string, string>> = {
  'shared/kernel/leaf.ts':
    "import * as z from 'zod/mini'\nimport { sha256 } from '@noble/hashes/sha2.js'\nexport const leaf = [z, sha256]\n",
  'shared/arena/rule.ts': used('../kernel/leaf.ts'),
  'shared/contract/table.ts': used('../arena/rule.ts'),
  'shared/text/zh.ts': used('../kernel/leaf.ts'),
  'electron/main.ts': used('electron'),
  'electron/shell/window.ts': used('electron'),
  'electron/host.ts':
    "import * as fs from 'node:fs'\nimport * as table from '../shared/contract/table.ts'\nexport const used = [fs, table]\n",
  'electron/recount/recount.ts': used('node:crypto'),
  'renderer/console/main.tsx':
    "import * as antd from 'antd'\nimport * as table from '../../shared/contract/table.ts'\nexport const used = [antd, table]\n",
  'renderer/common/sealed/link.ts': used('../../../shared/arena/rule.ts'),
  'renderer/clerk/main.tsx': used('../common/sealed/link.ts'),
  'renderer/judge/main.tsx': used('../../shared/arena/rule.ts'),
};
