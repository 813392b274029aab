// A draft of the rules before it is saved: what it says in words, and what keeps it from being used.
import { checkRules } from '../../shared/arena/checkRules.ts';
import type { Rules } from '../../shared/arena/rules.ts';
import { ruleSheetLines } from '../documents/ruleSheet/ruleSheet.ts';

/** The draft in words and its first fault, if any; a draft that does not add up is described as far as it goes. */
export const describeRules = (rules: Rules): { readonly zh: readonly string[]; readonly en: readonly string[]; readonly fault: { readonly code: string; readonly details: Readonly<Record<string, string | number>> } | null } => {
  const checked = checkRules(rules);
  const fault = checked.ok ? null : { code: checked.refusal.code, details: checked.refusal.details };
  // Words of a panel whose ballot is not in the rules cannot be found.
  const isSayable = rules.panels.every((panel) => rules.forms.some((form) => form.id === panel.form));
  return { zh: isSayable ? ruleSheetLines(rules, 'zh') : [], en: isSayable ? ruleSheetLines(rules, 'en') : [], fault };
};
