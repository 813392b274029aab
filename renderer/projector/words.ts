// The wall's dictionary in the language of the picture.
import { wallEn } from '../../shared/text/en/wall.ts';
import { wallZh, type WallWords } from '../../shared/text/zh/wall.ts';

export type Language = 'zh' | 'en';

export const wordsOf = (language: Language): WallWords => (language === 'en' ? wallEn : wallZh);
