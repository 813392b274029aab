// The sealed box on the desk: how many have cast, closing it, and the seal. Who cast what is known to nobody and asked of nobody.
import { Button, Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Panel } from '../../../shared/arena/rules.ts';
import type { SessionView } from '../../../shared/arena/views.ts';
import { say } from '../../../shared/text/say.ts';
import { useSend } from '../host.ts';
import { Badge } from '../kit/Badge.tsx';
import { useWords } from '../words.ts';

interface Props { readonly session: SessionView; readonly panel: Panel; readonly box: SessionView['boxes'][number] }

const Closing = ({ session, panel, box, onClose }: Props & { readonly onClose: () => void }): ReactElement => {
  const { paper, shell } = useWords();
  const send = useSend();
  const owing = Math.max(0, box.expected - box.cast);
  const close = async (): Promise<void> => {
    if ((await send({ name: 'box.close', input: { session: session.session, panel: panel.id } })).ok) onClose();
  };
  return (
    <Modal open title={say(paper.boxCloseTitle, { panel: panel.name })} okText={paper.boxClose} cancelText={shell.cancel} onOk={() => void close()} onCancel={onClose} destroyOnHidden>
      {owing > 0 && <p className="paper-warning">{say(paper.boxCloseOwing, { n: owing })}</p>}
      <p>{paper.boxCloseNote}</p>
    </Modal>
  );
};

export const BoxPart = (props: Props): ReactElement => {
  const { session, panel, box } = props;
  const { paper } = useWords();
  const send = useSend();
  const [closing, setClosing] = useState(false);
  const isSealed = box.phase === 'sealed';
  return (
    <section className="paper-part" aria-label={paper.box}>
      <h2>{paper.box}<Badge tone={isSealed ? 'good' : box.phase === 'open' ? 'busy' : 'warn'}>{paper[`box_${box.phase}`]}</Badge></h2>
      <div className="paper-box">
        <b className="paper-count" role="status">{isSealed ? say(paper.boxCount, { n: box.count }) : say(paper.boxCast, { n: box.cast, of: box.expected })}</b>
        {isSealed ? <p><span className="quiet">{paper.boxRoot}</span> <code className="paper-root">{box.root}</code></p> : <p className="quiet">{paper.boxNote}</p>}
        <span className="desk-space" />
        {box.phase === 'closed' && session.phase === 'live' && <Button onClick={() => void send({ name: 'box.close', input: { session: session.session, panel: panel.id } })}>{paper.boxAgain}</Button>}
        {box.phase === 'open' && session.phase === 'live' && <Button type="primary" onClick={() => setClosing(true)}>{paper.boxClose}</Button>}
      </div>
      {isSealed && <p className="quiet">{paper.boxRootNote}</p>}
      {closing && box.phase === 'open' && <Closing {...props} onClose={() => setClosing(false)} />}
    </section>
  );
};
