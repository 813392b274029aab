// The lot: before, the check code of the sealed secret, in groups that can be copied by hand; after, the number called in the room, the secret itself
// and how anybody checks both.
import type { ReactNode } from 'react';
import { say } from '../../../shared/text/say.ts';
import { FitText } from '../FitText.tsx';
import { useEntrance } from '../motion.ts';
import { Heading } from './parts.tsx';
import type { PictureOf, SceneProps } from './picture.ts';

const GROUP = 4;
const COLUMNS = 8;

/** Example: '7f3a91c0…' → ['7f3a', '91c0', …]. */
const groupsOf = (text: string): readonly string[] => text.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? [];

const Code = ({ text, size, columns }: { readonly text: string; readonly size: number; readonly columns: number }): ReactNode => (
  <div className="ls-code" style={{ fontSize: size, gridTemplateColumns: `repeat(${columns}, auto)` }}>
    {groupsOf(text).map((group, at) => <span key={at} className="ls-code-group">{group}</span>)}
  </div>
);

const Sealed = ({ picture, words }: SceneProps<'lot'>): ReactNode => (
  <div className="ls-lot">
    <FitText text={words.lotSealed} size={54} height={130} floor={44} align="center" />
    <Code text={picture.commitment} size={76} columns={COLUMNS / 2} />
    <div className="ls-lot-note">{words.lotThen}</div>
  </div>
);

const Opened = ({ picture, words, called, secret }: SceneProps<'lot'> & { readonly called: string; readonly secret: string }): ReactNode => {
  const element = useEntrance<HTMLDivElement>({ shown: true, duration: 600 });
  return (
    <div ref={element} className="ls-lot">
      <div className="ls-lot-pair">
        <div className="ls-lot-box">
          <div className="ls-label">{words.lotCalled}</div>
          <FitText text={called} size={150} height={180} align="center" className="ls-lot-number" />
        </div>
        <div className="ls-lot-box">
          <div className="ls-label">{words.lotSecret}</div>
          <Code text={secret} size={64} columns={2} />
        </div>
      </div>
      <div className="ls-label">{words.lotCommitment}</div>
      <Code text={picture.commitment} size={44} columns={COLUMNS} />
      <div className="ls-lot-note">{say(words.lotCheck, { seed: `${secret}+${called}` })}</div>
    </div>
  );
};

export const LotScene = ({ picture, words }: SceneProps<'lot'>): ReactNode => {
  const { called, secret }: PictureOf<'lot'> = picture;
  return (
    <div className="ls-list">
      <Heading kind={words.headLot} title={picture.title} page={0} pages={1} />
      {called === null || secret === null ? <Sealed picture={picture} words={words} /> : <Opened picture={picture} words={words} called={called} secret={secret} />}
    </div>
  );
};
