// The programmable interface of a running host, as a script on the same laptop uses it: views for ids and states, commands to fill a room quickly.
import { randomUUID } from 'node:crypto';
import type { HostProcess } from '../../support/aHouse.ts';

type Host = Pick<HostProcess, 'desk'>;

const ask = async (host: Host, path: string, body?: unknown): Promise<unknown> => {
  const { origin, hash } = new URL(host.desk);
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const answer = await fetch(`${origin}/api/${path}`, { ...sent, headers: { authorization: `Bearer ${hash.slice(3)}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) } });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
};

export const viewOf = async <T>(host: Host, topic: string): Promise<T> => ((await ask(host, `view/${topic}`)) as { data: T }).data;

/** Sends a command and throws when it is refused: in a test's set-up that is a fault of the test. */
export const command = async (host: Host, name: string, input: unknown): Promise<void> => {
  const answer = (await ask(host, 'command', { id: randomUUID(), name, input })) as { readonly ok: boolean; readonly code?: string };
  if (!answer.ok) throw new Error(`${name} was refused: ${answer.code ?? ''}`);
};
