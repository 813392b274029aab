// Reads what comes over the air without trusting its shape. The host proved itself on the channel; a newer host may still say more or less.
import type { HostMessage } from '../../../shared/contract/wire.ts';

export type Fields = Readonly<Record<string, unknown>>;
export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
export const isText = (value: unknown): value is string => typeof value === 'string';
export const isCount = (value: unknown): value is number => typeof value === 'number' && isFinite(value);

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
