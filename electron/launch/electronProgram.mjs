// Finds the Electron binary, or lets Electron's own installer fetch it once, for 30 seconds at most, once a day.
// It gives reasons instead of failing: the program also runs on plain Node.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnQuiet } from './children.mjs';
import { root } from './folders.mjs';

const folder = join(root, 'node_modules', 'electron');
const downloadLimit = 30_000;

const installedProgram = () => {
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const program = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), readFileSync(pathFile, 'utf8').trim());
  return existsSync(program) ? program : undefined;
};

const obstacle = () => {
  if (process.env.LEITAI_SHELL === 'node') return { zh: '已指定 LEITAI_SHELL=node', en: 'LEITAI_SHELL=node' };
  if (!existsSync(join(root, 'dist/electron/main.js'))) return { zh: '缺少 main.js', en: 'there is no main.js' };
  if (process.platform !== 'linux' || process.env.LEITAI_SHELL === 'electron') return undefined;
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return { zh: '没有图形界面', en: 'there is no display' };
  if (process.getuid?.() === 0) return { zh: 'Electron 不以 root 运行', en: 'Electron does not run as root' };
  return undefined;
};

const today = () => new Date().toISOString().slice(0, 10);
const noteFile = (data) => join(data, 'electron-download.txt');
const failedToday = (data) => existsSync(noteFile(data)) && readFileSync(noteFile(data), 'utf8') === today();

const download = async (data) => {
  console.error('正在下载 Electron（至多 30 秒）… downloading Electron, 30 seconds at most');
  const dots = setInterval(() => process.stderr.write('.'), 2000);
  const { code } = await spawnQuiet(process.execPath, [join(folder, 'install.js')], { cwd: root, limit: downloadLimit });
  clearInterval(dots);
  if (code !== 0) writeFileSync(noteFile(data), today());
};

/** `{program}` to start, or `{reason}` (zh, en) why plain Node is used. */
export const electronProgram = async (data) => {
  const reason = obstacle();
  if (reason !== undefined) return { reason };
  if (installedProgram() === undefined && !failedToday(data)) await download(data);
  const program = installedProgram();
  return program === undefined ? { reason: { zh: 'Electron 未下载', en: 'Electron is not downloaded' } } : { program };
};
