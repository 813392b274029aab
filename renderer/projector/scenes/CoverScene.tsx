// The cover: the meeting's title and a line below it.
import type { ReactNode } from 'react';
import { FitText } from '../FitText.tsx';
import type { PictureOf } from './picture.ts';

export const CoverScene = ({ picture }: { readonly picture: PictureOf<'cover'> }): ReactNode => (
  <div className="ls-cover">
    <FitText text={picture.title} size={132} height={320} floor={96} align="center" className="ls-cover-title" />
    <div className="ls-cover-line" />
    <FitText text={picture.subtitle} size={60} height={150} floor={48} align="center" className="ls-cover-subtitle" />
  </div>
);
