// Reads what was pasted or chosen and shows what an import would change. Nothing is stored; the command that follows names this basis.
import type { LocalCommand } from '../../shared/contract/local.ts';
import type { Answer } from '../../shared/contract/wire.ts';
import { say } from '../../shared/text/say.ts';
import { registerWords as en } from '../../shared/text/en/register.ts';
import { registerWords as zh } from '../../shared/text/zh/register.ts';
import { planImport } from '../documents/workbook/planImport.ts';
import type { ViewContext } from './views/context.ts';

type PreviewInput = Extract<LocalCommand, { name: 'import.preview' }>['input'];

/** → {basis, sourceHash, rows, errors, changes, skipped, …}. A file that cannot be read is refused with the reason as a sentence. */
export const previewImport = async (context: ViewContext, { what, source }: PreviewInput): Promise<Answer> => {
  const chosen = source.from === 'file' ? { from: 'file' as const, bytes: Buffer.from(source.base64, 'base64') } : source;
  const planned = await planImport({ state: context.state.register, read: context.read }, { what, source: chosen });
  if (planned.ok) return { ok: true, receipt: null, result: { ...planned.value } };
  const { code, details } = planned.refusal;
  const sentences: Readonly<Record<string, string>> = (context.settings.language === 'en' ? en : zh).file;
  return { ok: false, code, details: { ...details, reason: say(sentences[String(details['reason'])] ?? '{reason}', details) } };
};
