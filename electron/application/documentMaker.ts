// Makes each document from the session as it stands: which layout, with which facts. Drawing and arithmetic are the worker thread's.
import { randomUUID } from 'node:crypto';
import type { ArenaSession, Sheet } from '../../shared/arena/state.ts';
import { exportRules } from '../../shared/arena/presets/exchange.ts';
import type { DocumentRequest } from '../../shared/contract/local.ts';
import type { Answer } from '../../shared/contract/wire.ts';
import { say } from '../../shared/text/say.ts';
import { documentWords as words } from '../../shared/text/zh/documents.ts';
import type { SeatCard } from '../documents/print/seatCards.ts';
import type { Job, JobKind, Part, Products } from '../worker/jobs.ts';
import { sessionParts } from '../worker/parts.ts';
import type { Works } from '../worker/workshop.ts';
import type { Submit } from './dispatch.ts';
import { PAGE_TYPE, type DocumentMaker, type MadeDocument } from './documents.ts';
import type { ViewContext } from './views/context.ts';

export interface MakerParts {
  /** Draws and writes beside the host's thread. */
  readonly workshop: Works;
  readonly context: () => ViewContext;
  readonly revisions: (session: string, contestant: string) => readonly Sheet[];
  readonly secretOf: (seat: string, issue: number) => string;
  readonly roomUrl: () => string;
  /** Newest hash of a chain: the check code printed on the result sheet. */
  readonly head: (chain: string) => string;
  readonly submit: Submit;
}
type Refused = Extract<Answer, { ok: false }>;
type Made = Promise<MadeDocument | Refused>;
type SessionRequest = Exclude<DocumentRequest, { kind: 'unitsTemplate' | 'peopleTemplate' }>;
interface Wanted<R extends DocumentRequest = SessionRequest> { readonly context: ViewContext; readonly session: ArenaSession; readonly request: R }
type Of<K extends SessionRequest['kind']> = Wanted<Extract<SessionRequest, { kind: K }>>;

const HOST = { role: 'host', subject: 'host', device: 'documents' } as const;

type FileKind = { readonly [K in JobKind]: Products[K] extends Uint8Array ? K : never }[JobKind];
type PageKind = Exclude<FileKind, 'workbook' | 'sessionFile' | 'unitsTemplate' | 'peopleTemplate'>;
/** A job with its parts, and what the document it makes is called, without an ending. */
interface Commission<K extends FileKind> { readonly job: Job<K>; readonly parts?: Iterable<Part>; readonly name: string }
interface Format { readonly type: string; readonly ending: string; readonly inline: boolean }
const PAGE: Format = { type: PAGE_TYPE, ending: 'html', inline: true };
const WORKBOOK: Format = { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ending: 'xlsx', inline: false };
const JSON_FILE: Format = { type: 'application/json; charset=utf-8', ending: 'json', inline: false };

const file = async (workshop: Works, { job, parts, name }: Commission<FileKind>, { type, ending, inline }: Format = WORKBOOK): Made => {
  const outcome = await workshop.run(job, parts);
  if (!outcome.ok) return { ok: false, code: outcome.why === 'busy' ? 'tooFast' : 'internal', details: {} };
  const { buffer, byteOffset, byteLength } = outcome.product;
  return { body: Buffer.from(buffer, byteOffset, byteLength), type, fileName: `${name}.${ending}`, inline };
};
const page = (workshop: Works, commission: Commission<PageKind>): Made => file(workshop, commission, PAGE);

/** Wall time in the organisation's zone, for printing. */
const printedAt = (context: ViewContext): string =>
  new Intl.DateTimeFormat('zh-CN', { timeZone: context.settings.zone, dateStyle: 'long', timeStyle: 'short' }).format(context.now().wall);

/** The maker over a running house. Ballots and seat cards are recorded as printed or issued before they are drawn. */
export const documentMaker = (parts: MakerParts): DocumentMaker => async (request) => {
  const context = parts.context();
  const { marking } = context.settings;
  if (request.kind === 'unitsTemplate' || request.kind === 'peopleTemplate') return file(parts.workshop, { job: { kind: request.kind, order: { marking } }, name: words[request.kind] });
  const session = context.state.arena.sessions[request.session];
  return session === undefined ? { ok: false, code: 'unknownSession', details: {} } : ofSession(parts, { context, session, request });
};

async function ofSession(parts: MakerParts, wanted: Wanted): Made {
  const { context, session, request } = wanted;
  const { read, settings: { marking } } = context;
  const { workshop } = parts;
  const title = read(session.title);
  const common = { marking, printedAt: printedAt(context) };
  const material = sessionParts(session, read);
  switch (request.kind) {
    case 'seatCards': return cards(parts, { ...wanted, request });
    case 'ballots': return ballots(parts, { ...wanted, request });
    case 'orderSheet': return page(workshop, { job: { kind: 'orderSheet', order: common }, parts: material, name: `${title}-${words.orderSheet}` });
    case 'resultSheet': {
      const recountHint = say(words.recountHint, { head: parts.head(session.meeting).slice(0, 16) });
      return page(workshop, { job: { kind: 'resultSheet', order: { ...common, recountHint } }, parts: material, name: `${title}-${words.resultSheet}` });
    }
    case 'scoreDetail':
      return session.contestants[request.contestant] === undefined
        ? { ok: false, code: 'unknownContestant', details: { contestant: request.contestant } }
        : page(workshop, { job: { kind: 'scoreDetail', order: { ...common, contestant: request.contestant } }, parts: material, name: `${title}-${words.scoreDetail}` });
    case 'workbook': return file(workshop, { job: { kind: 'workbook', order: { marking } }, parts: material, name: `${title}-${words.workbook}` });
    case 'sessionFile': return exported(parts, wanted);
    case 'rulesFile': return { body: Buffer.from(exportRules({ name: title, rules: session.rules }), 'utf8'), type: JSON_FILE.type, fileName: `${title}-${words.rulesFile}.json`, inline: false };
    case 'ruleSheet': case 'countSheet': case 'awardList':
      return page(workshop, { job: { kind: request.kind, order: common }, parts: material, name: `${title}-${words[request.kind]}` });
  }
}

const exported = (parts: MakerParts, { context, session }: Wanted): Made => {
  const { wall } = context.now();
  const history = { revisions: (contestant: string) => parts.revisions(session.id, contestant), until: wall };
  const order = { exportedAt: new Date(wall).toISOString(), marking: context.settings.marking };
  const commission = { job: { kind: 'sessionFile', order }, parts: sessionParts(session, context.read, history), name: `${context.read(session.title)}-${words.sessionFile}` } as const;
  return file(parts.workshop, commission, JSON_FILE);
};

/** Seats are issued where they are missing; the card's secret stands only in the QR's fragment. */
async function cards(parts: MakerParts, { context, session }: Of<'seatCards'>): Made {
  const seats = [...session.judges.map((judge) => ({ role: 'judge' as const, subject: judge.id })), { role: 'screen' as const, subject: 'timer' }];
  const issued = await parts.submit({ id: randomUUID(), name: 'seat.issue', input: { meeting: session.meeting, seats }, actor: HOST });
  if (!issued.ok) return issued;
  const held = Object.values(parts.context().state.meeting.meetings[session.meeting]?.seats ?? {});
  const roomUrl = parts.roomUrl();
  const cardOf = (subject: string, rest: Omit<SeatCard, 'url' | 'shortCodeHint'>): readonly SeatCard[] =>
    held.filter((seat) => seat.subject === subject).map((seat) => ({
      ...rest, shortCodeHint: words.shortCodeHint, url: `${roomUrl}/judge/#s=${seat.seat}&k=${parts.secretOf(seat.seat, seat.issue)}${seat.role === 'screen' ? '&r=stage' : ''}`,
    }));
  const all = session.judges.flatMap((judge, at) => {
    const panel = session.rules.panels.find((each) => each.id === judge.panel);
    const person = context.state.register.people[judge.id];
    return cardOf(judge.id, {
      name: context.read(judge.name ?? person?.name ?? null), title: context.read(judge.title ?? person?.title ?? null),
      panelName: panel?.name ?? '', panelColour: panel?.colour ?? '#000000', seatNumber: at + 1,
    });
  });
  const timer = cardOf('timer', { name: words.timerCard, title: words.timerCardTitle, panelName: words.timerCardPanel, panelColour: '#444444', seatNumber: 0 });
  const meetingTitle = context.read(context.state.meeting.meetings[session.meeting]?.title ?? null);
  const title = context.read(session.title);
  const order = { meetingTitle, sessionTitle: title, address: `${roomUrl}/judge/`, cards: [...all, ...timer], marking: context.settings.marking };
  return page(parts.workshop, { job: { kind: 'seatCards', order }, name: `${title}-${words.seatCards}` });
}

async function ballots(parts: MakerParts, { context, session, request }: Of<'ballots'>): Made {
  const { form, panels, spares } = request;
  const printed = await parts.submit({ id: randomUUID(), name: 'ballots.printed', input: { session: session.id, form, panels, spares }, actor: HOST });
  if (!printed.ok) return printed;
  const order = { form, panels, spares, batch: String(printed.result['batch']), printedAt: printedAt(context), marking: context.settings.marking };
  return page(parts.workshop, { job: { kind: 'ballots', order }, parts: sessionParts(session, context.read), name: `${context.read(session.title)}-${words.ballots}` });
}
