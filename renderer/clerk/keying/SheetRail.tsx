/** @jsxImportSource preact */
// All ballots of a batch side by side, each with its state as a sign and a word, so that any can be taken in hand again.
import { memo } from 'preact/compat';
import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '../words.ts';
import { labelOf } from './sheetWords.ts';
import type { Sheet } from './keyingDesk.ts';
import { keepFocus } from './useBatch.ts';

export type RailState = Sheet['state'] | 'onWay' | 'refused' | 'waiting';
export interface RailSheet { readonly sheet: Sheet; readonly state: RailState }
interface RailProps { readonly sheets: readonly RailSheet[]; readonly current: string | null; readonly onOpen: (voter: string) => void }

const SIGNS: Readonly<Record<RailState, string>> = { empty: '', keyed: '✓', differs: '≠', settled: '✓', onWay: '↑', refused: '!', waiting: '…' };

interface EntryProps { readonly voter: string; readonly label: string; readonly state: RailState; readonly isCurrent: boolean; readonly onOpen: (voter: string) => void }
const Entry = memo(({ voter, label, state, isCurrent, onOpen }: EntryProps) => {
  const words = useWords();
  const here = useRef<HTMLButtonElement>(null);
  useEffect(() => { if (isCurrent) here.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' }); }, [isCurrent]);
  return (
    <button ref={here} type="button" class={`sheet ${state}`} aria-current={isCurrent ? 'true' : undefined} aria-label={`${labelOf(words, { label })} ${words.paper.state[state]}`} onMouseDown={keepFocus} onClick={() => onOpen(voter)}>
      {label}<i aria-hidden="true">{SIGNS[state]}</i>
    </button>
  );
});

export const SheetRail = ({ sheets, current, onOpen }: RailProps) => {
  const { paper } = useWords();
  const isNamed = sheets.some(({ sheet }) => !/^\d+$/.test(sheet.label));
  return (
    <nav class={isNamed ? 'rail named' : 'rail'} aria-label={paper.sheets}>
      {sheets.map(({ sheet, state }) => <Entry key={sheet.voter} voter={sheet.voter} label={sheet.label} state={state} isCurrent={sheet.voter === current} onOpen={onOpen} />)}
    </nav>
  );
};
