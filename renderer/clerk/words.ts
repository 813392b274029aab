// The language chosen at this station, kept on the device, and the words in it.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { clerk as english, type ClerkWords } from '../../shared/text/en/clerk.ts';
import { errors as englishErrors } from '../../shared/text/en/errors.ts';
import { clerk as chinese } from '../../shared/text/zh/clerk.ts';
import { errors as chineseErrors } from '../../shared/text/zh/errors.ts';
import type { Storage } from '../common/sealed/storage.ts';

export type Language = 'zh' | 'en';
/** The page's own words and the house's sentences for refusals. */
export interface PageWords extends ClerkWords { readonly errors: Readonly<Record<string, string>> }
const WORDS: Readonly<Record<Language, PageWords>> = { zh: { ...chinese, errors: chineseErrors }, en: { ...english, errors: englishErrors } };
export const wordsOf = (language: Language): PageWords => WORDS[language];

export const readLanguage = (storage: Storage): Language => (storage.read('language') === 'en' ? 'en' : 'zh');
export const keepLanguage = (storage: Storage, language: Language): void => storage.write('language', language);

export const WordsContext = createContext<PageWords>(WORDS.zh);
export const useWords = (): PageWords => useContext(WordsContext);
