// Commands of the host itself that leave no event: previews, documents, short codes, settings, the desk's lock, native windows.
import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import type { LocalCommand } from '../../shared/contract/local.ts';
import type { Answer } from '../../shared/contract/wire.ts';
import type { Actor } from '../../shared/kernel/decision.ts';
import type { ErrorCode } from '../../shared/kernel/errors.ts';
import type { Works } from '../worker/workshop.ts';
import type { Boxes } from './boxes.ts';
import type { Documents } from './documents.ts';
import { previewFigures } from './figuresPreview.ts';
import { previewImport } from './importPreview.ts';
import { describeRules } from './rulesDraft.ts';
import type { SettingsFile } from './settings.ts';
import type { ViewContext } from './views/context.ts';

export interface NativePort { readonly call: (name: 'projector.yield' | 'projector.return' | 'projector.open' | 'print.pdf' | 'open.path', payload?: unknown) => Promise<unknown> }
/** `wrong` counts wrong PINs in a row; until `notBefore` (mono ms) no further one is looked at. */
export interface DeskLock { locked: boolean; wrong?: number; notBefore?: number }
export interface LocalParts {
  readonly context: () => ViewContext;
  readonly settings: SettingsFile;
  readonly documents: Documents;
  /** Reads files beside the host's thread. */
  readonly workshop: Works;
  readonly native: NativePort | null;
  readonly issueCode: (meeting: string, seat: string) => { readonly code: string; readonly expiresAt: number } | null;
  /** The address of a station's card, with its secret, and the plain one to type; null when there is no such station. */
  readonly stationCard: (meeting: string, seat: string) => { readonly url: string; readonly address: string } | null;
  readonly boxes: Boxes;
  readonly lock: DeskLock;
  readonly changed: () => void;
  /** Starts the host process again, where something above it does that. */
  readonly restart: (() => void) | null;
}

const ok = (result: Readonly<Record<string, unknown>> = {}): Answer => ({ ok: true, receipt: null, result });
const no = (code: ErrorCode, details: Readonly<Record<string, string | number>> = {}): Answer => ({ ok: false, code, details });

const hashPin = (pin: string, salt = randomBytes(16).toString('hex')): string => `${salt}:${scryptSync(pin, salt, 32).toString('hex')}`;
const isPin = (pin: string, stored: string): boolean => {
  const [salt = '', hash = ''] = stored.split(':');
  return stored !== '' && timingSafeEqual(scryptSync(pin, salt, 32), Buffer.from(hash, 'hex'));
};

const FREE_GUESSES = 5;
const GUESS_WAIT_MS = 10_000;

/** Five wrong PINs in a row are answered at once; each further one costs ten seconds, for all desks together. */
const unlock = ({ lock, settings, context }: LocalParts, pin: string): Answer => {
  const now = context().now().mono;
  if (now < (lock.notBefore ?? 0)) return no('tooFast');
  if (!isPin(pin, settings.current.pinHash)) {
    lock.wrong = (lock.wrong ?? 0) + 1;
    if (lock.wrong >= FREE_GUESSES) lock.notBefore = now + GUESS_WAIT_MS;
    return no('wrongPin');
  }
  lock.locked = false;
  lock.wrong = 0;
  return ok();
};

/** Runs one local command of somebody who has passed the door. */
export const runLocal = async (parts: LocalParts, command: LocalCommand, actor: Actor): Promise<Answer> => {
  switch (command.name) {
    case 'box.cast': return parts.boxes.cast(actor.subject, command.input);
    case 'figures.preview': return previewFigures({ context: parts.context(), workshop: parts.workshop }, command.input);
    case 'rules.describe': return ok({ ...describeRules(command.input.rules) });
    case 'import.preview': return previewImport({ context: parts.context(), workshop: parts.workshop }, command.input);
    case 'document.make': return parts.documents.make(command.input);
    case 'seat.code': {
      const issued = parts.issueCode(command.input.meeting, command.input.seat);
      return issued === null ? no('unknownSeat') : ok({ ...issued });
    }
    case 'station.card': {
      const card = parts.stationCard(command.input.meeting, command.input.seat);
      return card === null ? no('unknownSeat') : ok({ ...card });
    }
    case 'settings.set': {
      const given = Object.fromEntries(Object.entries(command.input).filter(([, value]) => value !== undefined));
      parts.settings.change(given);
      parts.changed();
      return ok();
    }
    case 'projector.open': return native(parts, 'projector.open');
    case 'sample.leave': return leaveSample(parts);
    case 'file.open': return openFile(parts, command.input);
    default: return guardDesk(parts, command);
  }
};

/** The database is put aside at the next start, which follows at once; the answer leaves first. */
function leaveSample({ context, settings, restart }: LocalParts): Answer {
  if (!context().sample) return no('notAllowed');
  if (restart === null) return no('nativeUnavailable', { what: 'restart' });
  settings.change({ sampleLeft: true });
  setTimeout(restart, 300);
  return ok();
}

/** PIN and lock. Wrong PINs are slow by scrypt and answered alike. */
function guardDesk(parts: LocalParts, command: Extract<LocalCommand, { name: 'pin.set' | 'desk.lock' | 'desk.unlock' }>): Answer {
  const { pinHash } = parts.settings.current;
  if (command.name === 'pin.set') {
    if (pinHash !== '' && !isPin(command.input.old ?? '', pinHash)) return no('wrongPin');
    parts.settings.change({ pinHash: hashPin(command.input.pin) });
  } else if (command.name === 'desk.lock') {
    if (pinHash === '') return no('wrongPin');
    parts.lock.locked = true;
  } else {
    const answer = unlock(parts, command.input.pin);
    if (!answer.ok) return answer;
  }
  parts.changed();
  return ok();
}

async function native(parts: LocalParts, name: Parameters<NativePort['call']>[0], payload?: unknown): Promise<Answer> {
  if (parts.native === null) return no('nativeUnavailable', { what: name });
  try {
    await parts.native.call(name, payload);
    return ok();
  } catch (error) {
    return no('nativeUnavailable', { what: error instanceof Error ? error.message.slice(0, 200) : name });
  }
}

async function openFile(parts: LocalParts, input: Extract<LocalCommand, { name: 'file.open' }>['input']): Promise<Answer> {
  const context = parts.context();
  const contestant = context.state.arena.sessions[input.session]?.contestants[input.contestant];
  if (contestant === undefined) return no('unknownContestant', { contestant: input.contestant });
  const path = context.read(contestant.file);
  return path === '' ? no('nameEmpty', { what: 'file' }) : native(parts, 'open.path', { path });
}
