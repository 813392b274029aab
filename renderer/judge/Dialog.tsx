/** @jsxImportSource preact */
// A question over the page: focus goes to the careful answer, stays inside, and Escape means no. It decides nothing itself.
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ComponentChildren } from 'preact';

export interface DialogProps {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

export const Dialog = ({ title, children, yes, no, onYes, onNo }: DialogProps) => {
  const careful = useRef<HTMLButtonElement>(null);
  const bold = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    careful.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onNo();
    if (event.key !== 'Tab') return;
    event.preventDefault();
    (document.activeElement === careful.current ? bold : careful).current?.focus();
  };
  return (
    <div class="veil">
      <div class="dialog" role="alertdialog" aria-modal="true" aria-labelledby="dialogTitle" aria-describedby="dialogText" onKeyDown={key}>
        <h2 id="dialogTitle">{title}</h2>
        <p id="dialogText">{children}</p>
        <div class="pair">
          <button type="button" class="plain" ref={careful} onClick={onNo}>{no}</button>
          <button type="button" class="main" ref={bold} onClick={onYes}>{yes}</button>
        </div>
      </div>
    </div>
  );
};
