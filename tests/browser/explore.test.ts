import { afterAll, beforeAll, test } from 'vitest';
import { Hall } from './support/hall.ts';
import { Operator } from './support/operator.ts';

const hall = new Hall();
beforeAll(() => hall.open(), 60_000);
afterAll(() => hall.close());

test('explore', async () => {
  const desk = new Operator(await hall.desk());
  try {
  await desk.press('名册', 'link').catch(() => desk.choose('名册'));
  await desk.press('粘贴导入');
  await desk.paste('在此粘贴', '示例市甲区\t甲区\t\t区\t\n示例市乙区\t乙区\t\t区\t\n示例市丙区\t丙区\t\t区\t');
  await desk.press('预览');
  await desk.press('确认导入');
  await desk.page.waitForTimeout(800);
  await desk.page.screenshot({ path: '/tmp/look/e1.png' });
  await desk.press('人员', 'tab').catch(() => desk.choose('人员'));
  await desk.press('粘贴导入');
  await desk.paste('在此粘贴', ['评委一\t主任', '评委二\t主任', '评委三\t主任\t\t乙区', '评委四\t主任', '评委五\t主任', '评委六\t主任', '评委七\t主任'].join('\n'));
  await desk.press('预览');
  await desk.press('确认导入');
  await desk.page.waitForTimeout(800);
  await desk.page.screenshot({ path: '/tmp/look/e2.png' });
  await desk.press('首页', 'link').catch(() => desk.choose('首页'));
  await desk.press('新建场次');
  await desk.paste('场次名称', '示例书记擂台');
  await desk.press('建立');
  await desk.page.waitForTimeout(1500);
  await desk.page.screenshot({ path: '/tmp/look/e3.png' });
  } finally { console.info(desk.done, hall.faults); await desk.page.screenshot({ path: '/tmp/look/e9.png' }); }
}, 120_000);
