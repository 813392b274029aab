// Reads what was pasted or chosen and shows what an import would change. Nothing is stored; the command that follows names this basis.
// The reading is the worker thread's: a stranger's file never holds up or ends the host.
import type { LocalCommand } from '../../shared/contract/local.ts';
import type { Answer } from '../../shared/contract/wire.ts';
import type { Details } from '../../shared/kernel/result.ts';
import { say } from '../../shared/text/say.ts';
import { registerWords as en } from '../../shared/text/en/register.ts';
import { registerWords as zh } from '../../shared/text/zh/register.ts';
import type { FileFault } from '../documents/workbook/limits.ts';
import { registerParts } from '../worker/parts.ts';
import { JOB_LIMIT_SECONDS, type Undone, type Works } from '../worker/workshop.ts';
import type { ViewContext } from './views/context.ts';

type PreviewInput = Extract<LocalCommand, { name: 'import.preview' }>['input'];
type Refused = Extract<Answer, { ok: false }>;
export interface PreviewParts { readonly context: ViewContext; readonly workshop: Works }

/** A file that ends the reader or is never read through is the file's fault; an error in our own code is not. */
const BLAMED: Readonly<Partial<Record<Undone, FileFault>>> = { crashed: 'damaged', tooSlow: 'tooSlow' };

export const invalidImport = (context: ViewContext, details: Details): Refused => {
  const sentences: Readonly<Record<string, string>> = (context.settings.language === 'en' ? en : zh).file;
  return { ok: false, code: 'importInvalid', details: { ...details, reason: say(sentences[String(details['reason'])] ?? '{reason}', details) } };
};

export const undoneImport = (context: ViewContext, why: Undone): Refused => {
  const reason = BLAMED[why];
  if (reason !== undefined) return invalidImport(context, { reason, most: JOB_LIMIT_SECONDS });
  return { ok: false, code: why === 'busy' ? 'tooFast' : 'internal', details: {} };
};

/** → {basis, sourceHash, rows, errors, changes, skipped, …}. A file that cannot be read is refused with the reason as a sentence. */
export const previewImport = async ({ context, workshop }: PreviewParts, { what, source }: PreviewInput): Promise<Answer> => {
  const order = { what, source: source.from === 'file' ? { from: source.from, base64: source.base64 } : source };
  const outcome = await workshop.run({ kind: 'planImport', order }, registerParts(context.state.register, context.read));
  if (!outcome.ok) return undoneImport(context, outcome.why);
  const planned = outcome.product;
  if (planned.ok) return { ok: true, receipt: null, result: { ...planned.value } };
  const { code, details } = planned.refusal;
  return code === 'importInvalid' ? invalidImport(context, details) : { ok: false, code, details };
};
