/** @jsxImportSource preact */
// Scoring one contestant: rows, pad, running total and the button that names whom the marks are for. Each tap is handed on to be kept at once.
import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../shared/text/say.ts';
import type { Criterion, ScoreForm as Form } from '../../shared/arena/forms.ts';
import { CriterionRow, type RowActs } from './CriterionRow.tsx';
import { NumberPad } from './NumberPad.tsx';
import { MarkEntry } from './markEntry.ts';
import { leavesCorridor, plainText } from './forms.ts';
import { faultCount, firstFault, fullTotal, tidyMarks, totalOf, type Marks } from './marks.ts';
import { useWords } from './words.ts';

interface FormProps {
  readonly form: Form;
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

const useEntry = ({ form: { criteria }, marks, onMarks }: Pick<FormProps, 'form' | 'marks' | 'onMarks'>) => {
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

/** The running total with what it may be: out of how many, and the corridor it must stay in. One criterion is its own total. */
const Sum = ({ form, total, outside }: { readonly form: Form; readonly total: string | null; readonly outside: boolean }) => {
  const words = useWords();
  const { corridor, criteria } = form;
  const limits = corridor === null ? null : { lowest: plainText(corridor.lowest), highest: plainText(corridor.highest) };
  if (criteria.length === 1) return limits === null ? null : <span class="sumLabel">{say(words.sheet.corridor, limits)}</span>;
  return (
    <>
      <span class="sumLabel">{words.total}</span>
      <output class={outside ? 'sumValue outside' : 'sumValue'} aria-live="off">{total ?? '—'}</output>
      <span class="sumFull">{limits === null ? say(words.outOf, { full: fullTotal(criteria) }) : say(words.sheet.corridor, limits)}</span>
    </>
  );
};

/** What the button says: what is still to do, or whom the marks are for. */
const useButton = ({ form, marks, name, label }: FormProps): { readonly text: string; readonly waits: boolean } => {
  const words = useWords();
  const faults = faultCount(form.criteria, marks);
  const total = totalOf(form.criteria, marks) ?? '';
  if (faults > 0) return { text: say(words.sheet.remaining, { n: faults }), waits: true };
  if (!leavesCorridor(form, marks)) return { text: say(label ?? words.state.sending, { name, total }), waits: false };
  return { text: say(words.sheet.outsideCorridor, { total, lowest: plainText(form.corridor?.lowest ?? ''), highest: plainText(form.corridor?.highest ?? '') }), waits: true };
};

export const ScoreForm = (props: FormProps) => {
  const { form, marks, label, note, onSubmit } = props;
  const { criteria } = form;
  const { active, padOpen, setPadOpen, acts, quick, current } = useEntry(props);
  const button = useButton(props);
  const pad = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (padOpen && active !== null) liftAbovePad(active, pad.current);
  }, [padOpen, active]);
  const send = (): void => {
    const wrong = firstFault(criteria, marks) ?? (leavesCorridor(form, marks) ? (criteria[0] ?? null) : null);
    if (wrong !== null) return acts.onTap(wrong.id);
    setPadOpen(false);
    if (label !== null) onSubmit(tidyMarks(criteria, marks));
  };
  return (
    <div class={padOpen ? 'form withPad' : 'form'}>
      <div class="rows">{criteria.map((criterion) => <CriterionRow key={criterion.id} criterion={criterion} text={marks[criterion.id] ?? ''} active={criterion.id === active} acts={acts} />)}</div>
      <div class="dock">
        <div class="sum">
          <span class="note" role="status">{note}</span>
          <Sum form={form} total={totalOf(criteria, marks)} outside={leavesCorridor(form, marks)} />
        </div>
        <button type="button" id="submit" class={button.waits ? 'main waitingMarks' : 'main'} disabled={label === null} onClick={send}>{button.text}</button>
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
