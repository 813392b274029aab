// What screens are sent: the picture on air at its step, and what the desk knows of air and seats.
import { arenaPicture, type Shown } from '../../../shared/arena/scenes.ts';
import type { ArenaSession } from '../../../shared/arena/state.ts';
import type { Picture, PictureOf } from '../../../shared/kernel/picture.ts';
import type { AirView, SeatsView, StageTimerView, WallView } from '../../../shared/meeting/views.ts';
import type { Meeting } from '../../../shared/meeting/state.ts';
import { tieInWords } from '../../documents/ruleSheet/ruleSheet.ts';
import { contestantName, judgeName } from './names.ts';
import { spokenRules, timerView } from './sessionViews.ts';
import type { ViewContext } from './context.ts';

const BLANK: Picture = { scene: 'blank' };

const pictureTimer = (context: ViewContext, session: ArenaSession): PictureOf<'timer'>['timer'] => {
  const timer = timerView(context, session);
  if (timer === null) return null;
  const { contestant, ...rest } = timer;
  return { ...rest, name: contestantName(context, session, contestant) };
};

/** The picture of any scene of a session, on air or in preview. */
export const sessionPicture = (context: ViewContext, session: ArenaSession, shown: Shown): Picture =>
  arenaPicture(session, {
    name: (id) => contestantName(context, session, id), judge: (id) => judgeName(context, session, id), speaker: (id) => context.read(session.contestants[id]?.speaker ?? null),
    title: context.read(session.title), subtitle: context.read(context.state.meeting.meetings[session.meeting]?.title ?? null),
    tie: (tie) => tieInWords(session.rules, tie, context.settings.language), ruleLines: shown.scene === 'rules' ? spokenRules(context, session, context.settings.language) : [], timer: pictureTimer(context, session),
  }, shown);

const livePicture = (context: ViewContext, meeting: Meeting): Picture => {
  const { show, step } = meeting.air;
  const session = show?.item === null || show === null ? undefined : context.state.arena.sessions[show.item];
  return show === null || session === undefined ? BLANK : sessionPicture(context, session, { ...show, step });
};

const dressed = (context: ViewContext, picture: Picture, air: { readonly mode: WallView['mode']; readonly step: number }): WallView => ({
  mode: air.mode, step: air.step, picture, theme: context.settings.theme, marking: context.settings.marking, sample: context.sample, language: context.settings.language,
});

/** The wall of one meeting: blank shows nothing, frozen the picture kept at the freeze, live the scene at its step. */
export const meetingWall = (context: ViewContext, meeting: Meeting): WallView => {
  const { air } = meeting;
  if (air.mode === 'blank') return dressed(context, BLANK, { mode: 'blank', step: 0 });
  if (air.mode === 'frozen' && air.frozen !== null) return { ...(JSON.parse(context.read(air.frozen)) as WallView), mode: 'frozen' };
  return dressed(context, livePicture(context, meeting), { mode: 'live', step: air.step });
};

export const wallView = (context: ViewContext): WallView => {
  const meeting = context.state.meeting.meetings[context.state.meeting.onAir ?? ''];
  return meeting === undefined ? dressed(context, BLANK, { mode: 'live', step: 0 }) : meetingWall(context, meeting);
};

/** A scene that is not on air, for the desk's preview. */
export const previewView = (context: ViewContext, session: ArenaSession, shown: Shown): WallView => dressed(context, sessionPicture(context, session, shown), { mode: 'live', step: shown.step });

export const airView = (context: ViewContext, meeting: Meeting): AirView => ({
  meeting: meeting.id, title: context.read(meeting.title), onAir: context.state.meeting.onAir === meeting.id,
  scene: meeting.air.show?.scene ?? null, item: meeting.air.show?.item ?? null, subject: meeting.air.show?.subject ?? null,
  step: meeting.air.step, steps: meeting.air.steps, mode: meeting.air.mode, yielded: meeting.air.yielded, wall: meetingWall(context, meeting),
});

/** The timer of the session that is live, preferring the one on air. */
export const stageTimerView = (context: ViewContext): StageTimerView => {
  const item = context.state.meeting.meetings[context.state.meeting.onAir ?? '']?.air.show?.item;
  const live = Object.values(context.state.arena.sessions).filter((session) => session.phase === 'live');
  const session = live.find((each) => each.id === item) ?? live.at(-1);
  return session === undefined ? { timer: null, title: '' } : { timer: pictureTimer(context, session), title: context.read(session.title) };
};

export const seatsView = (context: ViewContext, meeting: Meeting): SeatsView => ({
  meeting: meeting.id, projector: context.projector, screens: context.screens(),
  seats: Object.values(meeting.seats).map((seat) => {
    const { liveness, waiting } = context.presence(seat.seat);
    const name = meeting.stations[seat.seat]?.name ?? context.state.register.people[seat.subject]?.name;
    return { seat: seat.seat, role: seat.role, subject: seat.subject, name: name === undefined ? seat.subject : context.read(name), issue: seat.issue, bound: seat.browser !== null, liveness, waiting: [...waiting] };
  }),
});
