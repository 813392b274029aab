// What then is: one event applied to the meetings.
import type { MeetingEvent } from './events.ts';
import { emptyAir, type Air, type HeldSeat, type Meeting, type MeetingState } from './state.ts';

/** Applies one event of a meeting; an event of an unknown meeting is a bug. */
export const evolveMeetings = (state: MeetingState, event: MeetingEvent): MeetingState => {
  const id = event.body.meeting;
  if (event.name === 'meetingCreated') {
    const meeting: Meeting = { id, title: event.body.title, items: [], seats: {}, stations: {}, air: emptyAir };
    return { ...state, meetings: { ...state.meetings, [id]: meeting } };
  }
  const meeting = state.meetings[id];
  if (meeting === undefined) throw new Error(`event ${event.name} of an unknown meeting`);
  const next = evolveSeats(meeting, event) ?? { ...meeting, air: evolveAir(meeting.air, event) };
  return { meetings: { ...state.meetings, [id]: next }, onAir: event.name === 'sceneShown' ? id : state.onAir };
};

function evolveSeats(meeting: Meeting, event: MeetingEvent): Meeting | undefined {
  const change = (seat: string, with_: (held: HeldSeat) => HeldSeat): Meeting => {
    const held = meeting.seats[seat];
    return held === undefined ? meeting : { ...meeting, seats: { ...meeting.seats, [seat]: with_(held) } };
  };
  switch (event.name) {
    case 'itemAdded': return { ...meeting, items: [...meeting.items, event.body.item] };
    case 'seatsIssued': return { ...meeting, seats: { ...meeting.seats, ...Object.fromEntries(event.body.seats.map((seat) => [seat.seat, { ...seat, browser: null, issue: 1 }])) } };
    case 'seatRenewed': return change(event.body.seat, (held) => ({ ...held, browser: null, issue: held.issue + 1 }));
    case 'stationAdded': case 'stationRemoved': return evolveStations(meeting, event);
    case 'deviceBound': return change(event.body.seat, (held) => ({ ...held, browser: event.body.browser }));
    default: return undefined;
  }
}

function evolveStations(meeting: Meeting, event: Extract<MeetingEvent, { name: 'stationAdded' | 'stationRemoved' }>): Meeting {
  const { seat } = event.body;
  if (event.name === 'stationAdded') {
    const { role, name } = event.body;
    return {
      ...meeting, seats: { ...meeting.seats, [seat]: { seat, role, subject: seat, browser: null, issue: 1 } },
      stations: { ...meeting.stations, [seat]: { seat, role, name, removed: false } },
    };
  }
  const station = meeting.stations[seat];
  const seats = Object.fromEntries(Object.entries(meeting.seats).filter(([id]) => id !== seat));
  return { ...meeting, seats, stations: station === undefined ? meeting.stations : { ...meeting.stations, [seat]: { ...station, removed: true } } };
}

function evolveAir(air: Air, event: MeetingEvent): Air {
  switch (event.name) {
    // A new scene ends a freeze or a blank only by 直播: it waits behind them.
    case 'sceneShown': return { ...air, show: event.body.show, step: event.body.step, steps: event.body.steps };
    case 'sceneStepped': return { ...air, step: event.body.step };
    case 'airWentLive': return { ...air, mode: 'live', frozen: null };
    case 'airFrozen': return { ...air, mode: 'frozen', frozen: event.body.picture };
    case 'airBlanked': return { ...air, mode: 'blank', frozen: null };
    case 'airYielded': return { ...air, yielded: true };
    case 'airReturned': return { ...air, yielded: false };
    default: return air;
  }
}
