// The one abstraction both ways of running are built on: windows, printing and opening files, however they are made.
import type { HostReady, NativeCall, PrintRequest, ProjectorState } from './port.ts';

export interface Shell {
  /** Called at every `ready` of the host, also after a restart: opens the windows, or points them at new addresses. */
  show(addresses: HostReady): Promise<void>;
  call(call: NativeCall, payload: unknown): Promise<unknown>;
  projectorState(): ProjectorState;
  onProjector(listener: (state: ProjectorState) => void): void;
  close(): Promise<void>;
}

/** What a shell can do with its projector window. */
export interface ProjectorControls {
  open(): Promise<void>;
  yield(): Promise<void>;
  return(): Promise<void>;
}

export interface NativeParts {
  readonly projector: ProjectorControls;
  print(request: PrintRequest): Promise<Uint8Array>;
  openPath(path: string): Promise<void>;
}
