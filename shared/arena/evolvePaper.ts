// What then is, for paper, counts, boxes, bonuses and penalties: one event applied to a session. Never refuses, never computes a score.
import type { BodyOf } from './events.ts';
import { recordSheet, unchecked, withContestant, withWindow, type Recorded, type SessionEvent } from './evolving.ts';
import type { ArenaSession, Batch } from './state.ts';
import { nameless } from './voters.ts';

/** Applies an event of the paper desk, the boxes or the adjustments; undefined for any other. */
export function evolvePaper(session: ArenaSession, event: SessionEvent, recorded: Recorded): ArenaSession | undefined {
  switch (event.name) {
    case 'adjustmentMade': {
      const { session: _session, contestant, ...made } = event.body;
      const settled = made.phase === null ? session : settlePhase(session, contestant, made.phase);
      return withWindow(settled, contestant, (window) => ({ ...window, phase: unchecked(window), adjustments: [...window.adjustments, made] }));
    }
    case 'adjustmentRemoved': return removed(session, event.body);
    case 'penaltyWaived': return settlePhase(session, event.body.contestant, event.body.phase);
    case 'countsEntered': {
      const { panel, revision, counts, blank } = event.body;
      return withWindow(session, event.body.contestant, (window) => ({ ...window, phase: unchecked(window), counts: { ...window.counts, [panel]: { revision, counts, blank, void: event.body.void } } }));
    }
    case 'panelBalanced': {
      const { panel, contestants, issued, returned, reason } = event.body;
      return contestants.reduce((before, id) => withWindow(before, id, (window) => ({ ...window, phase: unchecked(window), balances: { ...window.balances, [panel]: { issued, returned, reason } } })), session);
    }
    case 'batchGiven': {
      const { session: _session, ...batch } = event.body;
      return withBatch(session, batch.batch, () => ({ ...batch, closed: false, entries: {} }));
    }
    case 'batchClosed': return withBatch(session, event.body.batch, (batch) => ({ ...batch, closed: true }));
    case 'entryKeyed': return keyed(session, event.body);
    case 'entrySentBack': return withBatch(session, event.body.batch, (batch) => ({ ...batch, entries: { ...batch.entries, [event.body.voter]: { ...(batch.entries[event.body.voter] ?? noEntry), settled: false, sentBack: true } } }));
    case 'entrySettled': return withBatch(session, event.body.batch, (batch) => ({ ...batch, entries: { ...batch.entries, [event.body.voter]: { ...(batch.entries[event.body.voter] ?? noEntry), settled: true, sentBack: false } } }));
    case 'boxOpened': return { ...session, boxes: { ...session.boxes, [event.body.panel]: { box: event.body.box, phase: 'open', count: 0, root: '' } } };
    case 'boxClosed': return withBox(session, event.body.panel, { phase: 'closed' });
    case 'boxSealed': return sealed(session, event.body, recorded);
    default: return undefined;
  }
}

const noEntry = { first: null, second: null, settled: false } as const;

const settlePhase = (session: ArenaSession, id: string, phase: 'speech' | 'questions'): ArenaSession =>
  withContestant(session, id, (contestant) => ({ ...contestant, timeSettled: [...contestant.timeSettled.filter((each) => each !== phase), phase] }));

/** A time penalty that is taken back is open for a decision again. */
const removed = (session: ArenaSession, { contestant, adjustment }: BodyOf<'adjustmentRemoved'>): ArenaSession => {
  const gone = session.contestants[contestant]?.window.adjustments.find((each) => each.adjustment === adjustment);
  const open = gone?.phase == null ? session : withContestant(session, contestant, (each) => ({ ...each, timeSettled: each.timeSettled.filter((phase) => phase !== gone.phase) }));
  return withWindow(open, contestant, (window) => ({ ...window, phase: unchecked(window), adjustments: window.adjustments.filter((each) => each.adjustment !== adjustment) }));
};

const withBatch = (session: ArenaSession, id: string, change: (batch: Batch) => Batch): ArenaSession => {
  const batch = session.batches[id] ?? { batch: id, panel: '', contestants: [], voters: [], first: null, second: null, closed: false, entries: {} };
  return { ...session, batches: { ...session.batches, [id]: change(batch) } };
};

/** A sheet that is keyed anew is open again until both passes agree, and what was checked with it is to be checked again. */
const keyed = (session: ArenaSession, { batch: id, voter, pass, cells, by }: BodyOf<'entryKeyed'>): ArenaSession => {
  const entered = withBatch(session, id, (batch) => ({ ...batch, entries: { ...batch.entries, [voter]: { ...(batch.entries[voter] ?? noEntry), settled: false, sentBack: false, [pass === 1 ? 'first' : 'second']: { cells, by } } } }));
  return Object.keys(cells).reduce((before, contestant) => withWindow(before, contestant, (window) => ({ ...window, phase: unchecked(window) })), entered);
};

const withBox = (session: ArenaSession, panel: string, change: Partial<ArenaSession['boxes'][string]>): ArenaSession => {
  const box = session.boxes[panel];
  return box === undefined ? session : { ...session, boxes: { ...session.boxes, [panel]: { ...box, ...change } } };
};

/** The ballots of a sealed box become sheets of nameless voters, numbered in the order of their own text. */
const sealed = (session: ArenaSession, body: BodyOf<'boxSealed'>, recorded: Recorded): ArenaSession => {
  const marked = withBox(session, body.panel, { phase: 'sealed', count: body.count, root: body.root });
  return body.ballots.reduce((before, cells, at) => {
    const judge = nameless(body.panel, 'b', at + 1);
    return Object.entries(cells).reduce((each, [contestant, cell]) =>
      withWindow(each, contestant, (window) => recordSheet(window, { judge, revision: 1, source: 'phone', kind: cell.kind, marks: cell.marks, wall: recorded.wall, device: 'box' })), before);
  }, marked);
};
