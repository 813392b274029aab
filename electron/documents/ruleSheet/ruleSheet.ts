// 评分办法: the settings written out as one page of plain words that a host can read aloud, in the order of the event; the wall shows the same
// sentences, and their hash is frozen with the rules. It computes nothing and leaves no setting out.
import { sha256Hex } from '../../../shared/kernel/draw.ts';
import type { Rules, TieRule } from '../../../shared/arena/rules.ts';
import { say } from '../../../shared/text/say.ts';
import { adjustingLines } from './adjusting.ts';
import { collectingLines, missingLines } from './collecting.ts';
import { awardLines, lotLines, publishingLines, tieLines, tieText } from './publishing.ts';
import { reckoningLines } from './reckoning.ts';
import { sayingOf, type Language, type Line, type Saying } from './saying.ts';
import { markingLines, voterLines } from './voters.ts';

export interface RuleSection { readonly heading: string; /** Without their full stops. */ readonly sentences: readonly string[] }
export interface RuleSheet { readonly title: string; readonly sections: readonly RuleSection[] }

type Heading = Exclude<keyof Saying['words']['heading'], 'idle'>;
const SECTIONS: readonly (readonly [Heading, (saying: Saying) => readonly Line[]])[] = [
  ['voters', voterLines], ['marking', markingLines], ['collecting', collectingLines], ['missing', missingLines], ['reckoning', reckoningLines],
  ['adjusting', adjustingLines], ['ties', tieLines], ['publishing', publishingLines], ['awards', awardLines], ['lots', lotLines],
];

const written = (rules: Rules, language: Language): RuleSheet => {
  const saying = sayingOf(rules, language);
  const all = SECTIONS.map(([heading, lines]) => ({ heading: saying.words.heading[heading], lines: lines(saying) }));
  const idle = all.flatMap(({ lines }) => lines).filter(({ isIdle }) => isIdle).map(({ text }) => text);
  const sections = all.map(({ heading, lines }) => ({ heading, sentences: lines.filter(({ isIdle }) => !isIdle).map(({ text }) => text) }));
  return { title: saying.words.title, sections: idle.length === 0 ? sections : [...sections, { heading: saying.words.heading.idle, sentences: idle }] };
};

const known: Readonly<Record<Language, WeakMap<Rules, RuleSheet>>> = { zh: new WeakMap(), en: new WeakMap() };

/**
 * The rule sheet, section by section. Settings that are of no use under these rules but differ from the usual stand in a last section of their own,
 * so that two rule sets that differ never read the same. Example: a panel of 60 of 100 points → 现场得分＝甲组得分×60%＋….
 */
export const ruleSheet = (rules: Rules, language: Language): RuleSheet => {
  const before = known[language].get(rules);
  if (before !== undefined) return before;
  const fresh = written(rules, language);
  known[language].set(rules, fresh);
  return fresh;
};

/** The same sentences flat, for the wall; the first of a section carries its heading. */
export const ruleSheetLines = (rules: Rules, language: Language): readonly string[] => {
  const { lead } = sayingOf(rules, language).words;
  return ruleSheet(rules, language).sections.flatMap(({ heading, sentences }) => sentences.map((sentence, at) => (at === 0 ? say(lead, { heading, sentence }) : sentence)));
};

/** The sheet as one text, a line a sentence. */
export const ruleSheetText = (rules: Rules, language: Language): string => {
  const { title } = ruleSheet(rules, language);
  return [title, ...ruleSheetLines(rules, language)].map((each) => `${each}\n`).join('');
};

/** The Chinese sheet as one paragraph, for the result sheet. */
export const rulesParagraph = (rules: Rules): string => ruleSheetLines(rules, 'zh').map((sentence) => sentence + sayingOf(rules, 'zh').words.stop).join('');

/** SHA-256 of the Chinese text, in hex: what is frozen with the rules. */
export const ruleSheetHash = (rules: Rules): string => sha256Hex(ruleSheetText(rules, 'zh'));

/** A tie rule in a few words, for the wall and the result sheet. Example: {by: 'panel', id: 'A'} → 评委组得分. */
export const tieInWords = (rules: Rules, tie: TieRule, language: Language = 'zh'): string => tieText(sayingOf(rules, language), tie);
