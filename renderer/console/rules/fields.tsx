// The small fields of the rules page: a labelled choice, count, decimal or tick. They show what is set and hand back what was chosen, nothing else.
import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { decimalField } from '../../../shared/kernel/fields.ts';
import { useWords } from '../words.ts';

export const Field = ({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement => <div className="field"><span>{label}</span>{children}</div>;

interface ChoiceProps<T extends string> { readonly label: string; readonly value: T; readonly options: readonly (readonly [T, string])[]; readonly frozen: boolean; readonly onChange: (value: T) => void }
export const PlainChoice = <T extends string>({ label, value, options, frozen, onChange }: ChoiceProps<T>): ReactElement => (
  <Select<T> size="small" className="fill" popupMatchSelectWidth={false} aria-label={label} value={value} disabled={frozen} onChange={onChange} options={options.map(([each, text]) => ({ value: each, label: text }))} />
);
export const Choice = <T extends string>(props: ChoiceProps<T>): ReactElement => <Field label={props.label}><PlainChoice {...props} /></Field>;

interface CountProps { readonly label: string; readonly value: number | null; readonly frozen: boolean; readonly onChange: (value: number) => void; readonly least?: number; readonly most?: number; /** Halves and the like may be typed, such as minutes. */ readonly broken?: boolean }
export const PlainCount = ({ label, value, frozen, onChange, least = 0, most = 600, broken = false }: CountProps): ReactElement => (
  <InputNumber size="small" className="figure-input" min={least} max={most} {...(broken ? {} : { precision: 0 })} aria-label={label} value={value} disabled={frozen} onChange={(next) => onChange(next ?? least)} />
);
export const Count = (props: CountProps): ReactElement => <Field label={props.label}><PlainCount {...props} /></Field>;

const isDecimal = (text: string): boolean => decimalField.safeParse(text).success;
interface DecimalProps { readonly label: string; readonly value: string; readonly frozen: boolean; readonly onChange: (value: string) => void }
/** A decimal as it is typed; one that cannot be read stands red and is not kept. */
export const PlainDecimal = ({ label, value, frozen, onChange }: DecimalProps): ReactElement => (
  <Input size="small" className="figure-input" inputMode="decimal" aria-label={label} value={value} status={isDecimal(value) ? '' : 'error'} disabled={frozen} onChange={(event) => onChange(event.target.value.trim())} />
);
export const Decimal = (props: DecimalProps): ReactElement => <Field label={props.label}><PlainDecimal {...props} /></Field>;

/** A decimal that may stand empty. */
export const MaybeDecimal = ({ label, value, frozen, onChange, empty }: Omit<DecimalProps, 'value' | 'onChange'> & { readonly value: string | null; readonly onChange: (value: string | null) => void; readonly empty: string }): ReactElement => (
  <Input size="small" className="figure-input" inputMode="decimal" placeholder={empty} aria-label={label} value={value ?? ''} status={value === null || isDecimal(value) ? '' : 'error'} disabled={frozen} onChange={(event) => onChange(event.target.value.trim() === '' ? null : event.target.value.trim())} />
);

export const Tick = ({ label, value, frozen, onChange }: { readonly label: string; readonly value: boolean; readonly frozen: boolean; readonly onChange: (value: boolean) => void }): ReactElement => (
  <Checkbox checked={value} disabled={frozen} onChange={(event) => onChange(event.target.checked)}>{label}</Checkbox>
);

export const NameInput = ({ label, value, frozen, onChange }: DecimalProps): ReactElement => (
  <Input size="small" aria-label={label} value={value} maxLength={40} status={value === '' ? 'error' : ''} disabled={frozen} onChange={(event) => onChange(event.target.value)} />
);

/** Removes; `why` says what stands in the way. */
export const RemoveButton = ({ what, frozen, why, onClick }: { readonly what: string; readonly frozen: boolean; readonly why?: string | null; readonly onClick: () => void }): ReactElement => {
  const { rules } = useWords();
  return <Button size="small" type="text" aria-label={`${rules.remove} ${what}`} disabled={frozen || (why ?? null) !== null} {...(why == null ? {} : { title: why })} onClick={onClick}>{rules.remove}</Button>;
};
