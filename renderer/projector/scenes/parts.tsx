// Parts that several scenes share: the heading of a list, and who is on stage.
import type { ReactNode } from 'react';
import { say } from '../../../shared/text/say.ts';
import type { WallWords } from '../../../shared/text/zh/wall.ts';
import { FitText } from '../FitText.tsx';

interface HeadingProps {
  /** What the list is, such as 出场顺序. */
  readonly kind: string;
  readonly title: string;
  readonly page: number;
  readonly pages: number;
}

/** The title of a list over a gold line; the page figure only where there are several. */
export const Heading = ({ kind, title, page, pages }: HeadingProps): ReactNode => (
  <div className="ls-heading">
    <FitText text={`${kind}　${title}`} size={58} height={84} floor={46} className="ls-heading-title" />
    {pages > 1 ? <div className="ls-heading-page">{page + 1} / {pages}</div> : null}
  </div>
);

/** What a list is, of which category. Example: 总排名·一类区县. */
export const kindOf = (kind: string, category: string | undefined): string => (category === undefined || category === '' ? kind : `${kind}·${category}`);

interface ContestantProps {
  readonly contestant: { readonly order: number; readonly of: number; readonly name: string };
  readonly words: WallWords;
  readonly corrected?: boolean;
}

/** Order n of N and the name, at the head of everything that concerns one contestant. */
export const Contestant = ({ contestant, words, corrected = false }: ContestantProps): ReactNode => (
  <div className="ls-contestant">
    <div className="ls-order">
      {say(words.orderOf, { n: contestant.order, of: contestant.of })}
      {corrected ? <span className="ls-tag">{words.corrected}</span> : null}
    </div>
    <FitText text={contestant.name} size={100} height={124} floor={64} align="center" className="ls-name" />
  </div>
);
