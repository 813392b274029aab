// Which words the desk speaks: one dictionary per language, and the sentence behind a refusal code. It holds no word itself.
import { createContext, useContext } from 'react';
import type { Answer } from '../../shared/contract/wire.ts';
import { consoleEn } from '../../shared/text/en/console.ts';
import { consoleLiveEn } from '../../shared/text/en/consoleLive.ts';
import { consoleRegisterEn } from '../../shared/text/en/consoleRegister.ts';
import { consoleScoresEn } from '../../shared/text/en/consoleScores.ts';
import { consoleSetupEn } from '../../shared/text/en/consoleSetup.ts';
import { registerWords as importsEn } from '../../shared/text/en/register.ts';
import { errors as errorsEn } from '../../shared/text/en/errors.ts';
import { say, type Figures } from '../../shared/text/say.ts';
import { consoleZh } from '../../shared/text/zh/console.ts';
import { consoleLiveZh } from '../../shared/text/zh/consoleLive.ts';
import { consoleRegisterZh } from '../../shared/text/zh/consoleRegister.ts';
import { consoleScoresZh } from '../../shared/text/zh/consoleScores.ts';
import { consoleSetupZh } from '../../shared/text/zh/consoleSetup.ts';
import { errors as errorsZh } from '../../shared/text/zh/errors.ts';
import { registerWords as importsZh } from '../../shared/text/zh/register.ts';

type Deep<T> = T extends string ? string : { readonly [K in keyof T]: Deep<T[K]> };
type Same<T> = Readonly<Record<keyof T, string>>;
export interface Words {
  readonly language: 'zh' | 'en';
  readonly shell: Same<typeof consoleZh>;
  readonly register: Same<typeof consoleRegisterZh>;
  readonly setup: Same<typeof consoleSetupZh>;
  readonly live: Same<typeof consoleLiveZh>;
  readonly scores: Same<typeof consoleScoresZh>;
  /** Sentences of the import plan; another area's words, nested. */
  readonly imports: Pick<Deep<typeof importsZh>, 'field' | 'change' | 'restored' | 'place' | 'placeRow' | 'fault'>;
  readonly errors: Readonly<Record<string, string>>;
}

export const wordsOf: Readonly<Record<'zh' | 'en', Words>> = {
  zh: { language: 'zh', shell: consoleZh, register: consoleRegisterZh, setup: consoleSetupZh, live: consoleLiveZh, scores: consoleScoresZh, imports: importsZh, errors: errorsZh },
  en: { language: 'en', shell: consoleEn, register: consoleRegisterEn, setup: consoleSetupEn, live: consoleLiveEn, scores: consoleScoresEn, imports: importsEn, errors: errorsEn },
};

export const WordsContext = createContext<Words>(wordsOf.zh);
export const useWords = (): Words => useContext(WordsContext);

const rulesReason = (words: Words, reason: string): string => {
  const key = `reason_${reason}`;
  return key in words.setup ? words.setup[key as keyof Words['setup']] : reason;
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

/** The sentence of a refusal. `rulesInvalid` and `rulesDoNotAddUp` name their reason in words of the rules screen. */
export const refusalSentence = (words: Words, refusal: { readonly code: string; readonly details: Figures }): string => {
  const { code, details } = refusal;
  if (code === 'rulesInvalid') return say(words.setup.faultInvalid, { what: details['what'] === 'ties' ? words.setup.ties : (details['what'] ?? ''), reason: rulesReason(words, String(details['reason'] ?? '')) });
  if (code === 'rulesDoNotAddUp') return say(details['what'] === 'weights' ? words.setup.faultWeights : words.setup.faultPoints, details);
  return say(words.errors[code] ?? words.shell.unknownRefusal, { code, where: '…', ...inWords(words, details) });
};

export const answerSentence = (words: Words, answer: Extract<Answer, { ok: false }>): string => refusalSentence(words, answer);
