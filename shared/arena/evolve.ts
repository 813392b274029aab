// What then is: one event applied to an arena session. Never refuses, never computes a score.
import type { ArenaEvent, BodyOf } from './events.ts';
import { evolvePaper } from './evolvePaper.ts';
import { recordSheet, unchecked, withContestant, withWindow, type Recorded, type SessionEvent } from './evolving.ts';
import { emptyWindow, freshContestant, TRIAL, type ArenaSession, type ArenaState, type PartValues, type ScoringWindow, type Sheet } from './state.ts';

/** Applies one event. Example: `evolveArena(state, {name: 'windowOpened', body}, recorded)`. */
export const evolveArena = (state: ArenaState, event: ArenaEvent, recorded: Recorded): ArenaState => {
  if (event.name === 'sessionCreated') return { ...state, sessions: { ...state.sessions, [event.body.session]: created(event.body) } };
  if (event.name === 'presetSaved') return { ...state, presets: { ...state.presets, [event.body.preset]: { id: event.body.preset, name: event.body.name, rules: event.body.rules } } };
  if (event.name === 'presetRemoved') return { ...state, presets: Object.fromEntries(Object.entries(state.presets).filter(([id]) => id !== event.body.preset)) };
  const session = state.sessions[event.body.session];
  if (session === undefined) throw new Error(`event ${event.name} of an unknown session`);
  return { ...state, sessions: { ...state.sessions, [session.id]: evolveSession(session, event, recorded) } };
};

const created = (body: BodyOf<'sessionCreated'>): ArenaSession => ({
  id: body.session, meeting: body.meeting, phase: 'setup', title: body.title, rules: body.rules, contestants: {}, order: [],
  orderMethod: null, orderSeed: null, judges: [], onStage: null, timer: null, draws: [], printed: [], reopenings: [],
  playOffs: [], from: body.from ?? null, lot: null, orderCalled: null, parts: [], batches: {}, boxes: {}, figure: 'combined', ruleSheet: null, trial: 'none', reviewOpened: false, awardsShown: [],
});

const evolveSession = (session: ArenaSession, event: SessionEvent, recorded: Recorded): ArenaSession =>
  evolveSetUp(session, event) ?? evolveStage(session, event) ?? evolveWindow(session, event, recorded) ?? evolvePaper(session, event, recorded) ?? session;

function evolveSetUp(session: ArenaSession, event: SessionEvent): ArenaSession | undefined {
  switch (event.name) {
    case 'sessionTitled': return { ...session, title: event.body.title };
    case 'rulesSet': return { ...session, rules: event.body.rules };
    case 'contestantsChosen': return choose(session, event.body.contestants);
    case 'judgesChosen': return { ...session, judges: event.body.judges.map((chosen) => ({ id: chosen.judge, panel: chosen.panel, name: null, title: null, home: null })) };
    case 'orderSet': return { ...session, lot: event.body.called === undefined ? unspent(session) : session.lot, order: event.body.order, orderMethod: event.body.method, orderSeed: event.body.seed, orderCalled: event.body.called ?? null };
    case 'categoriesSet': return { ...session, contestants: Object.fromEntries(Object.values(session.contestants).map((each) => [each.id, { ...each, category: event.body.categories[each.id] ?? null }])) };
    case 'partsEntered': return { ...session, parts: [...session.parts, merged(session.parts.at(-1) ?? {}, event.body.values)] };
    case 'lotCommitted': return { ...session, ...(session.orderCalled === null ? {} : NO_ORDER), lot: { secret: event.body.secret, commitment: event.body.commitment } };
    case 'figureChosen': return { ...session, figure: event.body.figure };
    case 'awardsRevealed': return { ...session, awardsShown: [...session.awardsShown, event.body.category ?? ''] };
    case 'reviewOpened': return { ...session, reviewOpened: true };
    case 'playOffHeld': return { ...session, playOffs: [...session.playOffs, event.body] };
    case 'trialOpened': return { ...session, trial: 'open', contestants: { ...session.contestants, [TRIAL]: { ...freshContestant(TRIAL), stage: 'done', window: { ...emptyWindow, phase: 'open' } } } };
    case 'trialClosed': return withWindow({ ...session, trial: 'closed' }, TRIAL, (window) => ({ ...window, phase: 'closed' }));
    case 'cardFilled': {
      const { speaker, file, promises, problems } = event.body;
      return withContestant(session, event.body.contestant, (contestant) => ({ ...contestant, speaker, file, promises, problems }));
    }
    case 'sessionReadied': return readied(session, event.body);
    case 'sessionUnlocked': return { ...session, phase: 'setup' };
    case 'sessionStarted': return { ...session, phase: 'live' };
    case 'sessionFinalised': return { ...leftStage(session), phase: 'finalised' };
    case 'sessionReopened': return { ...session, phase: 'live', reopenings: [...session.reopenings, event.body.reason] };
    case 'sessionArchived': return { ...session, phase: 'archived' };
    case 'tieDrawn': return { ...session, draws: [...session.draws, event.body] };
    case 'ballotsPrinted': return { ...session, printed: [...session.printed, event.body] };
    default: return undefined;
  }
}

const merged = (before: PartValues, values: BodyOf<'partsEntered'>['values']): PartValues =>
  values.reduce<PartValues>((table, { contestant, part, value }) => ({ ...table, [contestant]: { ...table[contestant], [part]: value } }), before);

/** The last speaker leaves the stage with the end at the latest. */
const leftStage = (session: ArenaSession): ArenaSession =>
  session.onStage === null ? { ...session, timer: null } : { ...withContestant(session, session.onStage, (contestant) => ({ ...contestant, stage: 'done' })), onStage: null, timer: null };

const choose = (session: ArenaSession, ids: readonly string[]): ArenaSession => ({
  ...session,
  contestants: Object.fromEntries(ids.map((id) => [id, session.contestants[id] ?? freshContestant(id)])),
  ...NO_ORDER, lot: unspent(session),
});

const NO_ORDER = { order: [], orderMethod: null, orderSeed: null, orderCalled: null } as const;

/** A secret that has been shown draws nothing more: whoever knows it could choose the number. */
const unspent = (session: ArenaSession): ArenaSession['lot'] => (session.orderCalled === null ? session.lot : null);

/** A frozen roster starts with fresh windows: what was confirmed before an unlock concerned other judges. */
const readied = (session: ArenaSession, body: BodyOf<'sessionReadied'>): ArenaSession => ({
  ...session, phase: 'ready', rules: body.rules, ruleSheet: body.ruleSheet === undefined || body.ruleSheetText === undefined ? null : { hash: body.ruleSheet, text: body.ruleSheetText }, boxes: {}, batches: {}, trial: 'none',
  contestants: Object.fromEntries(body.contestants.map(({ contestant, name, shortName }) =>
    [contestant, { ...(session.contestants[contestant] ?? freshContestant(contestant)), name, shortName, window: emptyWindow }])),
  judges: body.judges.map(({ judge, panel, name, title, home }) => ({ id: judge, panel, name, title, home })),
});

function evolveStage(session: ArenaSession, event: SessionEvent): ArenaSession | undefined {
  switch (event.name) {
    case 'contestantCalled': return { ...withContestant(session, event.body.contestant, (contestant) => ({ ...contestant, stage: 'called' })), onStage: event.body.contestant, timer: null };
    case 'presentationFinished': return { ...withContestant(session, event.body.contestant, (contestant) => ({ ...contestant, stage: 'done' })), onStage: null, timer: null };
    case 'contestantSkipped': return { ...withContestant(moveBehindNext(session, event.body.contestant), event.body.contestant, (contestant) => ({ ...contestant, stage: 'waiting' })), ...offStage(session, event.body.contestant) };
    case 'contestantMovedToEnd': return { ...withContestant(session, event.body.contestant, (contestant) => ({ ...contestant, stage: 'waiting' })), order: [...session.order.filter((id) => id !== event.body.contestant), event.body.contestant], ...offStage(session, event.body.contestant) };
    case 'contestantWithdrawn': return { ...withContestant(session, event.body.contestant, (contestant) => ({ ...contestant, stage: 'withdrawn' })), ...offStage(session, event.body.contestant) };
    case 'contestantForfeited': return { ...withContestant(session, event.body.contestant, (contestant) => ({ ...contestant, stage: 'forfeited', forfeit: { cause: event.body.cause, reason: event.body.reason } })), ...offStage(session, event.body.contestant) };
    case 'speakerSubstituted': return withContestant(session, event.body.contestant, (contestant) => ({ ...contestant, speaker: event.body.speaker }));
    case 'timerStarted': {
      const { contestant, phase, elapsed, at, uncertain } = event.body;
      const staged = withContestant(session, contestant, (each) => ({ ...each, stage: 'presenting' }));
      return { ...staged, timer: { contestant, phase, elapsed, startedAt: at, uncertain: uncertain || (session.timer?.uncertain === true && session.timer.phase === phase) } };
    }
    case 'timerPaused': {
      const { contestant, phase, elapsed } = event.body;
      const spoken = { elapsed, uncertain: session.timer?.uncertain === true };
      const counted = withContestant(session, contestant, (each) => ({ ...each, spoken: { ...each.spoken, [phase]: spoken } }));
      return session.timer === null ? counted : { ...counted, timer: { ...session.timer, elapsed, startedAt: null } };
    }
    default: return undefined;
  }
}

const offStage = (session: ArenaSession, id: string): Partial<ArenaSession> => (session.onStage === id ? { onStage: null, timer: null } : {});

/** A skipped contestant goes behind the next one that is still waiting; nobody else moves. */
const moveBehindNext = (session: ArenaSession, id: string): ArenaSession => {
  const rest = session.order.filter((each) => each !== id);
  const from = session.order.indexOf(id);
  const next = rest.findIndex((each, index) => index >= from && session.contestants[each]?.stage === 'waiting');
  const at = next === -1 ? rest.length : next + 1;
  return { ...session, order: [...rest.slice(0, at), id, ...rest.slice(at)] };
};

const asSheet = ({ judge, revision, source, kind, marks }: Pick<BodyOf<'sheetRecorded'>, 'judge' | 'revision' | 'source' | 'kind' | 'marks'>, recorded: Recorded): Sheet =>
  ({ judge, revision, source, kind, marks, wall: recorded.wall, device: recorded.device });

function evolveWindow(session: ArenaSession, event: SessionEvent, recorded: Recorded): ArenaSession | undefined {
  switch (event.name) {
    case 'recusalsConfirmed': return withWindow(session, event.body.contestant, (window) => ({ ...window, phase: unchecked(window), recusalsConfirmed: true, gaps: { ...withoutRecused(window.gaps), ...Object.fromEntries(event.body.judges.map((judge) => [judge, { cause: 'recused' as const, note: null }])) } }));
    case 'windowOpened': return withWindow(session, event.body.contestant, (window) => ({ ...window, phase: 'open' }));
    case 'sheetRecorded': return withWindow(session, event.body.contestant, (window) => recordSheet(window, asSheet(event.body, recorded)));
    case 'lateSheetRecorded': return withWindow(session, event.body.contestant, (window) => ({ ...window, late: [...window.late, { late: event.body.late, sheet: asSheet(event.body.sheet, recorded), admitted: false }] }));
    case 'lateSheetAdmitted': return withWindow(session, event.body.contestant, (window) => ({ ...window, late: window.late.map((each) => (each.late === event.body.late ? { ...each, admitted: true } : each)) }));
    case 'gapDecided': return withWindow(session, event.body.contestant, (window) => ({ ...window, phase: unchecked(window), gaps: { ...window.gaps, [event.body.judge]: { cause: event.body.cause, note: event.body.note } } }));
    case 'trimRelaxed': return withWindow(session, event.body.contestant, (window) => ({ ...window, phase: unchecked(window), relaxed: { ...window.relaxed, [event.body.panel]: { dropHighest: event.body.dropHighest, dropLowest: event.body.dropLowest, reason: event.body.reason } } }));
    case 'windowChecked': return withWindow(session, event.body.contestant, (window) => ({ ...window, phase: 'checked' }));
    case 'windowLocked': return withWindow(session, event.body.contestant, (window) => ({ ...window, phase: 'locked', locks: [...window.locks, { lock: event.body.lock, ...standing(window) }] }));
    case 'windowReopened': return withWindow(session, event.body.contestant, (window) => ({ ...window, phase: 'open', corrections: [...window.corrections, event.body.reason] }));
    case 'windowRevealed': return withWindow(session, event.body.contestant, (window) => ({ ...window, revealedLock: event.body.lock }));
    default: return undefined;
  }
}

const standing = ({ sheets, gaps, relaxed, counts, balances, adjustments }: ScoringWindow) => ({ sheets, gaps, relaxed, counts, balances, adjustments });

const withoutRecused = (gaps: ScoringWindow['gaps']): ScoringWindow['gaps'] => Object.fromEntries(Object.entries(gaps).filter(([, gap]) => gap.cause !== 'recused'));
