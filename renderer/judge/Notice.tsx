/** @jsxImportSource preact */
// A page that says one thing and offers at most one way on: card void, wrong host, waiting for the desk, another tab.
import type { ComponentChildren } from 'preact';

interface NoticeProps {
  readonly title: string;
  readonly text: string;
  readonly waiting?: boolean;
  readonly action?: { readonly label: string; readonly run: () => void };
  readonly children?: ComponentChildren;
}

export const Notice = ({ title, text, waiting, action, children }: NoticeProps) => (
  <main class="notice">
    <div class="card" role="status">
      {waiting === true ? <div class="waiting" aria-hidden="true"><i /><i /><i /></div> : <div class="mark" aria-hidden="true">!</div>}
      <h1>{title}</h1>
      <p>{text}</p>
      {children}
      {action === undefined ? null : <button type="button" class="main" onClick={action.run}>{action.label}</button>}
    </div>
  </main>
);
