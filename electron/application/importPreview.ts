// Reads what was pasted or chosen and shows what an import would change. Nothing is stored; the command that follows names this basis.
import { createHash } from 'node:crypto';
import type { LocalCommand } from '../../shared/contract/local.ts';
import type { Answer } from '../../shared/contract/wire.ts';
import { planPeople, planUnits } from '../../shared/register/importPlan.ts';
import { knownPeople, knownUnits, registerFingerprint } from '../../shared/register/names.ts';
import { readGrids } from '../documents/workbook/readGrids.ts';
import type { ViewContext } from './views/context.ts';

type PreviewInput = Extract<LocalCommand, { name: 'import.preview' }>['input'];

/** → {basis, sourceHash, rows, errors, changes, skipped, ignoredHeadings}. Pasted cells may come without headings; a file may not. */
export const previewImport = async (context: ViewContext, { what, source }: PreviewInput): Promise<Answer> => {
  const bytes = source.from === 'paste' ? Buffer.from(source.text, 'utf8') : Buffer.from(source.base64, 'base64');
  const grids = await readGrids(bytes);
  if (!grids.ok) return { ok: false, code: grids.refusal.code, details: grids.refusal.details };
  const [grid] = grids.value;
  if (grid === undefined) return { ok: false, code: 'importInvalid', details: { reason: 'empty' } };
  const { register } = context.state;
  const options = { headings: source.from === 'paste' ? 'optional' : 'required', merges: grid.merges } as const;
  const units = knownUnits(register, context.read);
  const plan = what === 'units' ? planUnits(grid.rows, units, options) : planPeople(grid.rows, { people: knownPeople(register, context.read), units }, options);
  const sourceHash = createHash('sha256').update(bytes).digest('hex');
  return { ok: true, receipt: null, result: { basis: registerFingerprint(register, context.read), sourceHash, ...plan } };
};
