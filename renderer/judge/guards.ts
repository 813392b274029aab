// Reads what comes from the host or from storage without trusting its shape. The host proved itself on the channel; a newer host may still say more or less.
import type { MySheetView, SeatView } from '../../shared/arena/views.ts';
import type { HostMessage } from '../../shared/contract/wire.ts';
import type { StageTimerView } from '../../shared/meeting/views.ts';
import { EMPTY_BOX, type Box } from './outbox.ts';

export type Fields = Readonly<Record<string, unknown>>;
export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number => typeof value === 'number' && isFinite(value);
const hasTexts = (value: Fields, names: readonly string[]): boolean => names.every((name) => isText(value[name]));
const areTexts = (value: unknown): boolean => isFields(value) && Object.keys(value).every((name) => isText(value[name]));

const isCriterion = (value: unknown): boolean => isFields(value) && hasTexts(value, ['id', 'name', 'points', 'step', 'floor', 'ceiling']);
const isWindow = (value: unknown): boolean => isFields(value) && hasTexts(value, ['id', 'name']) && isCount(value['order']) && isCount(value['rev']) && typeof value['open'] === 'boolean';
const isSession = (value: unknown): boolean =>
  isFields(value) && hasTexts(value, ['id', 'title']) && Array.isArray(value['criteria']) && value['criteria'].every(isCriterion) && Array.isArray(value['windows']) && value['windows'].every(isWindow);

/** The seat's view, or null when it is not one. */
export const readSeat = (value: unknown): SeatView | null =>
  isFields(value) && hasTexts(value, ['name', 'title']) && Array.isArray(value['sessions']) && value['sessions'].every(isSession) ? (value as unknown as SeatView) : null;

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

const TYPES = ['hello', 'view', 'answer', 'beat', 'refused'];
/** A host's message, or null when it is none this page knows. */
export const readHostMessage = (value: unknown): HostMessage | null => {
  if (!isFields(value) || TYPES.indexOf(String(value['type'])) < 0) return null;
  if (value['type'] === 'hello' && !isText(value['epoch'])) return null;
  if (value['type'] === 'view' && !(isText(value['epoch']) && isCount(value['seq']) && isText(value['topic']))) return null;
  if (value['type'] === 'beat' && !(isCount(value['wall']) && isCount(value['sentAt']))) return null;
  if (value['type'] === 'answer' && !(isText(value['id']) && isFields(value['answer']))) return null;
  return value as unknown as HostMessage;
};

/** The outbox as it was kept; what is damaged is not guessed at. */
export const readBox = (value: unknown): Box => {
  if (!isFields(value) || !isFields(value['sheets'])) return EMPTY_BOX;
  const sheets = Object.entries(value['sheets']).filter(([, sheet]) => isFields(sheet) && hasTexts(sheet, ['session', 'contestant']));
  return { sheets: Object.fromEntries(sheets) } as Box;
};
