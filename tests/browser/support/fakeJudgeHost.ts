// A host for one judge, small enough to read: serves the built page, pairs, seals, keeps sheets, answers. It scores nothing and stores nothing.
// What a test wants to go wrong (silence, lost answers, a restore, a new card) is a field or a method here.
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import nacl from 'tweetnacl';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Criterion, Form } from '../../../shared/arena/forms.ts';
import type { SeatView } from '../../../shared/arena/views.ts';
import { codeSecret, proofOf, sealedChannel, type CodeMessage, type PairingMessage, type SealedChannel } from '../../../shared/contract/channel.ts';
import type { Answer, ClientMessage, HostMessage } from '../../../shared/contract/wire.ts';

export interface FakeSheet { readonly revision: number; readonly kind: 'marks' | 'abstained' | 'void'; readonly marks: Readonly<Record<string, string>>; readonly at: number; readonly source: 'phone' | 'paper' }
export interface FakeWindow { readonly id: string; readonly name: string; order: number; open: boolean; locked: boolean; sheet: FakeSheet | null; late: number; excused?: 'recused' }
interface SubmitInput { readonly contestant: string; readonly kind: FakeSheet['kind']; readonly marks: FakeSheet['marks']; readonly basis: number }
interface WholeInput { readonly cells: Readonly<Record<string, Omit<SubmitInput, 'contestant'>>> }
interface CastInput { readonly token: string; readonly cells: Readonly<Record<string, unknown>> }
interface Connection { readonly socket: WebSocket; readonly channel: SealedChannel; readonly watched: Set<string> }

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' };
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const SESSION = 's1';

const criterion = (id: string, name: string, points: string): Criterion => ({ id, name, points, step: '0.5', floor: '0', ceiling: points });
const RUBRIC: Form = { kind: 'score', id: 'form', name: '打分票', corridor: null, criteria: [criterion('c1', '晒成绩', '30'), criterion('c2', '摆问题', '20'), criterion('c3', '亮目标', '20'), criterion('c4', '列举措', '25'), criterion('c5', '汇报表现', '5')] };

export class FakeJudgeHost {
  readonly seat = 'seat-7';
  secret = randomBytes(16).toString('hex');
  code = 'AB39KF';
  epoch = 'epoch-1';
  judge = { name: '张三', title: '市发展改革委主任' };
  form: Form = RUBRIC;
  send: 'each' | 'whole' | 'box' = 'each';
  /** The sealed box: it keeps who cast, and by token what. */
  readonly ballots = new Map<string, unknown>();
  boxOpen = true;
  windows: FakeWindow[] = [];
  /** Every command as it came, resent ones too. */
  readonly commands: (ClientMessage & { readonly type: 'command' })[] = [];
  lostAnswers = 0;
  silent = false;
  needsTap = false;
  wall = (): number => new Date(2026, 10, 21, 14, 3, 22).getTime();
  #seq = 0;
  #answers = new Map<string, Answer>();
  #connections = new Set<Connection>();
  readonly #http: Server;
  readonly #sockets = new WebSocketServer({ noServer: true });

  constructor(folder: string) {
    this.#http = createServer((request, response) => serve(folder, request, response));
    this.#http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      this.#sockets.handleUpgrade(request, socket, head, (opened) => (request.url === '/judge/code' ? this.#pairByCode(opened) : this.#pair(opened)));
    });
  }

  start(): Promise<void> {
    return new Promise((resolve) => this.#http.listen(0, '127.0.0.1', resolve));
  }
  stop(): void {
    this.cut();
    this.#sockets.close();
    this.#http.close();
  }
  get origin(): string {
    return `http://room.test:${(this.#http.address() as AddressInfo).port}`;
  }
  get cardAddress(): string {
    return `${this.origin}/judge/#s=${this.seat}&k=${this.secret}`;
  }

  window(id: string): FakeWindow {
    const found = this.windows.find((window) => window.id === id);
    if (found === undefined) throw new Error(`no window ${id}`);
    return found;
  }
  add(name: string, part: Partial<FakeWindow> = {}): void {
    const order = this.windows.length + 1;
    this.windows.push({ id: `u${order}`, name, order, open: false, locked: false, sheet: null, late: 0, ...part });
  }
  change(id: string, part: Partial<FakeWindow>): void {
    Object.assign(this.window(id), part);
    this.publish();
  }
  publish(): void {
    this.#seq += 1;
    for (const connection of this.#connections) for (const topic of connection.watched) this.#show(connection, topic);
  }
  cut(code?: number): void {
    for (const { socket } of this.#connections) {
      if (code === undefined) socket.terminate();
      else socket.close(code);
    }
    this.#connections.clear();
  }
  /** A restore: another epoch, and the sheets as they were then. */
  restore(sheets: Readonly<Record<string, FakeSheet | null>>): void {
    this.epoch = `epoch-${randomBytes(4).toString('hex')}`;
    this.#answers = new Map();
    for (const [id, sheet] of Object.entries(sheets)) this.window(id).sheet = sheet;
    this.cut();
  }

  #pair(socket: WebSocket): void {
    const nonce = randomBytes(16).toString('hex');
    socket.once('message', (first: Buffer) => {
      const hello = JSON.parse(first.toString()) as PairingMessage & { readonly type: 'hello' };
      if (hello.seat !== this.seat) return socket.close(4401);
      const transcript = { seat: hello.seat, browser: hello.browser, pageNonce: hello.nonce, hostNonce: nonce };
      socket.send(JSON.stringify({ type: 'challenge', nonce, proof: proofOf('host', this.secret, transcript) }));
      socket.once('message', (second: Buffer) => {
        const { proof } = JSON.parse(second.toString()) as { readonly proof: string };
        if (proof !== proofOf('page', this.secret, transcript)) return socket.close(4401);
        if (this.needsTap) return socket.close(4403);
        this.#join({ socket, channel: sealedChannel('host', this.secret, transcript), watched: new Set() });
      });
    });
  }

  #join(connection: Connection): void {
    this.#connections.add(connection);
    connection.socket.on('close', () => this.#connections.delete(connection));
    connection.socket.on('message', (frame: Buffer) => {
      const opened = connection.channel.open(new Uint8Array(frame));
      if (opened === null) return connection.socket.close(1008);
      this.#heard(connection, JSON.parse(new TextDecoder().decode(opened)) as ClientMessage);
    });
    this.#say(connection, { type: 'hello', epoch: this.epoch, build: 'fake' });
  }

  #say({ socket, channel }: Connection, message: HostMessage): void {
    if (!this.silent) socket.send(channel.seal(new TextEncoder().encode(JSON.stringify(message))));
  }

  #heard(connection: Connection, message: ClientMessage): void {
    if (message.type === 'beat') return this.#say(connection, { type: 'beat', wall: this.wall(), sentAt: message.sentAt });
    if (message.type === 'command') return this.#command(connection, message);
    const topic = message.topic === 'seat' ? 'seat' : (message.params['contestant'] ?? '');
    if (message.type === 'unsubscribe') return void connection.watched.delete(topic);
    connection.watched.add(topic);
    this.#show(connection, topic);
  }

  #show(connection: Connection, topic: string): void {
    const head = { type: 'view' as const, epoch: this.epoch, seq: this.#seq };
    if (topic === 'seat') return this.#say(connection, { ...head, topic, params: {}, data: this.#seatView() });
    const { id, name, open, sheet, late } = this.window(topic);
    const own = sheet ?? { revision: 0, kind: null, marks: {}, at: null, source: null };
    this.#say(connection, { ...head, topic: 'mySheet', params: { session: SESSION, contestant: id }, data: { session: SESSION, contestant: id, name, open, ...own, late: late > 0 } });
  }

  #seatView(): SeatView {
    const windows = this.windows.map(({ id, name, order, open, sheet, excused }) => ({ id, name, order, open, rev: sheet?.revision ?? 0, ...(excused === undefined ? {} : { excused }) }));
    return { ...this.judge, marking: '内部资料 注意保存', sample: false, sessions: [{ shown: 'hidden', id: SESSION, title: '2026 年第四季度书记擂台', panel: '领导评委组', open: true, form: this.form, send: this.send, ...(this.send === 'box' ? { box: { open: this.boxOpen, cast: this.boxOpen && this.ballots.size > 0 } } : {}), windows: windows.filter((window) => window.open || window.rev > 0 || this.window(window.id).locked) }] };
  }

  #command(connection: Connection, message: ClientMessage & { readonly type: 'command' }): void {
    this.commands.push(message);
    const answer = this.#answers.get(message.id) ?? this.#answerTo(message);
    if (answer.ok) this.#answers.set(message.id, answer);
    if (this.lostAnswers > 0) {
      this.lostAnswers -= 1;
      return;
    }
    this.#say(connection, { type: 'answer', id: message.id, answer });
    this.publish();
  }

  #answerTo({ name, input }: ClientMessage & { readonly type: 'command' }): Answer {
    if (name === 'box.cast') return this.#cast(input as CastInput);
    return name === 'sheet.submitAll' ? this.#decideAll(input as WholeInput) : this.#decide(input as SubmitInput);
  }
  #cast({ token, cells }: CastInput): Answer {
    if (!this.boxOpen) return { ok: false, code: 'boxNotOpen', details: {} };
    if (this.ballots.size > 0 && !this.ballots.has(token)) return { ok: false, code: 'alreadyCast', details: {} };
    this.ballots.set(token, cells);
    return { ok: true, receipt: null, result: { cast: true } };
  }
  #decideAll({ cells }: WholeInput): Answer {
    const answers = Object.entries(cells).map(([contestant, cell]) => [contestant, this.#decide({ contestant, ...cell })] as const);
    const wrong = answers.find(([, answer]) => !answer.ok)?.[1];
    if (wrong !== undefined) return wrong;
    const revisions = Object.fromEntries(answers.map(([contestant]) => [contestant, this.window(contestant).sheet?.revision ?? 0]));
    return { ok: true, receipt: { seq: this.#seq + 1, at: this.wall(), code: 'A7F3' }, result: { late: answers.some(([, answer]) => answer.ok && answer.result['late'] === true), revisions } };
  }

  #decide({ contestant, kind, marks, basis }: SubmitInput): Answer {
    const window = this.window(contestant);
    const receipt = { seq: this.#seq + 1, at: this.wall(), code: 'A7F3' };
    if (window.locked) {
      window.late += 1;
      return { ok: true, receipt, result: { late: true } };
    }
    if (!window.open) return { ok: false, code: 'scoringClosed', details: {} };
    const revision = window.sheet?.revision ?? 0;
    if (basis !== revision) return { ok: false, code: 'staleRevision', details: { revision } };
    window.sheet = { revision: revision + 1, kind, marks, at: receipt.at, source: 'phone' };
    return { ok: true, receipt, result: { revision: revision + 1 } };
  }

  #pairByCode(socket: WebSocket): void {
    const keys = nacl.box.keyPair();
    const host = Buffer.from(keys.publicKey).toString('hex');
    let page = { key: '', browser: '' };
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString()) as CodeMessage;
      if (message.type === 'code') {
        page = message;
        return socket.send(JSON.stringify({ type: 'codeKey', key: host }));
      }
      const agreed = Buffer.from(nacl.scalarMult(keys.secretKey, Buffer.from(page.key, 'hex'))).toString('hex');
      const secret = codeSecret(agreed, this.code, { page: page.key, host });
      const transcript = { seat: 'code', browser: page.browser, pageNonce: page.key.slice(0, 32), hostNonce: host.slice(0, 32) };
      if (message.type !== 'codeProof' || message.proof !== proofOf('page', secret, transcript)) return socket.send(JSON.stringify({ type: 'codeRefused' }));
      const sealed = sealedChannel('host', secret, transcript).seal(new TextEncoder().encode(JSON.stringify({ seat: this.seat, secret: this.secret })));
      socket.send(JSON.stringify({ type: 'codeSeat', sealed: Buffer.from(sealed).toString('hex') }));
    });
  }
}

const serve = (folder: string, request: IncomingMessage, response: ServerResponse): void => {
  const path = normalize((request.url ?? '').split('?')[0] ?? '');
  const file = path === '/judge/' ? 'index.html' : path.replace(/^\/judge\//, '');
  try {
    const body = readFileSync(join(folder, file));
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-security-policy': POLICY }).end(body);
  } catch {
    response.writeHead(404).end();
  }
};
