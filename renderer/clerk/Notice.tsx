/** @jsxImportSource preact */
// A page that says one thing and offers at most two ways on: seat void, wrong host, waiting for the desk, another tab.

interface Action { readonly label: string; readonly run: () => void }
interface NoticeProps { readonly title: string; readonly text: string; readonly waiting?: boolean; readonly action?: Action; readonly other?: Action }

export const Notice = ({ title, text, waiting, action, other }: NoticeProps) => (
  <main class="notice">
    <div class="card" role="status">
      {waiting === true ? <div class="waiting" aria-hidden="true"><i /><i /><i /></div> : <div class="mark" aria-hidden="true">!</div>}
      <h1>{title}</h1>
      <p>{text}</p>
      {action === undefined ? null : <button type="button" class="main" onClick={action.run}>{action.label}</button>}
      {other === undefined ? null : <button type="button" class="plain" onClick={other.run}>{other.label}</button>}
    </div>
  </main>
);
