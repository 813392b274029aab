// What must follow in another area: pure event → commands, dispatched as `system` inside the same transaction,
// with an id made from the source seq and the reaction's name, so that a restart cannot do it twice.
import { stageScene } from '../../shared/arena/scenes.ts';
import type { HouseEvent, HouseState } from './house.ts';

export interface Reaction { readonly name: string; readonly command: { readonly name: string; readonly input: unknown } }

const CHANGES_THE_WALL: readonly string[] = ['sceneShown', 'sceneStepped', 'airWentLive', 'airReturned'];

/** The commands that follow from one event, given the state after it. */
export const reactionsTo = (state: HouseState, { area, event }: HouseEvent): readonly Reaction[] => {
  if (area === 'arena' && event.name === 'sessionCreated') {
    const { meeting, session } = event.body;
    return [{ name: 'itemOfMeeting', command: { name: 'meeting.addItem', input: { meeting, item: { area: 'arena', id: session } } } }];
  }
  if (area === 'arena' && event.name === 'figureChosen') return startedAnew(state, event.body.session);
  if (area === 'meeting' && CHANGES_THE_WALL.includes(event.name)) return revealed(state, event.body.meeting);
  return [];
};

/** The last step of a score or ranking reveal marks its windows as revealed, on the lock that was shown; of the awards, that they were announced. */
const revealed = (state: HouseState, meeting: string): readonly Reaction[] => {
  const air = state.meeting.meetings[meeting]?.air;
  const show = air?.show;
  if (air === undefined || show === null || show === undefined || show.item === null || air.step < air.steps - 1) return [];
  // Behind a freeze, a blank or a PPT the room has seen nothing yet.
  if (air.mode !== 'live' || air.yielded) return [];
  if (show.scene !== 'score' && show.scene !== 'ranking' && show.scene !== 'awards') return [];
  const session = state.arena.sessions[show.item];
  // What was shown before, or belongs to an archived session, is marked already or never: shown again it changes nothing.
  if (session === undefined || session.phase === 'archived') return [];
  if (show.scene === 'awards') return session.awardsShown.includes(show.subject ?? '') ? [] : [{ name: `awards-${show.subject ?? ''}`, command: { name: 'awards.revealed', input: { session: session.id, category: show.subject } } }];
  // A ground may hold more locks than the picture shows: what whole sheets stand on, and other categories.
  const isShown = (contestant: string): boolean => (show.scene === 'score' ? contestant === show.subject : show.subject === null || session.contestants[contestant]?.category === show.subject);
  const shown = Object.entries(show.ground).filter(([contestant]) => isShown(contestant));
  const unseen = shown.filter(([contestant, lock]) => (session.contestants[contestant]?.window.revealedLock ?? lock) < lock);
  return unseen.map(([contestant, lock]) => ({ name: `revealed-${contestant}`, command: { name: 'window.revealed', input: { session: session.id, contestant, lock } } }));
};

const WITH_FIGURES: readonly string[] = ['score', 'standings', 'ranking', 'awards'];

/** A switch between the figures begins what is on air anew: no figure goes before the room without its own step. */
const startedAnew = (state: HouseState, id: string): readonly Reaction[] => {
  const session = state.arena.sessions[id];
  const meeting = state.meeting.meetings[state.meeting.onAir ?? ''];
  const show = meeting?.air.show;
  if (session === undefined || meeting === undefined || show?.item !== id || !WITH_FIGURES.includes(show.scene)) return [];
  const may = stageScene(session, show.scene, show.subject).ok;
  return [{ name: 'figure', command: { name: 'air.show', input: { meeting: meeting.id, item: id, scene: may ? show.scene : 'blank', subject: may ? show.subject : null } } }];
};
