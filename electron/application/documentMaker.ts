// Makes each document from the session as it stands: which layout, with which facts. Drawing and arithmetic are elsewhere.
import type { DocumentRequest } from '../../shared/contract/local.ts';
import type { Answer } from '../../shared/contract/wire.ts';
import { sessionFile } from '../../shared/arena/sessionFile.ts';
import type { ArenaSession, Sheet } from '../../shared/arena/state.ts';
import type { Submit } from './dispatch.ts';
import type { DocumentMaker, MadeDocument } from './documents.ts';
import type { ViewContext } from './views/context.ts';

export interface MakerParts {
  readonly context: () => ViewContext;
  readonly revisions: (session: string, contestant: string) => readonly Sheet[];
  readonly secretOf: (seat: string, issue: number) => string;
  readonly roomUrl: () => string;
  readonly submit: Submit;
}
const no = (code: 'unknownSession' | 'unknownContestant' | 'wrongPhase', details: Record<string, string> = {}): Extract<Answer, { ok: false }> => ({ ok: false, code, details });

export const documentMaker = (parts: MakerParts): DocumentMaker => async (request) => {
  const context = parts.context();
  if (request.kind === 'unitsTemplate' || request.kind === 'peopleTemplate') return no('wrongPhase');
  const session = context.state.arena.sessions[request.session];
  return session === undefined ? no('unknownSession') : ofSession(parts, { context, session, request });
};

type SessionRequest = Exclude<DocumentRequest, { kind: 'unitsTemplate' | 'peopleTemplate' }>;
interface Wanted { readonly context: ViewContext; readonly session: ArenaSession; readonly request: SessionRequest }

async function ofSession(parts: MakerParts, { context, session, request }: Wanted): Promise<MadeDocument | Extract<Answer, { ok: false }>> {
  const title = context.read(session.title);
  if (request.kind === 'sessionFile') {
    const file = sessionFile(session, { read: context.read, revisions: (contestant) => parts.revisions(session.id, contestant), exportedAt: new Date(context.now().wall).toISOString(), marking: context.settings.marking });
    return { body: JSON.stringify(file, null, 1), type: 'application/json; charset=utf-8', fileName: `${title}-会话文件.json`, inline: false };
  }
  return no('wrongPhase');
}
