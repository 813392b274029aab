// From a file or a pasted text to the preview of an import: which sheet holds the list, what it would change, on which register it stands.
import { createHash } from 'node:crypto';
import type { PersonInput, UnitInput } from '../../../shared/register/commands.ts';
import { planPeople, planUnits } from '../../../shared/register/importPlan.ts';
import type { ImportPlan, PlanOptions } from '../../../shared/register/importTable.ts';
import { knownPeople, knownUnits, registerFingerprint, type ReadText } from '../../../shared/register/names.ts';
import type { RegisterState } from '../../../shared/register/state.ts';
import { done, type Result } from '../../../shared/kernel/result.ts';
import { refuseFile, UnreadableFile } from './limits.ts';
import { readPasted } from './readCsv.ts';
import { readGrids, type Grid } from './readGrids.ts';

export type ImportSource = { readonly from: 'paste'; readonly text: string } | { readonly from: 'file'; readonly bytes: Uint8Array };
/** What the import command takes (basis, sourceHash, rows) with what the preview shows beside it. */
export interface PlannedImport extends ImportPlan<UnitInput | PersonInput> { readonly basis: string; readonly sourceHash: string }
interface Wanted { readonly what: 'units' | 'people'; readonly source: ImportSource }

/** Plans an import on the register as it stands. Refusals are those of `readGrids`. Stores nothing. */
export const planImport = async (register: { readonly state: RegisterState; readonly read: ReadText }, { what, source }: Wanted): Promise<Result<PlannedImport>> => {
  const grids = source.from === 'file' ? await readGrids(source.bytes) : pastedGrids(source.text);
  if (!grids.ok) return grids;
  const units = knownUnits(register.state, register.read);
  const known = { units, people: knownPeople(register.state, register.read) };
  const plan = bestPlan(grids.value, (grid) => {
    const options: PlanOptions = { headings: source.from === 'file' ? 'required' : 'optional', merges: grid.merges };
    return what === 'units' ? planUnits(grid.rows, units, options) : planPeople(grid.rows, known, options);
  });
  const sourceHash = createHash('sha256').update(source.from === 'file' ? source.bytes : source.text).digest('hex');
  return done({ ...plan, basis: registerFingerprint(register.state, register.read), sourceHash });
};

/** One grid without a name from cells that were copied and pasted. Refusals are those of `readGrids`. */
export const pastedGrids = (text: string): Result<readonly Grid[]> => {
  try {
    return text.trim() === '' ? refuseFile('empty') : done([{ sheet: '', rows: readPasted(text), merges: [] }]);
  } catch (error) {
    if (error instanceof UnreadableFile) return refuseFile(error.reason);
    throw error;
  }
};

/** The first sheet that has the headings; when none has, the first sheet says what is missing. */
function bestPlan(grids: readonly Grid[], planOf: (grid: Grid) => ImportPlan<UnitInput | PersonInput>): ImportPlan<UnitInput | PersonInput> {
  const plans = grids.map(planOf);
  const chosen = plans.find((plan) => !plan.errors.some((error) => error.code === 'headingMissing')) ?? plans[0];
  if (chosen === undefined) throw new Error('a file without sheets was not refused');
  return chosen;
}
