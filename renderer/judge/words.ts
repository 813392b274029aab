// The language and type size a judge chose, kept on the phone, and the words in that language for every component.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { judge as english, type JudgeWords } from '../../shared/text/en/judge.ts';
import { stageTimer as englishStage, type StageTimerWords } from '../../shared/text/en/stageTimer.ts';
import { wallEn } from '../../shared/text/en/wall.ts';
import { judge as chinese } from '../../shared/text/zh/judge.ts';
import { stageTimer as chineseStage } from '../../shared/text/zh/stageTimer.ts';
import { wallZh, type WallWords } from '../../shared/text/zh/wall.ts';
import type { Storage } from '../common/sealed/storage.ts';

export type Language = 'zh' | 'en';
export interface Taste { readonly language: Language; readonly large: boolean }

export const readTaste = (storage: Storage): Taste => ({ language: storage.read('language') === 'en' ? 'en' : 'zh', large: storage.read('large') === '1' });

export const keepTaste = (storage: Storage, taste: Taste): void => {
  storage.write('language', taste.language);
  storage.write('large', taste.large ? '1' : null);
};

/** The page's own words, and what the stage timer says as the wall's does. */
export interface PageWords extends JudgeWords { readonly stage: StageTimerWords; readonly wall: WallWords }
const WORDS: Readonly<Record<Language, PageWords>> = {
  zh: { ...chinese, stage: chineseStage, wall: wallZh },
  en: { ...english, stage: englishStage, wall: wallEn },
};
export const wordsOf = (language: Language): PageWords => WORDS[language];

/** Shows the choice on the document: its language for screen readers, its type size for the style sheet. */
export const showTaste = (taste: Taste): void => {
  const page = document.documentElement;
  page.lang = taste.language === 'en' ? 'en' : 'zh-CN';
  page.className = taste.large ? 'large' : '';
  document.title = wordsOf(taste.language).title;
};

export const WordsContext = createContext<PageWords>(WORDS.zh);
export const useWords = (): PageWords => useContext(WordsContext);
