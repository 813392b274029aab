// One sentence for one cell of an imported sheet: where, what is wrong, what to do. Knows no language of its own.
import { say, type Figures } from './say.ts';
import type { figureWords as chinese } from './zh/figures.ts';

type Words = typeof chinese;
/** As an import of figures reports it: `cell` is '' for a whole sheet, `sheet` is '' for text tables. */
export interface Place { readonly sheet: string; readonly cell: string; readonly heading: string }

/** The place in words. Example: {sheet: '成绩', cell: 'C5', heading: '实绩得分'} → 工作表“成绩”的 C5（实绩得分）. */
export const placeInWords = (words: Words, { sheet, cell, heading }: Place): string => {
  const figures = { sheet, cell, heading: heading.trim().replace(/\s+/gu, ' ') };
  if (cell === '') return say(sheet === '' ? words.placeAll : words.placeSheet, figures);
  if (sheet === '') return say(figures.heading === '' ? words.placeBare : words.place, figures);
  return say(figures.heading === '' ? words.placeBareInSheet : words.placeInSheet, figures);
};

const sentence = (words: Words, where: Place, fault: string): string => say(words.sentence, { place: placeInWords(words, where), fault });

/** Example: offStep at C5 → 'C5（得分）：28.3 不是 0.5 的整数倍；请核对'. */
export const problemSentence = (words: Words, { where, code, details }: { readonly where: Place; readonly code: keyof Words['fault']; readonly details: Figures }): string =>
  sentence(words, where, say(words.fault[code], details));

export const unmatchedSentence = (words: Words, { where, name, role }: { readonly where: Place; readonly name: string; readonly role: keyof Words['unmatched'] }): string =>
  sentence(words, where, say(words.unmatched[role], { name }));

export const duplicateSentence = (words: Words, { first, second }: { readonly first: Place; readonly second: Place }): string =>
  sentence(words, second, say(words.duplicate, { first: placeInWords(words, first) }));
