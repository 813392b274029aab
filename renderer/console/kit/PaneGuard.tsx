// Keeps a fault of one pane in that pane: one sentence and a way to load the page again. The wall and the other panes go on; nothing is sent anywhere.
import { Button } from 'antd';
import { Component, type ReactElement, type ReactNode } from 'react';
import { useWords } from '../words.ts';

const Broken = (): ReactElement => {
  const { shell } = useWords();
  return (
    <div className="pane-broken" role="alert">
      <p>{shell.paneBroken}</p>
      <Button type="primary" onClick={() => location.reload()}>{shell.paneReload}</Button>
    </div>
  );
};

interface Props { /** Another place gets another try: a fault on one page must not follow to the next. */ readonly place?: string; readonly children: ReactNode }
interface State { readonly broken: boolean; readonly place: string | undefined }

export class PaneGuard extends Component<Props, State> {
  override state: State = { broken: false, place: this.props.place };

  static getDerivedStateFromError(): Partial<State> {
    return { broken: true };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.place === state.place ? null : { broken: false, place: props.place };
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}
