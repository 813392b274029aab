/** @jsxImportSource preact */
// The keys on the glass, for a tablet without a keyboard: the grades themselves, or digits. Each does what the same key of a number pad does.
import type { Form } from '../../../shared/arena/forms.ts';
import { useWords } from '../words.ts';
import type { Digit, Key } from './typing.ts';
import { keepFocus } from './useBatch.ts';

interface PadProps { readonly form: Form; readonly saveLabel: string; readonly onKey: (key: Key) => void }
interface PadKey { readonly key: Key; readonly cap: string; readonly label?: string }

const DIGITS: readonly Digit[] = ['7', '8', '9', '4', '5', '6', '1', '2', '3'];
const asDigit = (number: number): Digit => String(number) as Digit;

export const KeyPad = ({ form, saveLabel, onKey }: PadProps) => {
  const { paper } = useWords();
  const button = ({ key, cap, label }: PadKey) => (
    <button type="button" key={key} class={label === undefined ? 'digit' : 'digit named'} onMouseDown={keepFocus} onClick={() => onKey(key)}>
      <b>{cap}</b>{label === undefined ? null : <span>{label}</span>}
    </button>
  );
  const blank: PadKey = form.kind === 'score' ? { key: 'blank', cap: '/', label: paper.blankKey } : { key: form.kind === 'grade' ? '0' : 'blank', cap: form.kind === 'grade' ? '0' : '/', label: paper.blankKey };
  const keys: readonly PadKey[] = form.kind === 'grade'
    ? form.grades.map((grade, at) => ({ key: asDigit(at + 1), cap: String(at + 1), label: grade.name }))
    : [...DIGITS.map((digit) => ({ key: digit, cap: digit })), { key: '0' as const, cap: '0' }, ...(form.kind === 'score' ? [{ key: 'point' as const, cap: '.' }] : [])];
  return (
    <div class={`pad ${form.kind}`} role="group" aria-label={paper.pad}>
      <div class="caps">{keys.map(button)}</div>
      <div class="caps">{[blank, { key: 'void' as const, cap: '*', label: paper.voidKey }, { key: 'back' as const, cap: '⌫', label: paper.erase }, { key: 'undo' as const, cap: '↶', label: paper.undo }].map(button)}</div>
      <button type="button" class="main" onMouseDown={keepFocus} onClick={() => onKey('enter')}>{saveLabel}</button>
    </div>
  );
};
