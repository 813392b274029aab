// The phones and the wall of the bench, in a process of their own: real sockets, real handshake, real seals.
// It times and reports; what the times mean is decided by the parent.
import WebSocket from 'ws';
import type { WallView } from '../../shared/meeting/views.ts';
import { tokenClient, type WireClient } from '../support/wireClient.ts';
import { answerCalls } from './calls.ts';
import { pairedPhone, type Phone } from './phone.ts';

export interface Card { readonly seat: string; readonly secret: string }
export interface Ballot { readonly phone: number; readonly marks: Readonly<Record<string, string>> }
/** Times in ms of this process's clock, NaN for what never came. `shown`: when the first wall frame arrived whose count includes this ballot. */
export interface Timed { readonly phone: number; readonly sent: number; readonly received: number; readonly shown: number; readonly receipt: string }
/** A contestant's window and the name the wall writes. */
export interface Place { readonly session: string; readonly contestant: string; readonly name: string }

const AT_ONCE = 20;
/** What has not come by then is lost; the count in the database tells. */
const PATIENCE_MS = 10_000;

let phones: readonly Phone[] = [];
let wall: WireClient | null = null;
let wallFrames: { readonly at: number; readonly received: number }[] = [];
const floors = new Map<number, readonly WebSocket[]>();

const inGroups = async <T, R>(all: readonly T[], run: (each: T) => Promise<R>): Promise<readonly R[]> => {
  const results: R[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE) results.push(...(await Promise.all(all.slice(from, from + AT_ONCE).map(run))));
  return results;
};

const noteFrame = (text: string): void => {
  const message = JSON.parse(text) as { type: string; data?: WallView };
  const picture = message.data?.picture;
  if (message.type === 'view' && picture?.scene === 'scoring') wallFrames.push({ at: performance.now(), received: picture.received });
};

/** Connects every phone as the judge's page does (it follows its seat) and one screen with the wall. */
const connect = async (given: { readonly room: string; readonly projector: string; readonly cards: readonly Card[] }): Promise<number> => {
  phones = await inGroups(given.cards, async (card) => {
    const phone = await pairedPhone(given.room, card);
    phone.subscribe('seat');
    await phone.until(() => phone.views.has('seat'));
    return phone;
  });
  wall = await tokenClient(given.projector, 'screen');
  wall.socket.on('message', (data: Buffer) => noteFrame(data.toString('utf8')));
  wall.subscribe('wall');
  await wall.view('wall');
  return phones.filter((phone) => phone.isConnected).length;
};

/** Every phone has the sheet of this contestant open, as the page shows it before a judge submits. */
const openSheets = async ({ session, contestant, name }: Place): Promise<void> => {
  for (const phone of phones) phone.subscribe('mySheet', { session, contestant });
  await Promise.all(phones.map((phone) => phone.until(() => phone.views.get('mySheet')?.params['contestant'] === contestant)));
  await onWall(name, 0);
};

/** Waits until the wall shows this contestant with so many sheets, or until patience ends. */
const onWall = async (name: string, count: number): Promise<void> => {
  const isShown = ({ views }: WireClient): boolean => {
    const picture = (views.get('wall')?.data as WallView | undefined)?.picture;
    return picture?.scene === 'scoring' && picture.name === name && picture.received >= count;
  };
  await wall?.until(isShown, PATIENCE_MS).catch(() => undefined);
};

interface Sent { readonly phone: number; readonly sent: number; readonly received: number; readonly seq: number; readonly receipt: string }
interface Waiting { readonly phone: Phone; readonly at: number; readonly id: string; readonly sent: number }

const send = ({ session, contestant }: Place, ballot: Ballot): Waiting => {
  const phone = phones[ballot.phone];
  if (phone === undefined) throw new Error(`there is no phone ${ballot.phone}`);
  return { phone, at: ballot.phone, ...phone.command('sheet.submit', { session, contestant, kind: 'marks', marks: ballot.marks, basis: 0 }) };
};

const receipted = async ({ phone, at, id, sent }: Waiting): Promise<Sent> => {
  const opened = await phone.answerTo(id, PATIENCE_MS);
  if (opened === null) return { phone: at, sent, received: Number.NaN, seq: Number.MAX_SAFE_INTEGER, receipt: '' };
  const { answer, at: received } = opened;
  if (!answer.ok) throw new Error(`a ballot was refused: ${answer.code}`);
  return { phone: at, sent, received, seq: answer.receipt?.seq ?? 0, receipt: answer.receipt?.code ?? '' };
};

const hold = (holding: boolean): void => {
  for (const phone of phones) {
    phone.holding = holding;
    if (!holding) phone.open();
  }
};

/** The ballot that was accepted as the k-th is on the wall in the first frame that counts k or more. */
const withWall = (sent: readonly Sent[], before: number): readonly Timed[] =>
  [...sent].sort((a, b) => a.seq - b.seq).map(({ seq: _seq, ...ballot }, at) => ({ ...ballot, shown: wallFrames.find((frame) => frame.received >= before + at + 1)?.at ?? Number.NaN }));

/** All ballots at once; each is sealed right before it is sent. */
const burst = async ({ place, ballots }: { readonly place: Place; readonly ballots: readonly Ballot[] }): Promise<readonly Timed[]> => {
  wallFrames = [];
  hold(true);
  const waiting = ballots.map((ballot) => send(place, ballot));
  await onWall(place.name, ballots.length);
  hold(false);
  return withWall(await Promise.all(waiting.map(receipted)), 0);
};

/** One ballot after the other, each sent when the one before is receipted and on the wall. */
const alone = async ({ place, ballots }: { readonly place: Place; readonly ballots: readonly Ballot[] }): Promise<readonly Timed[]> => {
  const timed: Timed[] = [];
  wallFrames = [];
  for (const [at, ballot] of ballots.entries()) {
    const sent = [await receipted(send(place, ballot))];
    await onWall(place.name, at + 1);
    timed.push(...withWall(sent, at));
  }
  return timed;
};

const connectFloor = async ({ port, count }: { readonly port: number; readonly count: number }): Promise<void> => {
  const places = Array.from({ length: count }, (_, at) => at);
  floors.set(port, await inGroups(places, () => new Promise<WebSocket>((settle, fail) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}`);
    socket.once('open', () => settle(socket));
    socket.once('error', fail);
  })));
};

const exchange = (socket: WebSocket, bytes: Uint8Array): Promise<number> => new Promise((settle) => {
  const sent = performance.now();
  socket.once('message', () => settle(performance.now() - sent));
  socket.send(bytes);
});

/** Round trips in ms over the floor's sockets: all at once, or one after the other. */
const floor = async (given: { readonly port: number; readonly bytes: number; readonly times: number; readonly together: boolean }): Promise<readonly number[]> => {
  const sockets = floors.get(given.port) ?? [];
  const message = new Uint8Array(given.bytes);
  const one = (at: number): Promise<number> => {
    const socket = sockets[at % sockets.length];
    if (socket === undefined) throw new Error('the floor has no sockets');
    return exchange(socket, message);
  };
  if (given.together) return Promise.all(Array.from({ length: given.times }, (_, at) => one(at)));
  const times: number[] = [];
  for (let at = 0; at < given.times; at += 1) times.push(await one(at));
  return times;
};

const handlers = { connect, openSheets, burst, alone, connectFloor, floor };
export type Driver = typeof handlers;
answerCalls(handlers);
