// Which topics exist for a connection, what each is made of, and which events make it stale. Parameters are parsed before they come here.
import { PARTS, type Ground } from '../../../shared/arena/sessionResult.ts';
import type { ArenaSession } from '../../../shared/arena/state.ts';
import type { HouseEvent } from '../house.ts';
import type { ViewContext } from './context.ts';
import { mySheetView, seatView } from './judgeViews.ts';
import { batchView } from './paperViews.ts';
import { resultView } from './resultViews.ts';
import { reviewView } from './reviewViews.ts';
import { sessionView } from './sessionViews.ts';
import { windowView } from './windowViews.ts';
import { paperView, workingView } from './workingViews.ts';
import { homeView, registerView, type HomeParts } from './houseViews.ts';
import { stationView } from './stationViews.ts';
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
    review: { make: (context, params) => { const found = session(context, params); return found === undefined ? null : reviewView(context, found); }, touchedBy: ofSession },
    working: { make: (context, params) => { const found = session(context, params); return found === undefined ? null : workingView(context, found, params['contestant'] ?? ''); }, touchedBy: ofSession },
    paper: { make: (context, params) => { const found = session(context, params); return found === undefined ? null : paperView(context, found); }, touchedBy: ofSession },
    presets: { make: (context) => ({ presets: Object.values(context.state.arena.presets).map((preset) => ({ id: preset.id, name: context.read(preset.name), rules: preset.rules })) }), touchedBy: ({ event }) => event.name.startsWith('preset') },
    batch: {
      make: (context, params, viewer) => { const found = session(context, params); return found === undefined ? null : batchView(context, found, { batch: params['batch'] ?? '', voter: params['voter'] ?? null, viewer }); },
      touchedBy: (event, params) => ofSession(event, params) && (event.event.name.startsWith('batch') || event.event.name.startsWith('entry') || event.event.name === 'recusalsConfirmed') && (!('batch' in event.event.body) || event.event.body.batch === params['batch']) && (params['voter'] === undefined || !('voter' in event.event.body) || event.event.body.voter === params['voter']),
    },
    air: { make: (context, params) => { const found = meeting(context, params); return found === undefined ? null : airView(context, found); }, touchedBy: onWall, ambient: true },
    preview: {
      make: (context, params) => { const found = session(context, params); return found === undefined ? null : previewView(context, found, { scene: params['scene'] ?? '', subject: params['subject'] === '' ? null : (params['subject'] ?? null), step: Number(params['step']), ground: currentGround(found) }); },
      touchedBy: ofSession, ambient: true,
    },
    seats: { make: (context, params) => { const found = meeting(context, params); return found === undefined ? null : seatsView(context, found); }, touchedBy: ({ area }) => area !== 'arena', ambient: true },
    wall: { make: (context) => wallView(context), touchedBy: onWall, ambient: true },
    stageTimer: { make: (context) => stageTimerView(context), touchedBy: onWall },
    station: { make: stationView, touchedBy: ({ area, event }, _params, viewer) => (area === 'meeting' && event.body.meeting === viewer.meeting && event.name.startsWith('station')) || (area === 'arena' && STATION_EVENTS.some((start) => event.name.startsWith(start))), ambient: true },
    seat: { make: (context, _params, viewer) => seatView(context, { meeting: viewer.meeting, judge: viewer.subject }), touchedBy: (event, _params, viewer) => ofJudge(event, viewer.subject) },
    mySheet: {
      make: (context, params, viewer) => { const found = session(context, params); const contestant = found?.contestants[params['contestant'] ?? '']; return found === undefined || found.meeting !== viewer.meeting || contestant === undefined || !found.judges.some((judge) => judge.id === viewer.subject) ? null : mySheetView(context, found, { contestant, judge: viewer.subject }); },
      touchedBy: (event, params, viewer) => inWindow(event, params) && ofJudge(event, viewer.subject),
    },
  };
};

/** What changes a station's list of batches. */
const STATION_EVENTS: readonly string[] = ['batch', 'entry', 'session'];

/** A preview stands on the newest locks and part scores. */
const currentGround = (session: Pick<ArenaSession, 'contestants' | 'parts'>): Ground => ({
  ...(session.parts.length === 0 ? {} : { [PARTS]: session.parts.length }),
  ...Object.fromEntries(Object.entries(session.contestants).filter(([, contestant]) => contestant.window.locks.length > 0).map(([id, contestant]) => [id, contestant.window.locks.length])),
});
