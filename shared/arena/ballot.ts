// 打分票: whether the marks on one sheet are complete, on the step and within the limits. Shared by desk and host; phones keep their own integer twin.
import { compare, decimal, divide, parseDecimal } from '../kernel/fraction.ts';
import { done, refuse, type Result } from '../kernel/result.ts';
import type { Criterion, Rules } from './rules.ts';

export type Marks = Readonly<Record<string, string>>;

/** A mark as it is printed: no sign but a minus, no leading zeros; the second count refuses anything else. */
const PLAIN = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

const checkMark = (criterion: Criterion, text: string | undefined): Result<true> => {
  if (text === undefined || text === '') return refuse('markMissing', { criterion: criterion.name });
  const mark = PLAIN.test(text) ? parseDecimal(text) : null;
  if (mark === null) return refuse('markMalformed', { criterion: criterion.name, mark: text });
  if (compare(mark, decimal(criterion.floor)) < 0 || compare(mark, decimal(criterion.ceiling)) > 0) {
    return refuse('markOutOfRange', { criterion: criterion.name, mark: text, floor: criterion.floor, ceiling: criterion.ceiling });
  }
  return divide(mark, decimal(criterion.step)).bottom === 1n ? done(true) : refuse('markOffStep', { criterion: criterion.name, mark: text, step: criterion.step });
};

/**
 * A score sheet is complete when every criterion has one mark on its step between floor and ceiling, and nothing else (domain.md §2.1).
 * Errors: markMissing, markMalformed, markOutOfRange, markOffStep, markUnknown. Example: 28.3 on step 0.5 → markOffStep.
 */
export const checkMarks = (rules: Rules, marks: Marks): Result<true> => {
  const unknown = Object.keys(marks).find((id) => !rules.criteria.some((criterion) => criterion.id === id));
  if (unknown !== undefined) return refuse('markUnknown', { criterion: unknown });
  for (const criterion of rules.criteria) {
    const result = checkMark(criterion, marks[criterion.id]);
    if (!result.ok) return result;
  }
  return done(true);
};
