/** @jsxImportSource preact */
// One criterion: its name, − / +, and the mark as a spin button that takes typed digits, arrows and Enter. It keeps nothing.
import { say } from '../../shared/text/say.ts';
import type { Criterion } from '../../shared/arena/forms.ts';
import { canStep, type EntryKey } from './entry.ts';
import { readMark } from './marks.ts';
import { useWords } from './words.ts';

export interface RowActs {
  readonly onFocus: (id: string) => void;
  readonly onTap: (id: string) => void;
  readonly onStep: (criterion: Criterion, direction: 1 | -1) => void;
  readonly onKey: (criterion: Criterion, key: EntryKey) => void;
  readonly onSet: (criterion: Criterion, text: string) => void;
  readonly onNext: (id: string) => void;
}
interface RowProps { readonly criterion: Criterion; readonly text: string; readonly active: boolean; readonly acts: RowActs }

const KEYS: Readonly<Record<string, EntryKey>> = { Backspace: 'back', Decimal: '.', ',': '.', '。': '.', '.': '.' };
const entryKey = (key: string): EntryKey | null => (/^[0-9]$/.test(key) ? (key as EntryKey) : (KEYS[key] ?? null));

/** What a key of a real keyboard means on the mark; false when it is none of ours. */
const press = (criterion: Criterion, key: string, acts: RowActs): boolean => {
  const typed = entryKey(key);
  if (typed !== null) acts.onKey(criterion, typed);
  else if (key === 'ArrowUp' || key === 'ArrowRight') acts.onStep(criterion, 1);
  else if (key === 'ArrowDown' || key === 'ArrowLeft') acts.onStep(criterion, -1);
  else if (key === 'Home') acts.onSet(criterion, criterion.floor);
  else if (key === 'End') acts.onSet(criterion, criterion.ceiling);
  else if (key === 'Delete') acts.onSet(criterion, '');
  else if (key === 'Enter') acts.onNext(criterion.id);
  else return false;
  return true;
};

/** Keeps the focus on the mark while a finger taps beside it. */
export const keepFocus = (event: Event): void => event.preventDefault();

const Step = ({ criterion, text, direction, acts }: { readonly criterion: Criterion; readonly text: string; readonly direction: 1 | -1; readonly acts: RowActs }) => {
  const words = useWords();
  const label = say(direction === 1 ? words.sheet.plus : words.sheet.minus, { name: criterion.name, step: criterion.step });
  return (
    <button type="button" class="step" tabIndex={-1} aria-label={label} disabled={!canStep(criterion, text, direction)} onMouseDown={keepFocus} onClick={() => acts.onStep(criterion, direction)}>
      {direction === 1 ? '+' : '−'}
    </button>
  );
};

export const CriterionRow = ({ criterion, text, active, acts }: RowProps) => {
  const words = useWords();
  const reading = readMark(criterion, text);
  const limits = { floor: criterion.floor, ceiling: criterion.ceiling, step: criterion.step };
  const fault = reading.ok || reading.fault === 'missing' ? null : say(words.fault[reading.fault], limits);
  const key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !press(criterion, event.key, acts)) return;
    event.preventDefault();
  };
  return (
    <div class={`row${active ? ' active' : ''}${reading.ok ? ' marked' : ''}`}>
      <div class="about" onClick={() => acts.onTap(criterion.id)}>
        <span class="criterion" id={`name-${criterion.id}`}>{criterion.name}</span>
        <span class={fault === null ? 'limits' : 'limits fault'} id={`limits-${criterion.id}`}>{fault ?? say(words.sheet.range, limits)}</span>
      </div>
      <Step criterion={criterion} text={text} direction={-1} acts={acts} />
      <div
        id={`mark-${criterion.id}`} class="value" role="spinbutton" tabIndex={0} aria-labelledby={`name-${criterion.id}`} aria-describedby={`limits-${criterion.id}`}
        aria-valuemin={Number(criterion.floor)} aria-valuemax={Number(criterion.ceiling)} aria-valuenow={reading.ok ? Number(text) : undefined} aria-valuetext={text === '' ? words.sheet.unmarked : text}
        aria-invalid={fault !== null} onFocus={() => acts.onFocus(criterion.id)} onClick={() => acts.onTap(criterion.id)} onKeyDown={key}
      >
        {text === '' ? <span class="empty">{words.sheet.unmarked}</span> : text}
      </div>
      <Step criterion={criterion} text={text} direction={1} acts={acts} />
    </div>
  );
};
