// Reads figures from what was pasted or chosen: part scores, or marks of one panel. Nothing is stored; the desk shows the plan with its
// problems cell by cell and sends what is ready as one command (session.parts, sheets.import).
import type { LocalCommand } from '../../shared/contract/local.ts';
import type { Answer } from '../../shared/contract/wire.ts';
import { formFullMark } from '../../shared/arena/forms.ts';
import { formOf, type Panel } from '../../shared/arena/rules.ts';
import { TRIAL, type ArenaSession } from '../../shared/arena/state.ts';
import { exactText } from '../../shared/kernel/fraction.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { done, refuse } from '../../shared/kernel/result.ts';
import type { FigureLayout, FigureOrder, Named, Wanted } from '../documents/workbook/figures/order.ts';
import { invalidImport, undoneImport } from './importPreview.ts';
import type { Works } from '../worker/workshop.ts';
import type { ViewContext } from './views/context.ts';
import { judgeName } from './views/names.ts';

type Input = Extract<LocalCommand, { name: 'figures.preview' }>['input'];
export interface FigureParts { readonly context: ViewContext; readonly workshop: Works }

const unitNames = (context: ViewContext, session: ArenaSession): readonly Named[] =>
  Object.keys(session.contestants).filter((id) => id !== TRIAL).map((id) => {
    const unit = context.state.register.units[id];
    const frozen = session.contestants[id];
    const names = [frozen?.name ?? unit?.fullName ?? null, frozen?.shortName ?? unit?.shortName ?? null, ...(unit?.aliases ?? [])].map(context.read);
    return { id, names: names.filter((name) => name !== '') };
  });

/** Judges by name and by seat number, ballots without names by their number. */
const votersIn = (context: ViewContext, session: ArenaSession, panel: Panel): readonly Named[] | 'ballots' =>
  panel.voters === 'anonymous' ? 'ballots' : session.judges.flatMap((judge, at) => (judge.panel === panel.id ? [{ id: judge.id, names: [judgeName(context, session, judge.id), String(at + 1)] }] : []));

const wantedOf = (context: ViewContext, session: ArenaSession, want: Input['want']): Result<Wanted> => {
  if (want.of === 'parts') {
    const columns = session.rules.parts.filter((part) => part.source === 'entered').map((part) => ({ id: part.id, names: [part.name], limits: { min: '0', max: part.fullMark } }));
    return columns.length === 0 ? refuse('unknownPart', { part: '' }) : done({ shape: 'values', columns });
  }
  const panel = session.rules.panels.find((each) => each.id === want.panel);
  const form = panel === undefined ? undefined : formOf(session.rules, panel);
  if (panel === undefined || form?.kind !== 'score') return refuse('unknownPanel', { panel: want.panel });
  const voters = votersIn(context, session, panel);
  const [only] = form.criteria;
  if (form.criteria.length === 1 && only !== undefined) return done({ shape: 'marks', voters, limits: { min: only.floor, max: only.ceiling, step: only.step } });
  const criteria = form.criteria.map((criterion) => ({ id: criterion.id, names: [criterion.name], limits: { min: criterion.floor, max: criterion.ceiling, step: criterion.step } }));
  return done({ shape: 'marks', voters, criteria, limits: { min: '0', max: exactText(formFullMark(form, 1)) ?? '0' } });
};

const layoutOf = ({ leftOut, ...layout }: NonNullable<Input['chosen']>): FigureLayout => ({ ...layout, ...(leftOut === undefined ? {} : { leftOut }) });

/** → the plan {layout, columns, rows, problems, unmatched, duplicates, missing, absent, ready, …}; a file that cannot be read is refused with a sentence. */
export const previewFigures = async ({ context, workshop }: FigureParts, input: Input): Promise<Answer> => {
  const session = context.state.arena.sessions[input.session];
  if (session === undefined) return { ok: false, code: 'unknownSession', details: {} };
  const wanted = wantedOf(context, session, input.want);
  if (!wanted.ok) return { ok: false, code: wanted.refusal.code, details: { ...wanted.refusal.details } };
  const figures: FigureOrder = {
    units: unitNames(context, session), wanted: wanted.value,
    ...(input.chosen === undefined ? {} : { chosen: layoutOf(input.chosen) }), ...(input.rounded === undefined ? {} : { rounded: input.rounded }), ...(input.hidden === undefined ? {} : { hidden: input.hidden }),
  };
  const source = input.source.from === 'file' ? { from: input.source.from, base64: input.source.base64 } : input.source;
  const outcome = await workshop.run({ kind: 'planFigures', order: { source, figures } }, []);
  if (!outcome.ok) return undoneImport(context, outcome.why);
  const planned = outcome.product;
  if (planned.ok) return { ok: true, receipt: null, result: { ...planned.value } };
  return planned.refusal.code === 'importInvalid' ? invalidImport(context, planned.refusal.details) : { ok: false, code: planned.refusal.code, details: { ...planned.refusal.details } };
};
