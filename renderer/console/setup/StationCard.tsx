// A station's card on the desk's screen: a QR code for a tablet, an address and a six-character code for a laptop. The secret stands in the picture only.
import { Button, Modal } from 'antd';
import { useEffect, useState, type ReactElement } from 'react';
import { renderSVG } from 'uqr';
import type { SeatsView } from '../../../shared/meeting/views.ts';
import { say } from '../../../shared/text/say.ts';
import { useSend } from '../host.ts';
import { useWords } from '../words.ts';

interface Card { readonly picture: string; readonly address: string }

const pictureOf = (url: string): string => `data:image/svg+xml,${encodeURIComponent(renderSVG(url, { ecc: 'M', border: 2 }))}`;

/** The card as the host gives it; null until then. */
const useCard = (meeting: string, seat: string): Card | null => {
  const send = useSend();
  const [card, setCard] = useState<Card | null>(null);
  useEffect(() => {
    let wanted = true;
    void send({ name: 'station.card', input: { meeting, seat } }).then((answer) => {
      if (wanted && answer.ok) setCard({ picture: pictureOf(String(answer.result['url'])), address: String(answer.result['address']) });
    });
    return () => { wanted = false; };
  }, [send, meeting, seat]);
  return card;
};

export const StationCard = ({ meeting, station, onClose }: { readonly meeting: string; readonly station: SeatsView['seats'][number]; readonly onClose: () => void }): ReactElement => {
  const { stations: words } = useWords();
  const send = useSend();
  const card = useCard(meeting, station.seat);
  const [given, setGiven] = useState<{ readonly code: string; readonly until: string } | null>(null);
  const give = async (): Promise<void> => {
    const answer = await send({ name: 'seat.code', input: { meeting, seat: station.seat } });
    if (answer.ok) setGiven({ code: String(answer.result['code']), until: new Date(Number(answer.result['expiresAt'])).toLocaleTimeString('zh-CN') });
  };
  return (
    <Modal open title={say(words.cardTitle, { name: station.name })} onCancel={onClose} footer={null} width={560} destroyOnHidden>
      <div className="station-card">
        <figure>{card === null ? null : <img src={card.picture} alt={words.scan} width={220} height={220} />}<figcaption>{words.scan}</figcaption></figure>
        <div>
          <p>{words.type}</p>
          <p className="station-address">{card?.address ?? '…'}</p>
          {given === null ? null : <p><b className="station-code">{given.code}</b> {say(words.codeUntil, { time: given.until })}</p>}
          <Button type="primary" onClick={() => void give()}>{words.code}</Button>
          <p className="quiet">{words.cardNote}</p>
        </div>
      </div>
    </Modal>
  );
};
