// Reads the judge's views and its own storage without trusting their shape: a newer host may say more or less.
import type { MySheetView, SeatView } from '../../shared/arena/views.ts';
import type { StageTimerView } from '../../shared/meeting/views.ts';
import { isCount, isFields, isText, type Fields } from '../common/sealed/hostMessage.ts';
import { EMPTY_BOX, type Box } from './outbox.ts';

const hasTexts = (value: Fields, names: readonly string[]): boolean => names.every((name) => isText(value[name]));
const areTexts = (value: unknown): boolean => isFields(value) && Object.keys(value).every((name) => isText(value[name]));

const isCriterion = (value: unknown): boolean => isFields(value) && hasTexts(value, ['id', 'name', 'points', 'step', 'floor', 'ceiling']);
const isWindow = (value: unknown): boolean => isFields(value) && hasTexts(value, ['id', 'name']) && isCount(value['order']) && isCount(value['rev']) && typeof value['open'] === 'boolean';
const isList = (value: unknown, each: (item: unknown) => boolean): boolean => Array.isArray(value) && value.every(each);
const isGrade = (value: unknown): boolean => isFields(value) && hasTexts(value, ['id', 'name']);
const isCorridor = (value: unknown): boolean => value === null || (isFields(value) && hasTexts(value, ['lowest', 'highest']));
const isForm = (value: unknown): boolean => {
  if (!isFields(value) || !hasTexts(value, ['name'])) return false;
  if (value['kind'] === 'score') return isList(value['criteria'], isCriterion) && isCorridor(value['corridor']);
  return value['kind'] === 'rank' || (value['kind'] === 'grade' && hasTexts(value, ['blank']) && isList(value['grades'], isGrade));
};
const SENDS = ['each', 'whole', 'box'];
const isSession = (value: unknown): boolean =>
  isFields(value) && hasTexts(value, ['id', 'title']) && isForm(value['form']) && SENDS.indexOf(String(value['send'])) >= 0 && isList(value['windows'], isWindow);

/** The seat's view, or null when it is not one. */
export const readSeat = (value: unknown): SeatView | null =>
  isFields(value) && hasTexts(value, ['name', 'title']) && isList(value['sessions'], isSession) ? (value as unknown as SeatView) : null;

/** One's own sheet as the host holds it, or null. */
export const readMySheet = (value: unknown): MySheetView | null =>
  isFields(value) && hasTexts(value, ['session', 'contestant']) && isCount(value['revision']) && areTexts(value['marks']) && (value['kind'] === null || isText(value['kind']))
    ? (value as unknown as MySheetView) : null;

const PHASES = ['speech', 'questions'];
const FIGURES = ['limit', 'firstWarning', 'secondWarning', 'elapsed', 'at'];
const isTimer = (value: unknown): boolean =>
  isFields(value) && isText(value['name']) && PHASES.indexOf(String(value['phase'])) >= 0 && FIGURES.every((name) => isCount(value[name])) && typeof value['running'] === 'boolean' && typeof value['uncertain'] === 'boolean';

/** The stage timer's view, or null when it is not one. */
export const readStageTimer = (value: unknown): StageTimerView | null =>
  isFields(value) && isText(value['title']) && (value['timer'] === null || isTimer(value['timer'])) ? (value as unknown as StageTimerView) : null;

/** The outbox as it was kept; what is damaged is not guessed at. */
export const readBox = (value: unknown): Box => {
  if (!isFields(value) || !isFields(value['sheets'])) return EMPTY_BOX;
  const sheets = Object.entries(value['sheets']).filter(([, sheet]) => isFields(sheet) && hasTexts(sheet, ['session', 'contestant']));
  // Kept by a page of an earlier release, it has no whole sheets.
  const ballots = Object.entries(isFields(value['ballots']) ? value['ballots'] : {}).filter(([, ballot]) => isFields(ballot) && hasTexts(ballot, ['session']));
  return { sheets: Object.fromEntries(sheets), ballots: Object.fromEntries(ballots) } as Box;
};
