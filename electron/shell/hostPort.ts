// The host's end of the wire to its shell, the same under fork and under Electron's utilityProcess. It decides nothing.
import { shellMessage, type HostReady, type HostToShell, type NativeCall, type NativeResult, type ProjectorState } from './port.ts';

export interface HostPortEvents {
  /** Asked to end in order, or the shell is gone. May be called more than once. */
  stop(): void;
  projector(state: ProjectorState): void;
}

export interface HostPort {
  ready(addresses: Omit<HostReady, 'type'>): void;
  /** The value of the native call; rejects with the shell's sentence. */
  native(call: NativeCall, payload?: unknown): Promise<unknown>;
}

interface Wire {
  send(message: HostToShell): void;
  listen(receive: (raw: unknown) => void, gone: () => void): void;
}

/** Undefined when this process was started by hand, without a shell above it. */
export function openHostPort(events: HostPortEvents): HostPort | undefined {
  const wire = electronWire() ?? forkWire();
  if (wire === undefined) return undefined;
  const waiting = new Map<number, (result: NativeResult) => void>();
  let lastId = 0;
  wire.listen((raw) => {
    const message = shellMessage.parse(raw);
    if (message.type === 'stop') events.stop();
    else if (message.type === 'projector') events.projector(message.state);
    else waiting.get(message.id)?.(message);
  }, () => events.stop());
  return {
    ready: (addresses) => wire.send({ type: 'ready', ...addresses }),
    native: async (call, payload) => {
      const id = ++lastId;
      const answer = new Promise<NativeResult>((resolve) => waiting.set(id, resolve));
      wire.send({ type: 'native', id, call, payload });
      const result = await answer;
      waiting.delete(id);
      if (!result.ok) throw new Error(result.error ?? call);
      return result.value;
    },
  };
}

function forkWire(): Wire | undefined {
  if (process.send === undefined) return undefined;
  return {
    send: (message) => void (process.connected && process.send?.(message)),
    listen: (receive, gone) => {
      process.on('message', receive);
      process.on('disconnect', gone);
      // Ctrl+C reaches the whole group; the parent turns it into an orderly `stop`.
      process.on('SIGINT', () => undefined);
    },
  };
}

interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  postMessage(message: HostToShell): void;
}

function electronWire(): Wire | undefined {
  const parentPort: unknown = Reflect.get(process, 'parentPort');
  if (!isParentPort(parentPort)) return undefined;
  return {
    send: (message) => parentPort.postMessage(message),
    listen: (receive) => parentPort.on('message', (event) => receive(event.data)),
  };
}

function isParentPort(value: unknown): value is ParentPort {
  return typeof value === 'object' && value !== null && 'postMessage' in value && 'on' in value;
}
