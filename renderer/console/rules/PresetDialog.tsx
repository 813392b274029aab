// Choosing a set of rules to start from: those of the program and one's own, each read in full before it is taken. Taking one replaces all rules.
import { App, Button, Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import { builtInPresets } from '../../../shared/arena/presets/presets.ts';
import type { Rules } from '../../../shared/arena/rules.ts';
import type { PresetsView } from '../../../shared/arena/views.ts';
import { say } from '../../../shared/text/say.ts';
import { useView } from '../../common/useView.ts';
import { useSend } from '../host.ts';
import { useWords } from '../words.ts';
import { SheetText } from './SheetText.tsx';
import { useDescription } from './useDescription.ts';

interface Offer { readonly id: string; readonly name: string; readonly about: string; readonly sample: string; readonly rules: Rules; readonly own: boolean }

const useOffers = (): readonly Offer[] => {
  const { language } = useWords();
  const kept = useView<PresetsView>('presets').data?.presets ?? [];
  return [
    ...builtInPresets.map((preset) => ({ id: preset.id, name: language === 'zh' ? preset.name : preset.nameEn, about: preset.about[language], sample: preset.sample[language], rules: preset.rules, own: false })),
    ...kept.map((preset) => ({ ...preset, about: '', sample: '', own: true })),
  ];
};

const OfferList = ({ offers, chosen, onChoose }: { readonly offers: readonly Offer[]; readonly chosen: string | null; readonly onChoose: (id: string) => void }): ReactElement => (
  <ul className="preset-list">
    {offers.map((offer) => <li key={offer.id}><button type="button" aria-pressed={offer.id === chosen} onClick={() => onChoose(offer.id)}><b>{offer.name}</b>{offer.about !== '' && <span>{offer.about}</span>}</button></li>)}
  </ul>
);

const Reading = ({ offer }: { readonly offer: Offer | undefined }): ReactElement => {
  const { rules: text, language } = useWords();
  const said = useDescription(offer?.rules ?? null);
  if (offer === undefined) return <p className="empty">{text.pickOne}</p>;
  return <div className="preset-read"><h3>{offer.name}</h3>{offer.sample !== '' && <p className="preset-sample">{offer.sample}</p>}<SheetText lines={said?.[language] ?? []} /></div>;
};

export const PresetDialog = ({ onTake, onClose }: { readonly onTake: (rules: Rules, name: string) => void; readonly onClose: () => void }): ReactElement => {
  const { rules: text, shell } = useWords();
  const send = useSend();
  const { modal } = App.useApp();
  const offers = useOffers();
  const [chosen, setChosen] = useState<string | null>(null);
  const offer = offers.find((each) => each.id === chosen);
  const own = offers.filter((each) => each.own);
  const remove = ({ id, name }: Offer): void => {
    void modal.confirm({ title: text.presetRemove, content: say(text.presetRemoveAsk, { name }), okText: text.presetRemove, cancelText: shell.cancel, onOk: async () => { await send({ name: 'preset.remove', input: { preset: id } }); } });
  };
  const footer = (
    <div className="preset-foot">
      <span className="quiet">{text.presetWarn}</span>
      <span className="desk-space" />
      {offer?.own === true && <Button danger onClick={() => remove(offer)}>{text.presetRemove}</Button>}
      <Button onClick={onClose}>{shell.cancel}</Button>
      <Button type="primary" disabled={offer === undefined} onClick={() => { if (offer !== undefined) onTake(offer.rules, offer.name); }}>{text.presetUse}</Button>
    </div>
  );
  return (
    <Modal open title={text.presetsTitle} width={980} footer={footer} onCancel={onClose} destroyOnHidden>
      <div className="preset-columns">
        <div>
          <h3>{text.presetsBuiltIn}</h3>
          <OfferList offers={offers.filter((each) => !each.own)} chosen={chosen} onChoose={setChosen} />
          <h3>{text.presetsOwn}</h3>
          {own.length === 0 ? <p className="quiet">{text.presetsNone}</p> : <OfferList offers={own} chosen={chosen} onChoose={setChosen} />}
        </div>
        <Reading key={chosen ?? ''} offer={offer} />
      </div>
    </Modal>
  );
};
