// Which topics exist for a connection, what each is made of, and which events make it stale. Parameters are parsed before they come here.
import type { HouseEvent } from '../house.ts';
import { mySheetView, resultView, seatView, sessionView, windowView } from './arenaViews.ts';
import type { ViewContext } from './context.ts';
import { homeView, registerView, type HomeParts } from './houseViews.ts';
import { airView, previewView, seatsView, stageTimerView, wallView } from './wallViews.ts';

export interface Viewer { readonly meeting: string; readonly subject: string }
export interface Topic {
  /** Null when what it names does not exist. */
  readonly make: (context: ViewContext, params: Readonly<Record<string, string>>, viewer: Viewer) => unknown;
  readonly touchedBy: (event: HouseEvent, params: Readonly<Record<string, string>>, viewer: Viewer) => boolean;
  /** Also recomputed when presence, settings or windows change. */
  readonly ambient?: true;
}

const ofSession = ({ area, event }: HouseEvent, params: Readonly<Record<string, string>>): boolean => area === 'arena' && 'session' in event.body && event.body.session === params['session'];
const inWindow = (happened: HouseEvent, params: Readonly<Record<string, string>>): boolean =>
  ofSession(happened, params) && (!('contestant' in happened.event.body) || happened.event.body.contestant === params['contestant']);
const onWall = ({ area, event }: HouseEvent): boolean => area === 'meeting' ? event.name.startsWith('air') || event.name.startsWith('scene') : area === 'arena';
/** A sheet of another judge does not concern this one. */
const ofJudge = ({ area, event }: HouseEvent, judge: string): boolean => area === 'arena' && (!('judge' in event.body) || event.body.judge === judge);

export const topics = (home: () => HomeParts): Readonly<Record<string, Topic>> => {
  const session = (context: ViewContext, params: Readonly<Record<string, string>>) => context.state.arena.sessions[params['session'] ?? ''];
  const meeting = (context: ViewContext, params: Readonly<Record<string, string>>) => context.state.meeting.meetings[params['meeting'] ?? ''];
  return {
    home: { make: (context) => homeView(context, home()), touchedBy: () => true, ambient: true },
    register: { make: registerView, touchedBy: ({ area }) => area === 'register' },
    session: { make: (context, params) => { const found = session(context, params); return found === undefined ? null : sessionView(context, found); }, touchedBy: (event, params) => ofSession(event, params) || event.area !== 'arena' },
    window: {
      make: (context, params) => { const found = session(context, params); const contestant = found?.contestants[params['contestant'] ?? '']; return found === undefined || contestant === undefined ? null : windowView(context, found, contestant); },
      touchedBy: inWindow,
    },
    result: { make: (context, params) => { const found = session(context, params); return found === undefined ? null : resultView(context, found); }, touchedBy: ofSession },
    air: { make: (context, params) => { const found = meeting(context, params); return found === undefined ? null : airView(context, found); }, touchedBy: onWall, ambient: true },
    preview: {
      make: (context, params) => { const found = session(context, params); return found === undefined ? null : previewView(context, found, { scene: params['scene'] ?? '', subject: params['subject'] === '' ? null : (params['subject'] ?? null), step: Number(params['step']), ground: currentGround(found) }); },
      touchedBy: ofSession, ambient: true,
    },
    seats: { make: (context, params) => { const found = meeting(context, params); return found === undefined ? null : seatsView(context, found); }, touchedBy: ({ area }) => area !== 'arena', ambient: true },
    wall: { make: (context) => wallView(context), touchedBy: onWall, ambient: true },
    stageTimer: { make: (context) => stageTimerView(context), touchedBy: onWall },
    seat: { make: (context, _params, viewer) => seatView(context, { meeting: viewer.meeting, judge: viewer.subject }), touchedBy: (event, _params, viewer) => ofJudge(event, viewer.subject) },
    mySheet: {
      make: (context, params, viewer) => { const found = session(context, params); const contestant = found?.contestants[params['contestant'] ?? '']; return found === undefined || found.meeting !== viewer.meeting || contestant === undefined || !found.judges.some((judge) => judge.id === viewer.subject) ? null : mySheetView(context, found, { contestant, judge: viewer.subject }); },
      touchedBy: (event, params, viewer) => inWindow(event, params) && ofJudge(event, viewer.subject),
    },
  };
};

/** A preview stands on the newest locks. */
const currentGround = (session: { readonly contestants: Readonly<Record<string, { readonly window: { readonly locks: readonly unknown[] } }>> }): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(session.contestants).filter(([, contestant]) => contestant.window.locks.length > 0).map(([id, contestant]) => [id, contestant.window.locks.length]));
