// The host process: reads its arguments, starts the house, tells the shell above it where to look. It opens no window itself.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { SettingsFile } from './application/settings.ts';
import { DatabaseUnusable } from './database/open.ts';
import { leaveSample, restoreDatabase } from './database/restore.ts';
import { openHostPort, type HostPort } from './shell/hostPort.ts';
import { hostRefused, hostRestarts } from './shell/port.ts';
import { startHouse, type RunningHouse } from './startHouse.ts';

const { values } = parseArgs({ strict: false, options: { data: { type: 'string' }, port: { type: 'string' }, 'room-port': { type: 'string' }, sample: { type: 'boolean' }, 'extra-host': { type: 'string', multiple: true }, restore: { type: 'string' } } });
const root = path.join(import.meta.dirname, import.meta.filename.endsWith('.ts') ? '..' : '../..');
const say = (line: string): void => { process.stdout.write(`${line}\n`); };
const REFUSED = {
  inUse: '数据文件夹正被另一个擂台程序使用 · another Leitai uses this data folder',
  newer: '数据由更新版本的程序写成，请安装新版本 · the data were written by a newer version',
  damaged: '数据文件已损坏，请用最近的备份恢复 · the database is damaged, restore the latest backup',
} as const;

let house: RunningHouse | undefined;
const stop = (): void => { void (house?.stop() ?? Promise.resolve()).finally(() => process.exit(0)); };
const port: HostPort | undefined = openHostPort({ stop, projector: (state) => house?.projectorChanged(state) });
if (port === undefined) for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);

const numberOf = (value: unknown): { readonly [K in 'value']?: number } => (typeof value === 'string' ? { value: Number(value) } : {});
const deskPort = numberOf(values['port']).value;
const roomPort = numberOf(values['room-port']).value;
const extraHosts = (Array.isArray(values['extra-host']) ? values['extra-host'] : []).filter((each): each is string => typeof each === 'string');
try {
  const folder = String(values['data'] ?? path.join(root, 'data'));
  if (typeof values['restore'] === 'string') {
    // Once, and not again when the shell restarts a host with the same arguments: so it ends here.
    say(`已恢复，请重新启动 · restored, start again: ${restoreDatabase(folder, values['restore'], Date.now()) ?? ''}`);
    process.exit(0);
  }
  const { sampleLeft } = new SettingsFile(path.join(folder, 'settings.json')).current;
  if (sampleLeft) leaveSample(folder, Date.now());
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  house = await startHouse({
    folder, pages: path.join(root, 'dist/pages'), version, sample: values['sample'] === true && !sampleLeft, report: say, extraHosts,
    ...(deskPort === undefined ? {} : { deskPort }), ...(roomPort === undefined ? {} : { roomPort }),
    native: port === undefined ? null : { call: (name, payload) => port.native(name, payload) },
    ...(port === undefined ? {} : { restart: () => { void house?.stop().finally(() => process.exit(hostRestarts)); } }),
    windows: process.versions['electron'] === undefined ? (port === undefined ? 'none' : 'browser') : 'electron',
  });
} catch (error) {
  if (!(error instanceof DatabaseUnusable)) throw error;
  say(`${REFUSED[error.code]}: ${error.message}`);
  process.exit(hostRefused);
}
if (port === undefined) say(`${house.deskUrl}\n${house.projectorUrl}\n${house.roomUrls.join('\n')}`);
else port.ready({ desk: house.deskUrl, projector: house.projectorUrl, room: house.roomUrls.map((url) => `${url}/judge/`), pid: process.pid });
