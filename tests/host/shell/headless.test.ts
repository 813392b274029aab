// The plain-Node entry as a whole, with a stand-in host beside it: what it prints, and that Ctrl+C ends host and shell in order.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { sayBoth } from '../../../electron/shell/words.ts';
import { temporaryFolder } from './fakes.ts';

const root = resolve(import.meta.dirname, '../../..');

const hostSource = `
import { openHostPort } from './shell/hostPort.ts';
const port = openHostPort({ stop: () => { process.stdout.write('host ended in order\\n'); process.exit(0); }, projector: () => undefined });
process.stdout.write('host args ' + JSON.stringify(process.argv.slice(2)) + '\\n');
port.ready({ desk: 'http://127.0.0.1:4100/desk#d', projector: 'http://127.0.0.1:4100/projector#p', room: ['http://192.168.1.5:4200/'], pid: process.pid });
await port.native('projector.yield').catch((error) => process.stdout.write(error.message + '\\n'));
`;

function aProgram(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'electron'));
  cpSync(join(root, 'electron/shell'), join(folder, 'electron/shell'), { recursive: true });
  cpSync(join(root, 'electron/headless.ts'), join(folder, 'electron/headless.ts'));
  writeFileSync(join(folder, 'electron/host.ts'), hostSource);
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}

test.skipIf(process.platform === 'win32')('the addresses, the data folder and one line on the windows are printed, and Ctrl+C ends everything in order', async () => {
  const folder = aProgram();
  const data = join(folder, 'data');
  const program = spawn(process.execPath, [join(folder, 'electron/headless.ts'), '--sample', '--data', data], {
    env: { ...process.env, LEITAI_NO_OPEN: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void program.kill('SIGKILL'));
  let said = '';
  for (const stream of [program.stdout, program.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  await vi.waitUntil(() => said.includes(sayBoth('noWindow')) && said.includes(sayBoth('notOpened')), { timeout: 15_000, interval: 20 });
  program.kill('SIGINT');
  const [code] = await once(program, 'exit');
  expect(code).toBe(0);
  expect(said.split('\n').filter((line) => line !== '').sort()).toEqual(
    [
      '主持台 Desk: http://127.0.0.1:4100/desk#d',
      '大屏 Projector: http://127.0.0.1:4100/projector#p',
      '评委端 Judges: http://192.168.1.5:4200/',
      `数据文件夹 Data folder: ${data}`,
      `host args ${JSON.stringify(['--data', data, '--sample'])}`,
      sayBoth('notOpened'),
      sayBoth('noWindow'),
      'host ended in order',
    ].sort(),
  );
});
