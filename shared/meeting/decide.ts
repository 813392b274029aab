// What may happen to a meeting. What it needs from an arena (may this scene be shown, in how many steps, on what ground,
// what does the wall show now) comes in as facts, gathered by the application.
import type { Decided, Decision, Tools } from '../kernel/decision.ts';
import { done, refuse, type Result } from '../kernel/result.ts';
import type { MeetingCommand } from './commands.ts';
import type { MeetingEvent } from './events.ts';
import type { Meeting, MeetingState } from './state.ts';

export interface MeetingFacts {
  /** Whether the scene asked for may be shown now, its number of steps and the locks it stands on. */
  readonly scene: Result<{ readonly steps: number; readonly ground: Readonly<Record<string, number>> }> | null;
  /** What the wall shows at this moment, as JSON text. */
  readonly picture: string;
}
interface Given { readonly state: MeetingState; readonly tools: Tools; readonly facts: MeetingFacts }

const one = (event: MeetingEvent, answer?: Decided<MeetingEvent>['answer']): Decision<MeetingEvent> =>
  done(answer === undefined ? { events: [event] } : { events: [event], answer });
const nothing: Decision<MeetingEvent> = done({ events: [] });

/** Decides one meeting command. Errors: unknownMeeting, unknownSeat, nameEmpty, nameTaken, tooLarge, nothingOnAir, stepOutOfRange, alreadyYielded, notYielded and the scene's own refusals. */
export const decideMeeting = (given: Given, command: MeetingCommand): Decision<MeetingEvent> => {
  if (command.name === 'meeting.create') {
    if (command.input.title === '') return refuse('nameEmpty', { what: 'title' });
    const meeting = given.tools.id();
    return one({ name: 'meetingCreated', body: { meeting, title: given.tools.text(command.input.title) } }, { meeting });
  }
  const meeting = given.state.meetings[command.input.meeting];
  if (meeting === undefined) return refuse('unknownMeeting');
  return command.name.startsWith('air.') ? decideAir({ ...given, meeting }, command) : decideSeats({ ...given, meeting }, command);
};

function decideSeats({ meeting, tools }: Given & { meeting: Meeting }, command: MeetingCommand): Decision<MeetingEvent> {
  const id = meeting.id;
  switch (command.name) {
    case 'meeting.addItem': return one({ name: 'itemAdded', body: { meeting: id, item: command.input.item } });
    case 'seat.issue': {
      const held = Object.values(meeting.seats);
      const seats = command.input.seats
        .filter((wanted, at, all) => ![...held, ...all.slice(0, at)].some((seat) => seat.role === wanted.role && seat.subject === wanted.subject))
        .map((wanted) => ({ seat: tools.id(), ...wanted }));
      return seats.length === 0 ? nothing : one({ name: 'seatsIssued', body: { meeting: id, seats } });
    }
    case 'seat.renew': return withSeat(meeting, command.input.seat, (seat) => one({ name: 'seatRenewed', body: { meeting: id, seat } }));
    case 'station.add': case 'station.remove': return decideStations({ meeting, tools }, command);
    case 'device.bind': case 'device.approve': {
      const { seat, browser } = command.input;
      const holder = meeting.seats[seat]?.browser ?? null;
      // A first scan takes a free seat only; a held one changes hands by the desk's tap.
      if (command.name === 'device.bind' && holder !== null) return holder === browser ? nothing : refuse('notThisDevice');
      const approved = command.name === 'device.approve';
      return withSeat(meeting, seat, () => one({ name: 'deviceBound', body: { meeting: id, seat, browser, approved } }));
    }
    default: return refuse('unknownCommand', { name: command.name });
  }
}

/** More than any counting room holds; each is a socket and a card that somebody must look after. */
const MOST_STATIONS = 40;

function decideStations({ meeting, tools }: Pick<Given, 'tools'> & { meeting: Meeting }, command: Extract<MeetingCommand, { name: 'station.add' | 'station.remove' }>): Decision<MeetingEvent> {
  const present = Object.values(meeting.stations).filter((station) => !station.removed);
  if (command.name === 'station.remove') {
    const { seat } = command.input;
    return present.some((station) => station.seat === seat) ? one({ name: 'stationRemoved', body: { meeting: meeting.id, seat } }) : refuse('unknownSeat');
  }
  const { role, name } = command.input;
  if (name === '') return refuse('nameEmpty', { what: 'station' });
  // What is keyed is told apart by the station's name alone.
  if (present.some((station) => tools.read(station.name) === name)) return refuse('nameTaken', { name, other: name });
  if (present.length >= MOST_STATIONS) return refuse('tooLarge');
  const seat = tools.id();
  return one({ name: 'stationAdded', body: { meeting: meeting.id, seat, role, name: tools.text(name) } }, { seat });
}

const withSeat = (meeting: Meeting, seat: string, then: (seat: string) => Decision<MeetingEvent>): Decision<MeetingEvent> =>
  meeting.seats[seat] === undefined ? refuse('unknownSeat') : then(seat);

function decideAir({ meeting, tools, facts }: Given & { meeting: Meeting }, command: MeetingCommand): Decision<MeetingEvent> {
  const id = meeting.id;
  const { air } = meeting;
  switch (command.name) {
    case 'air.show': {
      if (facts.scene === null) return refuse('sceneNotAllowed', { scene: command.input.scene });
      if (!facts.scene.ok) return facts.scene;
      const { scene, item, subject } = command.input;
      return one({ name: 'sceneShown', body: { meeting: id, show: { scene, item, subject, ground: { ...facts.scene.value.ground } }, step: 0, steps: facts.scene.value.steps } });
    }
    case 'air.step': {
      if (air.show === null) return refuse('nothingOnAir');
      if (command.input.step >= air.steps) return refuse('stepOutOfRange', { step: command.input.step, last: air.steps - 1 });
      return command.input.step === air.step ? nothing : one({ name: 'sceneStepped', body: { meeting: id, step: command.input.step } });
    }
    case 'air.live': return air.mode === 'live' ? nothing : one({ name: 'airWentLive', body: { meeting: id } });
    case 'air.freeze': return air.mode === 'frozen' ? nothing : one({ name: 'airFrozen', body: { meeting: id, picture: tools.text(facts.picture) } });
    case 'air.blank': return air.mode === 'blank' ? nothing : one({ name: 'airBlanked', body: { meeting: id } });
    case 'air.yield': return air.yielded ? refuse('alreadyYielded') : one({ name: 'airYielded', body: { meeting: id } });
    case 'air.return': return air.yielded ? one({ name: 'airReturned', body: { meeting: id } }) : refuse('notYielded');
    default: return refuse('unknownCommand', { name: command.name });
  }
}
