// Marks on the phone: whole numbers of a criterion's step, read from and written as decimal text. The phone's twin of the host's check.
// It never computes with decimal fractions: 28.5 on step 0.5 is the integer 57, shown by moving digits.
import type { Criterion } from '../../shared/arena/forms.ts';

export type Marks = Readonly<Record<string, string>>;
export type MarkFault = 'missing' | 'malformed' | 'offStep' | 'outOfRange';
export type MarkReading = { readonly ok: true; readonly units: number } | { readonly ok: false; readonly fault: MarkFault };
/** A criterion in whole units of 10^-places: step 0.5, ceiling 30 → places 1, step 5, ceiling 300. */
interface Scale { readonly places: number; readonly step: number; readonly floor: number; readonly ceiling: number }

const DECIMAL = /^(\d{1,7})(?:\.(\d{0,6}))?$/;

const placesOf = (text: string): number => {
  const part = text.split('.')[1] ?? '';
  return part.replace(/0+$/, '').length;
};

/** Decimal text as whole units of 10^-places; null when it is no decimal or has more places. Example: ('28.5', 1) → 285. */
export const unitsOf = (text: string, places: number): number | null => {
  const match = DECIMAL.exec(text);
  if (match === null || placesOf(text) > places) return null;
  return Number((match[1] ?? '0') + ((match[2] ?? '') + '000000').slice(0, places));
};

/** Whole units as the shortest decimal text. Example: (285, 1) → '28.5'; (280, 1) → '28'. */
export const textOf = (units: number, places: number): string => {
  if (places === 0) return String(units);
  const digits = ('000000' + String(units)).slice(-Math.max(String(units).length, places + 1));
  const part = digits.slice(-places).replace(/0+$/, '');
  return digits.slice(0, -places) + (part === '' ? '' : `.${part}`);
};

export const scaleOf = (criterion: Criterion): Scale => {
  const { step, floor, ceiling } = criterion;
  const places = Math.max(placesOf(step), placesOf(floor), placesOf(ceiling));
  const read = (text: string): number => unitsOf(text, places) ?? 0;
  return { places, step: Math.max(1, read(step)), floor: read(floor), ceiling: read(ceiling) };
};

/** Whether a text is a mark of this criterion. Example: '28.3' on step 0.5 → offStep; '' → missing; '0' is a mark. */
export const readMark = (criterion: Criterion, text: string | undefined): MarkReading => {
  if (text === undefined || text === '') return { ok: false, fault: 'missing' };
  if (!DECIMAL.test(text)) return { ok: false, fault: 'malformed' };
  const { places, step, floor, ceiling } = scaleOf(criterion);
  const units = unitsOf(text, places);
  if (units === null) return { ok: false, fault: 'offStep' };
  if (units < floor || units > ceiling) return { ok: false, fault: 'outOfRange' };
  return units % step === 0 ? { ok: true, units } : { ok: false, fault: 'offStep' };
};

/** The mark as it is sent: '28.' and '28.50' become '28' and '28.5'; a text that is no mark stays as typed. */
export const tidyMark = (criterion: Criterion, text: string): string => {
  const reading = readMark(criterion, text);
  return reading.ok ? textOf(reading.units, scaleOf(criterion).places) : text;
};

/** The first criterion that has no proper mark yet, or null when the sheet can be sent. */
export const firstFault = (criteria: readonly Criterion[], marks: Marks): Criterion | null => {
  for (const criterion of criteria) if (!readMark(criterion, marks[criterion.id]).ok) return criterion;
  return null;
};

export const faultCount = (criteria: readonly Criterion[], marks: Marks): number =>
  criteria.filter((criterion) => !readMark(criterion, marks[criterion.id]).ok).length;

/** The sum of the proper marks so far, as text. Example: 28.5 + 9.25 → '37.75'; nothing marked → null. */
export const totalOf = (criteria: readonly Criterion[], marks: Marks): string | null => {
  const scales = criteria.map(scaleOf);
  const places = scales.reduce((most, scale) => Math.max(most, scale.places), 0);
  let sum: number | null = null;
  criteria.forEach((criterion, index) => {
    const reading = readMark(criterion, marks[criterion.id]);
    if (reading.ok) sum = (sum ?? 0) + reading.units * 10 ** (places - (scales[index]?.places ?? places));
  });
  return sum === null ? null : textOf(sum, places);
};

/** The highest total the sheet can reach. Example: ceilings 30 + 20 → '50'. */
export const fullTotal = (criteria: readonly Criterion[]): string =>
  totalOf(criteria, Object.fromEntries(criteria.map((criterion) => [criterion.id, criterion.ceiling]))) ?? '0';

/** Only what belongs on the sheet, tidied: what is sent and what is compared. */
export const tidyMarks = (criteria: readonly Criterion[], marks: Marks): Marks =>
  Object.fromEntries(criteria.filter(({ id }) => (marks[id] ?? '') !== '').map((criterion) => [criterion.id, tidyMark(criterion, marks[criterion.id] ?? '')]));
