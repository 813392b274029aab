// Asks a browser which displays there are: newer ones answer over the debugging protocol, older ones through the page's own screen details.
// A browser that can tell neither gives an empty list, and then nothing is placed.
import * as z from 'zod/mini';
import type { BrowserPipe } from './browserPipe.ts';
import type { ScreenBox } from './screens.ts';

const reported = z.array(z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number(), isPrimary: z.boolean(), isInternal: z.boolean() }));

const pageQuestion = `getScreenDetails().then(({ screens }) => screens.map(({ left, top, width, height, isPrimary, isInternal }) => ({ left, top, width, height, isPrimary, isInternal })))`;

export async function askScreens(pipe: BrowserPipe, session: string): Promise<readonly ScreenBox[]> {
  const screens = await overProtocol(pipe, session).catch(() => inPage(pipe, session)).catch(() => []);
  return screens.map(({ left, top, width, height, isPrimary, isInternal }) => ({ left, top, width, height, primary: isPrimary, internal: isInternal }));
}

async function overProtocol(pipe: BrowserPipe, session: string): Promise<z.output<typeof reported>> {
  const answer = await pipe.ask({ method: 'Emulation.getScreenInfos', session }, z.object({ screenInfos: reported }));
  return answer.screenInfos;
}

async function inPage(pipe: BrowserPipe, session: string): Promise<z.output<typeof reported>> {
  await pipe.tell({ method: 'Browser.grantPermissions', params: { permissions: ['windowManagement'] } });
  const params = { expression: pageQuestion, awaitPromise: true, returnByValue: true };
  const answer = await pipe.ask({ method: 'Runtime.evaluate', params, session }, z.object({ result: z.object({ value: reported }) }));
  return answer.result.value;
}
