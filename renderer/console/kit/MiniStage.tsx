// A true miniature of the wall: the projector's own stage, scaled to the pane. It shows what the room shows and nothing else.
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { WallView } from '../../../shared/meeting/views.ts';
import { Stage } from '../../projector/Stage.tsx';

interface Props { readonly view: WallView | null; readonly empty: string; readonly label: string; readonly veil?: string; readonly note?: string }

export const MiniStage = ({ view, empty, label, veil, note }: Props): ReactElement => {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    setWidth(element.clientWidth);
    return () => observer.disconnect();
  }, []);
  return (
    <div className="mini" ref={frame} role="img" aria-label={label}>
      <div className="mini-stage" inert>
      {view === null || width === 0 ? <p>{view === null ? empty : ''}</p> : <Stage view={view} width={width} height={Math.round((width * 9) / 16)} />}
      </div>
      {note !== undefined && <p className="mini-note">{note}</p>}
      {veil !== undefined && <div className="mini-veil">{veil}</div>}
    </div>
  );
};
