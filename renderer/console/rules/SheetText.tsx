// The rule sheet as sentences, its sections headed. It shows what the host wrote and writes nothing itself.
import type { ReactElement } from 'react';

const HEADED = /^[【[](.+?)[】\]]\s*/u;

export const SheetText = ({ lines }: { readonly lines: readonly string[] }): ReactElement => (
  <div className="sheet-text">
    {lines.map((line, at) => {
      const heading = HEADED.exec(line)?.[1];
      // Lines have no name but their place.
      // oxlint-disable-next-line react/no-array-index-key
      return <p key={at}>{heading !== undefined && <b>{heading}</b>}{line.replace(HEADED, '')}</p>;
    })}
  </div>
);
