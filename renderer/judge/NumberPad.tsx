/** @jsxImportSource preact */
// The number pad: a sheet at the bottom for the mark in focus, with quick values. The marks above stay visible and keep the focus.
import { say } from '../../shared/text/say.ts';
import type { Criterion } from '../../shared/arena/forms.ts';
import { keepFocus } from './CriterionRow.tsx';
import { quickMarks, type EntryKey } from './entry.ts';
import { scaleOf } from './marks.ts';
import { useWords } from './words.ts';

interface PadProps {
  readonly criterion: Criterion;
  readonly text: string;
  readonly onKey: (key: EntryKey) => void;
  readonly onQuick: (text: string) => void;
  readonly onNext: () => void;
  readonly onDone: () => void;
}

const DIGITS: readonly EntryKey[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

export const NumberPad = ({ criterion, text, onKey, onQuick, onNext, onDone }: PadProps) => {
  const words = useWords();
  const key = (value: EntryKey, name: string, label?: string) => (
    <button type="button" key={value} class={`key ${name}`} aria-label={label} onClick={() => onKey(value)}>{value === 'back' ? '⌫' : value}</button>
  );
  const whole = scaleOf(criterion).places === 0;
  return (
    <div class="pad" role="group" aria-label={say(words.pad.label, { name: criterion.name })} onMouseDown={keepFocus}>
      <div class="padHead">
        <span class="padName">{criterion.name}</span>
        <span class="padRange">{say(words.sheet.range, { floor: criterion.floor, ceiling: criterion.ceiling, step: criterion.step })}</span>
        <button type="button" class="padDone" onClick={onDone}>{words.done}</button>
      </div>
      <div class="quick" role="group" aria-label={words.pad.quick}>
        {quickMarks(criterion).map((value) => (
          <button type="button" key={value} class={value === text ? 'chosen' : ''} aria-pressed={value === text} onClick={() => onQuick(value)}>{value}</button>
        ))}
      </div>
      <div class="keys">
        {DIGITS.map((digit) => key(digit, `k${digit}`))}
        {whole ? <span class="key kpoint blank" /> : key('.', 'kpoint', words.pad.point)}
        {key('0', 'k0')}
        {key('back', 'kback', words.pad.back)}
        <button type="button" class="key knext" onClick={onNext}>{words.pad.next}</button>
      </div>
    </div>
  );
};
