// Calls across a fork: the parent asks by name, the child answers or says why not. Carries plain data only.
import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';

interface Asked { readonly call: number; readonly name: string; readonly input: unknown }
interface Answered { readonly call: number; readonly result?: unknown; readonly error?: string }

export interface Callee<H extends Handlers> {
  readonly ask: <N extends keyof H & string>(name: N, input: Parameters<H[N]>[0]) => Promise<Awaited<ReturnType<H[N]>>>;
  readonly end: () => Promise<void>;
}
export type Handlers = Readonly<Record<string, (input: never) => unknown>>;

/** Starts a script of this folder that calls `answerCalls` with handlers of type H. */
export const callable = <H extends Handlers>(script: string): Callee<H> => {
  const child: ChildProcess = fork(path.join(import.meta.dirname, script), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const open = new Map<number, { readonly settle: (result: unknown) => void; readonly fail: (error: Error) => void }>();
  let calls = 0;
  child.on('message', (message) => {
    const { call, result, error } = message as Answered;
    const waiting = open.get(call);
    open.delete(call);
    if (error === undefined) waiting?.settle(result);
    else waiting?.fail(new Error(`${script}: ${error}`));
  });
  child.once('exit', (code) => { for (const { fail } of open.values()) fail(new Error(`${script} ended with ${code}`)); });
  return {
    ask: (name, input) => new Promise((settle, fail) => {
      calls += 1;
      open.set(calls, { settle: (result) => settle(result as never), fail });
      child.send({ call: calls, name, input } satisfies Asked);
    }),
    end: () => new Promise((settle) => {
      if (child.exitCode !== null || child.signalCode !== null) return settle();
      child.once('exit', () => settle());
      child.disconnect();
    }),
  };
};

/** The child's side; the process ends when the parent lets go of it. */
export const answerCalls = (handlers: Handlers): void => {
  process.on('message', async (message) => {
    const { call, name, input } = message as Asked;
    const say = (answer: Omit<Answered, 'call'>): void => { process.send?.({ call, ...answer }); };
    try {
      const handler = handlers[name];
      if (handler === undefined) throw new Error(`no call named ${name}`);
      say({ result: await handler(input as never) });
    } catch (error) {
      say({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  process.once('disconnect', () => process.exit(0));
};
