// Which words the desk speaks: one dictionary per language, and the sentence behind a refusal code. It holds no word itself.
import { createContext, useContext } from 'react';
import type { Answer } from '../../shared/contract/wire.ts';
import { consoleEn } from '../../shared/text/en/console.ts';
import { consoleAdjustEn } from '../../shared/text/en/consoleAdjust.ts';
import { consoleLiveEn } from '../../shared/text/en/consoleLive.ts';
import { consolePaperEn } from '../../shared/text/en/consolePaper.ts';
import { consoleRegisterEn } from '../../shared/text/en/consoleRegister.ts';
import { consoleRulesEn } from '../../shared/text/en/consoleRules.ts';
import { consoleReviewEn } from '../../shared/text/en/consoleReview.ts';
import { consoleScoresEn } from '../../shared/text/en/consoleScores.ts';
import { consoleSetupEn } from '../../shared/text/en/consoleSetup.ts';
import { stationsEn } from '../../shared/text/en/clerk.ts';
import { registerWords as importsEn } from '../../shared/text/en/register.ts';
import { casesWithoutResult as casesEn, errors as errorsEn, ruleFaults as ruleFaultsEn, rulePlaces as rulePlacesEn, rulesFileFaults as rulesFileEn } from '../../shared/text/en/errors.ts';
import { figureWords as figuresEn } from '../../shared/text/en/figures.ts';
import { say, type Figures } from '../../shared/text/say.ts';
import { consoleZh } from '../../shared/text/zh/console.ts';
import { consoleAdjustZh } from '../../shared/text/zh/consoleAdjust.ts';
import { consoleLiveZh } from '../../shared/text/zh/consoleLive.ts';
import { consolePaperZh } from '../../shared/text/zh/consolePaper.ts';
import { consoleRegisterZh } from '../../shared/text/zh/consoleRegister.ts';
import { consoleRulesZh } from '../../shared/text/zh/consoleRules.ts';
import { consoleReviewZh } from '../../shared/text/zh/consoleReview.ts';
import { consoleScoresZh } from '../../shared/text/zh/consoleScores.ts';
import { consoleSetupZh } from '../../shared/text/zh/consoleSetup.ts';
import { stationsZh } from '../../shared/text/zh/clerk.ts';
import { casesWithoutResult as casesZh, errors as errorsZh, ruleFaults as ruleFaultsZh, rulePlaces as rulePlacesZh, rulesFileFaults as rulesFileZh } from '../../shared/text/zh/errors.ts';
import { figureWords as figuresZh } from '../../shared/text/zh/figures.ts';
import { registerWords as importsZh } from '../../shared/text/zh/register.ts';
import { explainWords as explainEn } from '../../shared/text/en/explain.ts';
import { reviewApproximations as reviewApproximationsEn, reviewGaps as reviewGapsEn } from '../../shared/text/en/review.ts';
import { explainWords as explainZh } from '../../shared/text/zh/explain.ts';
import { reviewApproximations as reviewApproximationsZh, reviewGaps as reviewGapsZh } from '../../shared/text/zh/review.ts';

type Deep<T> = T extends string ? string : { readonly [K in keyof T]: Deep<T[K]> };
/** Sentences about rules: why they are refused, what is meant where no name was given, rosters without a result, files that are not taken. */
export interface RuleFaultWords { readonly reason: Table; readonly place: Table; readonly why: Same<typeof casesZh>; readonly file: Table }
type Table = Readonly<Record<string, string>>;
type Same<T> = Readonly<Record<keyof T, string>>;
export interface Words {
  readonly language: 'zh' | 'en';
  readonly shell: Same<typeof consoleZh>;
  readonly register: Same<typeof consoleRegisterZh>;
  readonly setup: Same<typeof consoleSetupZh>;
  readonly rules: Same<typeof consoleRulesZh>;
  readonly faults: RuleFaultWords;
  /** Sentences of an import of figures, cell by cell. */
  readonly figures: Deep<typeof figuresZh>;
  readonly stations: Same<typeof stationsZh>;
  readonly live: Same<typeof consoleLiveZh>;
  readonly scores: Same<typeof consoleScoresZh>;
  readonly adjust: Same<typeof consoleAdjustZh>;
  readonly paper: Same<typeof consolePaperZh>;
  /** The review of judges: its page, why a figure is not given, how far a test can be trusted. */
  readonly review: Same<typeof consoleReviewZh> & { readonly gaps: Same<typeof reviewGapsZh>; readonly approximations: Same<typeof reviewApproximationsZh> };
  /** 算给你看, nested. */
  readonly working: Deep<typeof explainZh>;
  /** Sentences of the import plan; another area's words, nested. */
  readonly imports: Pick<Deep<typeof importsZh>, 'field' | 'change' | 'restored' | 'place' | 'placeRow' | 'fault'>;
  readonly errors: Readonly<Record<string, string>>;
}

export const wordsOf: Readonly<Record<'zh' | 'en', Words>> = {
  zh: { language: 'zh', shell: consoleZh, register: consoleRegisterZh, setup: consoleSetupZh, rules: consoleRulesZh, faults: { reason: ruleFaultsZh, place: rulePlacesZh, why: casesZh, file: rulesFileZh }, figures: figuresZh, stations: stationsZh, live: consoleLiveZh, scores: consoleScoresZh, adjust: consoleAdjustZh, paper: consolePaperZh, review: { ...consoleReviewZh, gaps: reviewGapsZh, approximations: reviewApproximationsZh }, working: explainZh, imports: importsZh, errors: errorsZh },
  en: { language: 'en', shell: consoleEn, register: consoleRegisterEn, setup: consoleSetupEn, rules: consoleRulesEn, faults: { reason: ruleFaultsEn, place: rulePlacesEn, why: casesEn, file: rulesFileEn }, figures: figuresEn, stations: stationsEn, live: consoleLiveEn, scores: consoleScoresEn, adjust: consoleAdjustEn, paper: consolePaperEn, review: { ...consoleReviewEn, gaps: reviewGapsEn, approximations: reviewApproximationsEn }, working: explainEn, imports: importsEn, errors: errorsEn },
};

export const WordsContext = createContext<Words>(wordsOf.zh);
export const useWords = (): Words => useContext(WordsContext);

/** Rules that are refused, a file of rules that is not taken, a roster without a result: the reason says more than the code. Null for any other refusal. */
const reasonSentence = (words: Words, code: string, details: Figures): string | null => {
  const { rules, faults } = words;
  const [what, reason, why] = [String(details['what'] ?? ''), String(details['reason'] ?? ''), String(details['why'] ?? '')];
  if (code === 'rulesInvalid') return say(rules.faultNamed, { what: faults.place[what] ?? what, reason: faults.reason[reason] ?? reason });
  if (code === 'rulesDoNotAddUp') return say(what === 'parts' ? rules.faultPartsSum : rules.faultSum, details);
  if (code === 'noCaseForResult' && why in faults.why) return say(faults.why[why as keyof typeof faults.why], details);
  return code === 'badInput' && faults.file[reason] !== undefined ? say(faults.file[reason], details) : null;
};

/** Details that are names of the program's own — a phase, a scene — as the desk calls them. */
const inWords = (words: Words, details: Figures): Figures => {
  const said = (key: string, found: Readonly<Record<string, string>>): Figures => {
    const word = found[`${key}_${String(details[key] ?? '')}`];
    return word === undefined ? {} : { [key]: word };
  };
  return { ...details, ...said('phase', words.shell), ...said('scene', words.live) };
};

/** The same refusal with a panel's name where the host gave its id. */
export const withPanelName = <R extends { readonly code: string; readonly details: Figures }>(refusal: R, panels: readonly { readonly id: string; readonly name: string }[]): R => {
  const name = panels.find((panel) => panel.id === refusal.details['panel'])?.name;
  return name === undefined ? refusal : { ...refusal, details: { ...refusal.details, panel: name } };
};

/** The sentence of a refusal; one about rules names its place and reason in words of the rules page. */
export const refusalSentence = (words: Words, { code, details }: { readonly code: string; readonly details: Figures }): string =>
  reasonSentence(words, code, details) ?? say(words.errors[code] ?? words.shell.unknownRefusal, { code, where: '…', ...inWords(words, details) });

export const answerSentence = (words: Words, answer: Extract<Answer, { ok: false }>): string => refusalSentence(words, answer);
