// Reads what was pasted or chosen and shows what an import would change. Nothing is stored.
import type { LocalCommand } from '../../shared/contract/local.ts';
import type { Answer } from '../../shared/contract/wire.ts';
import type { ViewContext } from './views/context.ts';

/** Stands until the register's import reading is landed beside it. */
export const previewImport = async (_context: ViewContext, _input: Extract<LocalCommand, { name: 'import.preview' }>['input']): Promise<Answer> =>
  Promise.resolve({ ok: false, code: 'importInvalid', details: { reason: 'not built yet' } });
