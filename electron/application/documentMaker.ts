// Makes each document from the session as it stands: which layout, with which facts. Drawing and arithmetic are elsewhere.
import { randomUUID } from 'node:crypto';
import { blankBallots } from '../documents/print/blankBallots.ts';
import { orderSheet } from '../documents/print/orderSheet.ts';
import { resultSheet } from '../documents/print/resultSheet.ts';
import { scoreDetail } from '../documents/print/scoreDetail.ts';
import { seatCards, type SeatCard } from '../documents/print/seatCards.ts';
import { resultWorkbook } from '../documents/workbook/resultWorkbook.ts';
import { peopleTemplate, unitsTemplate } from '../documents/workbook/templates.ts';
import { sessionFile } from '../../shared/arena/sessionFile.ts';
import type { ArenaSession, Sheet } from '../../shared/arena/state.ts';
import type { DocumentRequest } from '../../shared/contract/local.ts';
import type { Answer } from '../../shared/contract/wire.ts';
import { say } from '../../shared/text/say.ts';
import { documentWords as words } from '../../shared/text/zh/documents.ts';
import type { Submit } from './dispatch.ts';
import type { DocumentMaker, MadeDocument } from './documents.ts';
import type { ViewContext } from './views/context.ts';

export interface MakerParts {
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

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const HOST = { role: 'host', subject: 'host', device: 'documents' } as const;

const page = (body: string, fileName: string): MadeDocument => ({ body, type: 'text/html; charset=utf-8', fileName: `${fileName}.html`, inline: true });
const workbook = (body: Uint8Array, fileName: string): MadeDocument => ({ body: Buffer.from(body), type: XLSX, fileName: `${fileName}.xlsx`, inline: false });

/** Wall time in the organisation's zone, for printing. */
const printedAt = (context: ViewContext): string =>
  new Intl.DateTimeFormat('zh-CN', { timeZone: context.settings.zone, dateStyle: 'long', timeStyle: 'short' }).format(context.now().wall);

/** The maker over a running house. Ballots and seat cards are recorded as printed or issued before they are drawn. */
export const documentMaker = (parts: MakerParts): DocumentMaker => async (request) => {
  const context = parts.context();
  const { marking } = context.settings;
  if (request.kind === 'unitsTemplate') return workbook(await unitsTemplate(marking), words.unitsTemplate);
  if (request.kind === 'peopleTemplate') return workbook(await peopleTemplate(marking), words.peopleTemplate);
  const session = context.state.arena.sessions[request.session];
  return session === undefined ? { ok: false, code: 'unknownSession', details: {} } : ofSession(parts, { context, session, request });
};

function ofSession(parts: MakerParts, wanted: Wanted): Made | MadeDocument | Refused {
  const { context, session, request } = wanted;
  const { read, settings: { marking } } = context;
  const title = read(session.title);
  const common = { session, read, marking, printedAt: printedAt(context) };
  switch (request.kind) {
    case 'seatCards': return cards(parts, { ...wanted, request });
    case 'ballots': return ballots(parts, { ...wanted, request });
    case 'orderSheet': return page(orderSheet(common), `${title}-${words.orderSheet}`);
    case 'resultSheet': return page(resultSheet({ ...common, recountHint: say(words.recountHint, { head: parts.head(session.meeting).slice(0, 16) }) }), `${title}-${words.resultSheet}`);
    case 'scoreDetail':
      return session.contestants[request.contestant] === undefined
        ? { ok: false, code: 'unknownContestant', details: { contestant: request.contestant } }
        : page(scoreDetail({ ...common, contestant: request.contestant, names: true }), `${title}-${words.scoreDetail}`);
    case 'workbook': return resultWorkbook(session, read, { marking }).then((bytes) => workbook(bytes, `${title}-${words.workbook}`));
    case 'sessionFile': return exported(parts, wanted);
  }
}

const exported = (parts: MakerParts, { context, session }: Wanted): MadeDocument => {
  const source = { read: context.read, revisions: (contestant: string) => parts.revisions(session.id, contestant), exportedAt: new Date(context.now().wall).toISOString(), marking: context.settings.marking };
  return { body: JSON.stringify(sessionFile(session, source), null, 1), type: 'application/json; charset=utf-8', fileName: `${context.read(session.title)}-${words.sessionFile}.json`, inline: false };
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
  return page(seatCards({ meetingTitle, sessionTitle: title, address: `${roomUrl}/judge/`, cards: [...all, ...timer], marking: context.settings.marking }), `${title}-${words.seatCards}`);
}

async function ballots(parts: MakerParts, { context, session, request }: Of<'ballots'>): Made {
  const { form, panels, spares } = request;
  const printed = await parts.submit({ id: randomUUID(), name: 'ballots.printed', input: { session: session.id, form, panels, spares }, actor: HOST });
  if (!printed.ok) return printed;
  const html = blankBallots({ session, read: context.read, form, panels, spares, batch: String(printed.result['batch']), printedAt: printedAt(context), marking: context.settings.marking });
  return page(html, `${context.read(session.title)}-${words.ballots}`);
}
