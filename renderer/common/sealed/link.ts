// The link of a seat (judge, stage timer, station): pairs, seals, reconnects and beats. It carries messages and knows nothing of sheets.
// It speaks to a host only after that host proved the card, and drops the connection at the first frame that does not open.
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { SealedChannel } from '../../../shared/contract/channel.ts';
import type { ClientMessage, HostMessage } from '../../../shared/contract/wire.ts';
import { pathOf, type Card } from './card.ts';
import { beginPairing, type Pairing } from './handshake.ts';
import { readHostMessage } from './hostMessage.ts';
import type { LinkParts, LinkSocket } from './linkParts.ts';
import { readJson } from './storage.ts';

/** `awaitingDesk`: another browser holds the seat and the desk must tap. `void`, `impostor` and `stopped` are left only by `retry`. */
export type LinkPhase = 'connecting' | 'open' | 'waiting' | 'awaitingDesk' | 'void' | 'impostor' | 'stopped';
export interface LinkStatus {
  readonly phase: LinkPhase;
  /** When the last genuine frame came, on the parts' clock; null before the first. */
  readonly heardAt: number | null;
}
export interface LinkEvents {
  readonly changed: (status: LinkStatus) => void;
  readonly message: (message: HostMessage) => void;
  /** The newest version this page has drawn, for the heartbeat; null before the first. */
  readonly drawn: () => { readonly epoch: string; readonly seq: number } | null;
}

export const STALE_AFTER = 6000;
const GIVE_UP_AFTER = 8000;
/** A connection that does not even come about is tried anew sooner. */
const PAIR_WITHIN = 6000;
const BEAT = 2000;
const TAP_RETRY = 3000;
const FIRST_WAIT = 300;
const LONGEST_WAIT = 5000;
const CARD_VOID = 4401;
const DESK_MUST_TAP = 4403;

export class SealedLink {
  readonly #card: Card;
  readonly #browser: string;
  readonly #parts: LinkParts;
  readonly #events: LinkEvents;
  #status: LinkStatus = { phase: 'stopped', heardAt: null };
  #socket: LinkSocket | null = null;
  #channel: SealedChannel | null = null;
  #pairing: Pairing | null = null;
  #connection = 0;
  #failures = 0;
  #begunAt = 0;
  #cancel: () => void = () => undefined;

  constructor(who: { readonly card: Card; readonly browser: string }, parts: LinkParts, events: LinkEvents) {
    this.#card = who.card;
    this.#browser = who.browser;
    this.#parts = parts;
    this.#events = events;
  }

  status(): LinkStatus {
    return this.#status;
  }

  /** Connects now: at the start, after a refusal that somebody wants tried again, or when the device wakes. */
  retry(): void {
    this.#leave();
    this.#connect();
  }

  /** The phone came back to the foreground or to a network: a silent or waiting link is renewed at once; after `longAway` any is. */
  wake(longAway: boolean): void {
    const { phase, heardAt } = this.#status;
    const silent = phase === 'open' && (longAway || this.#parts.now() - (heardAt ?? 0) > STALE_AFTER);
    if (silent || phase === 'waiting') this.retry();
  }

  stop(): void {
    this.#leave();
    this.#become('stopped');
  }

  /** Sends when the connection is sealed; false otherwise. Whoever needs an answer sends again after the next hello. */
  send(message: ClientMessage): boolean {
    if (this.#socket === null || this.#channel === null) return false;
    this.#socket.sendBytes(this.#channel.seal(utf8ToBytes(JSON.stringify(message))));
    return true;
  }

  /** Reports what is drawn; the answer brings the host's wall time. */
  beat(): void {
    const drawn = this.#events.drawn();
    this.send({ type: 'beat', epoch: drawn?.epoch ?? '', seq: drawn?.seq ?? 0, sentAt: Math.round(this.#parts.now()) });
  }

  #leave(): void {
    this.#connection += 1;
    this.#cancel();
    this.#socket?.close();
    this.#socket = null;
    this.#channel = null;
    this.#pairing = null;
  }

  #become(phase: LinkPhase): void {
    this.#status = { ...this.#status, phase };
    this.#events.changed(this.#status);
  }

  #connect(): void {
    const connection = this.#connection;
    const mine = <T extends readonly unknown[]>(run: (...values: T) => void) => (...values: T): void => {
      if (connection === this.#connection) run(...values);
    };
    this.#begunAt = this.#parts.now();
    if (this.#status.phase !== 'awaitingDesk') this.#become('connecting');
    this.#socket = this.#parts.openSocket(pathOf(this.#card), {
      opened: mine(() => this.#hello()),
      text: mine((text) => this.#paired(text)),
      bytes: mine((bytes) => this.#heard(bytes)),
      closed: mine((code) => this.#ended(code)),
    });
    this.#watch();
  }

  #hello(): void {
    this.#pairing = beginPairing(this.#card, this.#browser, this.#parts.randomHex(16));
    this.#socket?.sendText(JSON.stringify(this.#pairing.hello));
  }

  #paired(text: string): void {
    if (this.#pairing === null || this.#channel !== null) return this.#ended(1002);
    const answer = this.#pairing.challenged(readJson(text));
    if (!answer.ok && answer.fault === 'impostor') {
      this.#leave();
      return this.#become('impostor');
    }
    if (!answer.ok) return this.#ended(1002);
    this.#socket?.sendText(JSON.stringify(answer.proof));
    this.#channel = answer.channel;
  }

  #heard(bytes: Uint8Array): void {
    const opened = this.#channel?.open(bytes) ?? null;
    if (opened === null) return this.#ended(1008);
    const message = readHostMessage(readJson(new TextDecoder().decode(opened)));
    this.#status = { phase: 'open', heardAt: this.#parts.now() };
    this.#failures = 0;
    this.#events.changed(this.#status);
    if (message !== null) this.#events.message(message);
  }

  #ended(code: number): void {
    this.#leave();
    if (code === CARD_VOID) return this.#become('void');
    this.#failures += 1;
    const backoff = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(this.#failures - 1, 10));
    // Spread over half to one and a half times: a hall of phones must not come back in one instant.
    const wait = code === DESK_MUST_TAP ? TAP_RETRY : backoff * (0.5 + this.#parts.chance());
    this.#become(code === DESK_MUST_TAP ? 'awaitingDesk' : 'waiting');
    this.#cancel = this.#parts.after(wait, () => this.#connect());
  }

  /** Every two seconds: a beat when open, and an end when nothing was heard for too long. */
  #watch(): void {
    this.#cancel = this.#parts.after(BEAT, () => {
      const silence = this.#parts.now() - Math.max(this.#begunAt, this.#status.heardAt ?? 0);
      if (silence >= (this.#status.phase === 'open' ? GIVE_UP_AFTER : PAIR_WITHIN)) return this.#ended(1006);
      if (this.#status.phase === 'open') this.beat();
      this.#watch();
    });
  }
}
