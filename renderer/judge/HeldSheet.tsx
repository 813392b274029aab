/** @jsxImportSource preact */
// What has been sent: the state as the host confirmed it, the marks read only, and what may still be done. Green only on a receipt.
import { say } from '../../shared/text/say.ts';
import type { Form } from '../../shared/arena/forms.ts';
import { valueOf } from './forms.ts';
import { fullTotal, totalOf } from './marks.ts';
import type { Content, Sheet } from './outbox.ts';
import { receiptText, toldOf } from './sheetState.ts';
import { useWords } from './words.ts';

interface HeldProps {
  readonly form: Form;
  readonly sheet: Sheet;
  readonly name: string;
  readonly open: boolean;
  readonly online: boolean;
  readonly next: { readonly label: string; readonly run: () => void };
  readonly onChange: () => void;
}

export const MarksTable = ({ form, content }: { readonly form: Form; readonly content: Content }) => {
  const words = useWords();
  if (content.kind !== 'marks') return <p class="abstained">{content.kind === 'void' ? words.state.voided : words.state.abstained}</p>;
  if (form.kind !== 'score') return <p class="abstained">{valueOf(form, content.marks) ?? words.sheet.unmarked}</p>;
  const { criteria } = form;
  return (
    <table class="marks">
      <tbody>
        {criteria.map((criterion) => (
          <tr key={criterion.id}>
            <th scope="row">{criterion.name}</th>
            <td>{content.marks[criterion.id] ?? words.sheet.unmarked}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.total} <small>{say(words.outOf, { full: fullTotal(criteria) })}</small></th>
          <td>{totalOf(criteria, content.marks) ?? '—'}</td>
        </tr>
      </tfoot>
    </table>
  );
};

const Stamp = ({ form, sheet, name, online }: Pick<HeldProps, 'form' | 'sheet' | 'name' | 'online'>) => {
  const words = useWords();
  const { sending, late, held } = sheet;
  if (sending !== null) {
    const text = sending.kind === 'abstained' ? words.sheet.sendingAbstained : toldOf(words, form).sending;
    return (
      <div class="stamp" role="status">
        <strong>{say(text, { name, total: valueOf(form, sending.marks) ?? '' })}</strong>
        {online ? null : <span>{words.sheet.sendingOffline}</span>}
      </div>
    );
  }
  if (late !== null) return <div class="stamp late" role="status"><strong>{words.state.late}</strong></div>;
  return held === null ? null : (
    <div class="stamp good" role="status">
      <span class="tick" aria-hidden="true">✓</span>
      <strong>{receiptText(words, held)}</strong>
    </div>
  );
};

export const HeldSheet = ({ form, sheet, name, open, online, next, onChange }: HeldProps) => {
  const words = useWords();
  const content = sheet.sending ?? sheet.late ?? sheet.held;
  return (
    <div class="held">
      <Stamp form={form} sheet={sheet} name={name} online={online} />
      {content === null ? null : <div class="sheetCard"><MarksTable form={form} content={content} /></div>}
      <p class="hint">{open ? words.sheet.changeNote : words.sheet.lockedNote}</p>
      <div class="dock">
        <div class="pair">
          {open ? <button type="button" class="plain" onClick={onChange}>{words.sheet.change}</button> : null}
          <button type="button" class="main" onClick={next.run}>{next.label}</button>
        </div>
      </div>
    </div>
  );
};
