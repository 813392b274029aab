// What must follow in another area: pure event → commands, dispatched as `system` inside the same transaction,
// with an id made from the source seq and the reaction's name, so that a restart cannot do it twice.
import type { HouseEvent, HouseState } from './house.ts';

export interface Reaction { readonly name: string; readonly command: { readonly name: string; readonly input: unknown } }

const CHANGES_THE_WALL: readonly string[] = ['sceneShown', 'sceneStepped', 'airWentLive', 'airReturned'];

/** The commands that follow from one event, given the state after it. */
export const reactionsTo = (state: HouseState, { area, event }: HouseEvent): readonly Reaction[] => {
  if (area === 'arena' && event.name === 'sessionCreated') {
    const { meeting, session } = event.body;
    return [{ name: 'itemOfMeeting', command: { name: 'meeting.addItem', input: { meeting, item: { area: 'arena', id: session } } } }];
  }
  if (area === 'meeting' && CHANGES_THE_WALL.includes(event.name)) return revealed(state, event.body.meeting);
  return [];
};

/** The last step of a score or ranking reveal marks its windows as revealed, on the lock that was shown. */
const revealed = (state: HouseState, meeting: string): readonly Reaction[] => {
  const air = state.meeting.meetings[meeting]?.air;
  const show = air?.show;
  if (air === undefined || show === null || show === undefined || show.item === null || air.step < air.steps - 1) return [];
  // Behind a freeze, a blank or a PPT the room has seen nothing yet.
  if (air.mode !== 'live' || air.yielded) return [];
  if (show.scene !== 'score' && show.scene !== 'ranking') return [];
  const session = state.arena.sessions[show.item];
  // What was shown before, or belongs to an archived session, is marked already or never: shown again it changes nothing.
  if (session === undefined || session.phase === 'archived') return [];
  const unseen = Object.entries(show.ground).filter(([contestant, lock]) => (session.contestants[contestant]?.window.revealedLock ?? lock) < lock);
  return unseen.map(([contestant, lock]) => ({ name: `revealed-${contestant}`, command: { name: 'window.revealed', input: { session: session.id, contestant, lock } } }));
};
