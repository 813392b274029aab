// The right of the desk: preview and program as true miniatures, 上屏, and the separate keys live, freeze, blank, yield and return.
import { Button, Segmented, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import type { SessionView } from '../../../shared/arena/views.ts';
import type { AirView, SeatsView } from '../../../shared/meeting/views.ts';
import { say } from '../../../shared/text/say.ts';
import { usePreview, useSend, type Order, type Shown } from '../host.ts';
import { MiniStage } from '../kit/MiniStage.tsx';
import { useKeys } from '../kit/useKeys.ts';
import { refusalSentence, useWords, type Words } from '../words.ts';
import { previewOf, takeOrder } from './bigStep.ts';

const SCENES = ['cover', 'rules', 'order', 'next', 'timer', 'scoring', 'score', 'standings', 'ranking', 'blank'] as const;
const AIR_KEYS = [['air.live', 'L', 'airLive', 'live'], ['air.freeze', 'F', 'airFreeze', 'frozen'], ['air.blank', 'K', 'airBlank', 'blank']] as const;

interface Props { readonly session: SessionView; readonly air: AirView | null; readonly seats: SeatsView | null; readonly subject: string | null }
type Chosen = { readonly scene: string; readonly category: string | null; readonly at: string } | null;

const BY_CATEGORY: readonly string[] = ['standings', 'ranking', 'awards'];
/** A scene to choose: with categories there is one board for each. */
const sceneOptions = ({ live, adjust }: Words, { rules, lot }: SessionView): readonly { readonly value: string; readonly label: string }[] => {
  const scenes = [...SCENES.map((scene) => [scene, live[`scene_${scene}`]] as const), ...(rules.awards.tiers.length === 0 ? [] : [['awards', adjust.scene_awards] as const]), ...(lot === null ? [] : [['lot', adjust.scene_lot] as const])];
  return scenes.flatMap(([scene, label]) => (BY_CATEGORY.includes(scene) && rules.categories.length > 0
    ? rules.categories.map((category) => ({ value: `${scene} ${category.id}`, label: say(adjust.ofCategory, { scene: label, category: category.name }) })) : [{ value: scene, label }]));
};

const Preview = ({ session, shown }: { readonly session: string; readonly shown: Shown }): ReactElement => {
  const words = useWords();
  const { wall, refused } = usePreview(session, shown);
  return <MiniStage view={wall} empty={refused === null ? words.live.previewEmpty : refusalSentence(words, { code: refused, details: {} })} label={words.live.preview} />;
};

const AirKeys = ({ air, cannotYield, onSend }: { readonly air: AirView; readonly cannotYield: boolean; readonly onSend: (order: Order) => void }): ReactElement => {
  const { live } = useWords();
  const { meeting } = air;
  return (
    <div className="air-keys">
      {AIR_KEYS.map(([name, key, word, mode]) => (
        <button key={name} type="button" className="air-key" data-key={mode} aria-pressed={!air.yielded && air.mode === mode} aria-keyshortcuts={key} aria-label={live[word]} onClick={() => onSend({ name, input: { meeting } })}>{live[word]}<kbd aria-hidden>{key}</kbd></button>
      ))}
      <button type="button" className="air-key" data-key="yield" aria-pressed={air.yielded} aria-keyshortcuts="Y" aria-label={live.airYield} disabled={cannotYield} title={cannotYield ? live.cannotYield : undefined} onClick={() => onSend({ name: 'air.yield', input: { meeting } })}>{live.airYield}<kbd aria-hidden>Y</kbd></button>
      <button type="button" className="air-key" data-key="return" data-wanted={air.yielded ? '' : undefined} aria-keyshortcuts="R" aria-label={live.airReturn} disabled={!air.yielded} onClick={() => onSend({ name: 'air.return', input: { meeting } })}>{live.airReturn}<kbd aria-hidden>R</kbd></button>
    </div>
  );
};

const Program = ({ air, seats }: { readonly air: AirView; readonly seats: SeatsView | null }): ReactElement => {
  const { live } = useWords();
  const send = useSend();
  const state = air.yielded ? live.pptOnScreen : { live: live.modeLive, frozen: live.modeFrozen, blank: live.modeBlank }[air.mode];
  return (
    <>
      <div className="air-head">
        <h2>{live.program}</h2>
        <span className="air-state" data-state={air.yielded ? 'yield' : air.mode} role="status">{state}</span>
        <span className="desk-space" />
        {seats !== null && seats.screens === 0
          ? <Button size="small" type="link" onClick={() => void send({ name: 'projector.open', input: {} })}>{live.openProjector}</Button>
          : <small>{say(live.screensSome, { n: seats?.screens ?? 0 })}</small>}
      </div>
      <MiniStage view={air.wall} empty={live.previewEmpty} label={live.program} {...(air.yielded ? { veil: live.pptOnScreen } : {})} {...(air.onAir ? {} : { note: live.notOnAir })} />
    </>
  );
};

export const AirPane = ({ session, air, seats, subject }: Props): ReactElement => {
  const words = useWords();
  const { live, adjust } = words;
  const send = useSend();
  const [chosen, setChosen] = useState<Chosen>(null);
  // A scene chosen by hand holds until the run goes on.
  const at = `${session.next.action} ${session.next.contestant ?? ''}`;
  const byHand = chosen !== null && chosen.at === at ? { scene: chosen.scene, subject: chosen.category ?? subject } : null;
  const shown = previewOf(session, air, byHand);
  const take = takeOrder(session, air, shown);
  const order = (each: Order): void => void send(each);
  const meeting = session.meeting;
  useKeys({
    F4: () => { if (take !== null) order(take); },
    L: () => order({ name: 'air.live', input: { meeting } }), F: () => order({ name: 'air.freeze', input: { meeting } }), K: () => order({ name: 'air.blank', input: { meeting } }),
    Y: () => { if (seats?.projector === 'shown') order({ name: 'air.yield', input: { meeting } }); },
    R: () => { if (air?.yielded === true) order({ name: 'air.return', input: { meeting } }); },
  });
  return (
    <aside className="pane air-pane" aria-label={live.program}>
      <div className="air-head">
        <h2>{live.preview}</h2>
        <Select size="small" className="air-scene" aria-label={live.preview} value={byHand === null || chosen === null ? 'follow' : chosen.category === null ? chosen.scene : `${chosen.scene} ${chosen.category}`} onChange={(value: string) => { const [scene = '', category] = value.split(' '); setChosen(value === 'follow' ? null : { scene, category: category ?? null, at }); }}
          options={[{ value: 'follow', label: live.followNext }, ...sceneOptions(words, session)]} />
      </div>
      {session.rules.disclosure.figure === 'either' && (
        <Segmented<'combined' | 'onSite'> size="small" block aria-label={adjust.figureLabel} value={session.figure} onChange={(figure: 'combined' | 'onSite') => order({ name: 'figure.choose', input: { session: session.session, figure } })}
          options={[{ value: 'combined', label: adjust.figureCombined }, { value: 'onSite', label: adjust.figureOnSite }]} />
      )}
      <Preview session={session.session} shown={shown} />
      <div className="air-take">
        <Button type="primary" block data-reveals="" disabled={take === null} aria-label={live.take} onClick={() => { if (take !== null) order(take); }}>{take === null ? live.onScreen : live.take} <kbd aria-hidden>F4</kbd></Button>
        <Button disabled={air === null || air.step === 0} onClick={() => order({ name: 'air.step', input: { meeting, step: Math.max(0, (air?.step ?? 0) - 1) } })}>{live.stepBack}</Button>
      </div>
      {air !== null && <Program air={air} seats={seats} />}
      {air !== null && <AirKeys air={air} cannotYield={seats?.projector !== 'shown'} onSend={order} />}
    </aside>
  );
};
