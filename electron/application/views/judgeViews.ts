// What a judge's phone is sent: own windows, own sheets, and whether an own ballot lies in the box (never which).
import { isExcused } from '../../../shared/arena/missing.ts';
import { isWholeSheet } from '../../../shared/arena/forms.ts';
import { formOf, panelScores, type Panel } from '../../../shared/arena/rules.ts';
import { TRIAL, type ArenaSession, type Contestant } from '../../../shared/arena/state.ts';
import type { MySheetView, SeatView } from '../../../shared/arena/views.ts';
import type { ViewContext } from './context.ts';
import { contestantName } from './names.ts';

/** Sessions of a meeting in which this person judges and that phones may see. */
const sessionsOfJudge = (context: ViewContext, meeting: string, judge: string): readonly ArenaSession[] =>
  Object.values(context.state.arena.sessions).filter((session) => session.meeting === meeting && session.phase !== 'setup' && session.phase !== 'archived' && session.judges.some((each) => each.id === judge));

const seatWindow = (context: ViewContext, session: ArenaSession, given: { readonly contestant: Contestant; readonly judge: string; readonly order: number }): SeatView['sessions'][number]['windows'] => {
  const { contestant, judge, order } = given;
  const { window } = contestant;
  const rev = window.sheets[judge]?.revision ?? 0;
  const open = window.phase === 'open' || window.phase === 'checked';
  if (contestant.stage === 'withdrawn' || contestant.stage === 'forfeited' || (!open && rev === 0 && window.phase !== 'locked')) return [];
  const cause = isExcused(window, judge) ? window.gaps[judge]?.cause : undefined;
  return [{ id: contestant.id, name: contestantName(context, session, contestant.id), order, rev, open: open && cause !== 'recused' && cause !== 'leftEarly', ...(cause === undefined ? {} : { excused: cause }) }];
};

export const seatView = (context: ViewContext, given: { readonly meeting: string; readonly judge: string }): SeatView => {
  const sessions = sessionsOfJudge(context, given.meeting, given.judge);
  const person = context.state.register.people[given.judge];
  const frozen = sessions[0]?.judges.find((each) => each.id === given.judge);
  return {
    name: context.read(frozen?.name ?? person?.name ?? null), title: context.read(frozen?.title ?? person?.title ?? null),
    marking: context.settings.marking, sample: context.sample,
    sessions: sessions.flatMap((session) => seatSession(context, session, given.judge)),
  };
};

/** How this panel's sheets leave a phone: into the box, whole under one's name, or contestant by contestant. */
const sendOf = (session: ArenaSession, panel: Panel): SeatView['sessions'][number]['send'] =>
  panel.voters === 'anonymous' ? 'box' : isWholeSheet(formOf(session.rules, panel)) ? 'whole' : 'each';

const seatSession = (context: ViewContext, session: ArenaSession, judge: string): SeatView['sessions'] => {
  const panel = session.rules.panels.find((each) => each.id === session.judges.find((seat) => seat.id === judge)?.panel);
  if (panel === undefined) return [];
  const box = session.boxes[panel.id];
  // A calibration round has one contestant, so there is nothing to rank and no box for it.
  const ids = session.trial === 'open' && sendOf(session, panel) === 'each' ? [TRIAL, ...session.order] : session.order;
  const scored = ids.flatMap((id) => session.contestants[id] ?? []).filter((contestant) => panelScores(panel, contestant.category));
  return [{
      shown: session.rules.disclosure.marks,
      id: session.id, title: context.read(session.title), open: session.phase === 'live',
      panel: panel.name, form: formOf(session.rules, panel), send: sendOf(session, panel),
      ...(box === undefined ? {} : { box: { open: box.phase === 'open', cast: context.castSeats(box.box).includes(judge) } }),
      windows: scored.flatMap((contestant) => seatWindow(context, session, { contestant, judge, order: session.order.indexOf(contestant.id) + 1 })),
  }];
};

export const mySheetView = (context: ViewContext, session: ArenaSession, given: { readonly contestant: Contestant; readonly judge: string }): MySheetView => {
  const { window } = given.contestant;
  const sheet = window.sheets[given.judge];
  return {
    session: session.id, contestant: given.contestant.id, name: contestantName(context, session, given.contestant.id), open: window.phase === 'open' || window.phase === 'checked',
    revision: sheet?.revision ?? 0, kind: sheet?.kind ?? null, marks: { ...sheet?.marks }, at: sheet?.wall ?? null, source: sheet?.source ?? null,
    late: window.late.some((late) => late.sheet.judge === given.judge && !late.admitted),
  };
};
