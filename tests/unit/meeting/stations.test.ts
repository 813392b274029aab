// Stations of a meeting: named places of work for clerks and supervisors, added, renewed and removed by the host.
import { describe, expect, it } from 'vitest';
import type { MeetingCommand } from '../../../shared/meeting/commands.ts';
import { meetingCommands } from '../../../shared/meeting/commands.ts';
import { decideMeeting } from '../../../shared/meeting/decide.ts';
import { meetingEvents, type MeetingEvent } from '../../../shared/meeting/events.ts';
import { evolveMeetings } from '../../../shared/meeting/evolve.ts';
import { emptyMeetings, type Meeting, type MeetingState } from '../../../shared/meeting/state.ts';
import type { Tools } from '../../../shared/kernel/decision.ts';

/** A meeting under hand: commands in, events kept, texts in a map as the registry keeps them. */
class Desk {
  state: MeetingState = emptyMeetings;
  readonly events: MeetingEvent[] = [];
  readonly #texts = new Map<string, string>();
  #ids = 0;
  readonly #tools: Tools = {
    now: { wall: 0, mono: 0, boot: 'b' }, by: { role: 'host', subject: 'host', device: 'desk' },
    id: () => `id-${(this.#ids += 1)}`,
    text: (value) => { const text = `text-${this.#texts.size}`; this.#texts.set(text, value); return { text, hash: 'h' }; },
    read: ({ text }) => this.#texts.get(text) ?? '',
  };

  constructor() {
    this.send({ name: 'meeting.create', input: { title: '示例会议' } });
  }
  get meeting(): Meeting {
    const [meeting] = Object.values(this.state.meetings);
    if (meeting === undefined) throw new Error('no meeting');
    return meeting;
  }
  /** The refusal's code, or what was answered. */
  send(command: MeetingCommand): unknown {
    const decision = decideMeeting({ state: this.state, tools: this.#tools, facts: { scene: null, picture: '' } }, command);
    if (!decision.ok) return decision.refusal.code;
    for (const event of decision.value.events) {
      this.events.push(event);
      this.state = evolveMeetings(this.state, event);
    }
    return decision.value.answer;
  }
  add(name: string, role: 'clerk' | 'supervisor' = 'clerk'): string {
    const answer = this.send({ name: 'station.add', input: { meeting: this.meeting.id, role, name } });
    return typeof answer === 'string' ? answer : (answer as { seat: string }).seat;
  }
  remove(seat: string): unknown {
    return this.send({ name: 'station.remove', input: { meeting: this.meeting.id, seat } });
  }
  named(seat: string): string {
    const station = this.meeting.stations[seat];
    return station === undefined ? '' : this.#tools.read(station.name);
  }
}

describe('a station', () => {
  it('is a free seat of its role that is its own subject, with a name outside the chain', () => {
    const desk = new Desk();
    const seat = desk.add('录票台 1');
    expect(desk.meeting.seats[seat]).toEqual({ seat, role: 'clerk', subject: seat, browser: null, issue: 1 });
    expect([desk.named(seat), JSON.stringify(desk.events).includes('录票台')]).toEqual(['录票台 1', false]);
    for (const event of desk.events) expect(meetingEvents[event.name].safeParse(event.body).success).toBe(true);
  });

  it('needs a name of its own among those present', () => {
    const desk = new Desk();
    const first = desk.add('录票台 1');
    expect([desk.add(''), desk.add('录票台 1', 'supervisor')]).toEqual(['nameEmpty', 'nameTaken']);
    desk.remove(first);
    expect(desk.add('录票台 1')).toMatch(/^id-/);
  });

  it('that is removed is a seat no more and keeps its name for what it keyed', () => {
    const desk = new Desk();
    const [gone, stays] = [desk.add('录票台 1'), desk.add('监督员', 'supervisor')];
    desk.remove(gone);
    expect(Object.keys(desk.meeting.seats)).toEqual([stays]);
    expect([desk.named(gone), desk.meeting.stations[gone]?.removed, desk.meeting.stations[stays]?.removed]).toEqual(['录票台 1', true, false]);
    expect([desk.remove(gone), desk.send({ name: 'seat.renew', input: { meeting: desk.meeting.id, seat: gone } })]).toEqual(['unknownSeat', 'unknownSeat']);
  });

  it('is renewed like any card: the browser forgotten, the issue counted', () => {
    const desk = new Desk();
    const seat = desk.add('录票台 1');
    desk.send({ name: 'device.bind', input: { meeting: desk.meeting.id, seat, browser: 'tablet' } });
    expect(desk.meeting.seats[seat]?.browser).toBe('tablet');
    desk.send({ name: 'seat.renew', input: { meeting: desk.meeting.id, seat } });
    expect(desk.meeting.seats[seat]).toMatchObject({ browser: null, issue: 2 });
  });

  it('is removed as a station only: a judge’s seat is none', () => {
    const desk = new Desk();
    desk.send({ name: 'seat.issue', input: { meeting: desk.meeting.id, seats: [{ role: 'judge', subject: 'p1' }] } });
    const [seat = ''] = Object.keys(desk.meeting.seats);
    expect([desk.remove(seat), Object.keys(desk.meeting.seats)]).toEqual(['unknownSeat', [seat]]);
  });

  it('comes only by its own command: no seat is issued to a clerk or supervisor as a person', () => {
    for (const role of ['clerk', 'supervisor']) {
      expect(meetingCommands['seat.issue'].input.safeParse({ meeting: 'm', seats: [{ role, subject: 'p1' }] }).success).toBe(false);
    }
    expect(meetingCommands['station.add'].input.safeParse({ meeting: 'm', role: 'judge', name: '录票台' }).success).toBe(false);
  });

  it('is one of at most forty at a time', () => {
    const desk = new Desk();
    const seats = Array.from({ length: 40 }, (_, at) => desk.add(`录票台 ${at + 1}`));
    expect(desk.add('录票台 41')).toBe('tooLarge');
    desk.remove(seats[3] ?? '');
    expect(desk.add('录票台 41')).toMatch(/^id-/);
  });
});
