/** @jsxImportSource preact */
// Scoring one contestant: rows, pad, running total and the button that names whom the marks are for. Each tap is handed on to be kept at once.
import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../shared/text/say.ts';
import type { Criterion } from '../../shared/arena/rules.ts';
import { CriterionRow, type RowActs } from './CriterionRow.tsx';
import { NumberPad } from './NumberPad.tsx';
import { MarkEntry } from './markEntry.ts';
import { faultCount, firstFault, fullTotal, tidyMarks, totalOf, type Marks } from './marks.ts';
import { useWords } from './words.ts';

interface FormProps {
  readonly criteria: readonly Criterion[];
  readonly marks: Marks;
  readonly name: string;
  /** The button's sentence when complete, with {name} and {total}; null while nothing may be sent (an answer is awaited). */
  readonly label: string | null;
  readonly note: string;
  readonly onMarks: (marks: Marks) => void;
  readonly onSubmit: (marks: Marks) => void;
}

const focusMark = (id: string): void => document.getElementById(`mark-${id}`)?.focus();

/** Scrolls the mark in focus above the pad. */
const liftAbovePad = (id: string, pad: HTMLElement | null): void => {
  const row = document.getElementById(`mark-${id}`)?.parentElement;
  if (row === null || row === undefined || pad === null) return;
  const below = row.getBoundingClientRect().bottom - pad.getBoundingClientRect().top + 8;
  if (below > 0) window.scrollBy(0, below);
};

const useEntry = ({ criteria, marks, onMarks }: Pick<FormProps, 'criteria' | 'marks' | 'onMarks'>) => {
  const [entry] = useState(() => new MarkEntry());
  const [active, setActive] = useState<string | null>(null);
  const [padOpen, setPadOpen] = useState(false);
  entry.drawn(criteria, marks, onMarks);
  const moveTo = (target: Criterion | null): void => {
    if (target !== null) return focusMark(target.id);
    setPadOpen(false);
    document.getElementById('submit')?.focus();
  };
  const acts: RowActs = {
    onFocus: (id) => {
      entry.come(active, id);
      setActive(id);
    },
    onTap: (id) => {
      focusMark(id);
      entry.come(null, id);
      setPadOpen(true);
    },
    onStep: (criterion, direction) => entry.step(criterion, direction),
    onKey: (criterion, key) => entry.key(criterion, key),
    onSet: (criterion, text) => entry.set(criterion, text),
    onNext: (id) => moveTo(entry.after(id)),
  };
  const quick = (criterion: Criterion, text: string): void => {
    entry.set(criterion, text);
    moveTo(entry.nextUnmarked(criterion));
  };
  return { active, padOpen, setPadOpen, acts, quick, current: criteria.filter((criterion) => criterion.id === active)[0] };
};

export const ScoreForm = (props: FormProps) => {
  const { criteria, marks, name, label, note, onSubmit } = props;
  const words = useWords();
  const { active, padOpen, setPadOpen, acts, quick, current } = useEntry(props);
  const pad = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (padOpen && active !== null) liftAbovePad(active, pad.current);
  }, [padOpen, active]);
  const faults = faultCount(criteria, marks);
  const total = totalOf(criteria, marks);
  const send = (): void => {
    const missing = firstFault(criteria, marks);
    if (missing !== null) return acts.onTap(missing.id);
    setPadOpen(false);
    if (label !== null) onSubmit(tidyMarks(criteria, marks));
  };
  const remaining = say(words.sheet.remaining, { n: faults });
  return (
    <div class={padOpen ? 'form withPad' : 'form'}>
      <div class="rows">{criteria.map((criterion) => <CriterionRow key={criterion.id} criterion={criterion} text={marks[criterion.id] ?? ''} active={criterion.id === active} acts={acts} />)}</div>
      <div class="dock">
        <div class="sum">
          <span class="note" role="status">{note}</span>
          <span class="sumLabel">{words.total}</span>
          <output class="sumValue" aria-live="off">{total ?? '—'}</output>
          <span class="sumFull">{say(words.outOf, { full: fullTotal(criteria) })}</span>
        </div>
        <button type="button" id="submit" class={faults > 0 ? 'main waitingMarks' : 'main'} disabled={label === null} onClick={send}>
          {faults > 0 ? remaining : say(label ?? words.state.sending, { name, total: total ?? '' })}
        </button>
      </div>
      <div ref={pad} class="padPlace">
        {padOpen && current !== undefined ? (
          <NumberPad
            criterion={current} text={marks[current.id] ?? ''} onKey={(key) => acts.onKey(current, key)} onNext={() => acts.onNext(current.id)} onDone={() => setPadOpen(false)}
            onQuick={(text) => quick(current, text)}
          />
        ) : null}
      </div>
    </div>
  );
};
