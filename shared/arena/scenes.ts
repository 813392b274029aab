// The scenes an arena offers a meeting: may it be shown, in how many steps, and its picture. The meeting knows only their names.
import type { Picture } from '../kernel/picture.ts';
import { done, refuse, type Result } from '../kernel/result.ts';
import { isExcused, judgesFor } from './missing.ts';
import { position } from './order.ts';
import { scorePicture, stageScore, type Staging, type Words } from './reveal.ts';
import { awardsPicture, rankingPicture, stageAwards, stageRanking, stageStandings, standingsPicture } from './revealRanking.ts';
import type { Ground } from './sessionResult.ts';
import type { ArenaSession } from './state.ts';

export const ARENA_SCENES = ['blank', 'cover', 'rules', 'order', 'next', 'timer', 'scoring', 'score', 'standings', 'ranking', 'awards', 'lot'] as const;
export type ArenaScene = (typeof ARENA_SCENES)[number];

const still: Result<Staging> = done({ steps: 1, ground: {} });

/** Scenes that show nothing of a frozen session; the lot is committed before the roster is. */
const BEFORE_READY: readonly string[] = ['cover', 'blank', 'lot'];

/** Whether the scene may go on air now. Errors: sceneNotAllowed, unknownContestant, and those of the reveal. */
export const stageScene = (session: ArenaSession, scene: string, subject: string | null): Result<Staging> => {
  if (session.phase === 'setup' && !BEFORE_READY.includes(scene)) return refuse('wrongPhase', { phase: session.phase });
  const named = (then: (id: string) => Result<Staging>): Result<Staging> =>
    subject === null || session.contestants[subject] === undefined ? refuse('unknownContestant', { contestant: subject ?? '' }) : then(subject);
  switch (scene) {
    case 'blank': case 'cover': case 'rules': case 'order': return still;
    case 'next': case 'timer': return named((id) => (session.contestants[id]?.stage === 'withdrawn' || session.contestants[id]?.stage === 'forfeited' ? refuse('contestantWithdrawn', { contestant: id }) : still));
    case 'scoring': return named((id) => (session.contestants[id]?.window.phase === 'closed' ? refuse('scoringNotOpened', { contestant: id }) : still));
    case 'score': return named((id) => stageScore(session, id));
    case 'standings': return stageStandings(session, subject);
    case 'ranking': return stageRanking(session, subject);
    case 'awards': return stageAwards(session, subject);
    case 'lot': return session.lot === null ? refuse('lotNotCommitted') : still;
    default: return refuse('sceneNotAllowed', { scene });
  }
};

/** How many sheets are in and how many are expected: never who or what. */
export const received = (session: ArenaSession, id: string): { readonly received: number; readonly expected: number } => {
  const contestant = session.contestants[id];
  if (contestant === undefined) return { received: 0, expected: 0 };
  const { window } = contestant;
  const expected = judgesFor(session, contestant).filter((judge) => !isExcused(window, judge.id));
  return { expected: expected.length, received: expected.filter((judge) => window.sheets[judge.id] !== undefined).length };
};

export interface Shown { readonly scene: string; readonly subject: string | null; readonly ground: Ground; readonly step: number }
export interface PictureWords extends Words { readonly speaker: (contestant: string) => string; readonly subtitle: string; readonly ruleLines: readonly string[]; readonly timer: Extract<Picture, { scene: 'timer' }>['timer'] }

/** The picture of a scene at a step; a scene without its subject is blank. */
export const arenaPicture = (session: ArenaSession, words: PictureWords, shown: Shown): Picture => {
  const subject = shown.subject ?? '';
  const placed = { ...position(session, subject), name: words.name(subject) };
  switch (shown.scene) {
    case 'cover': return { scene: 'cover', title: words.title, subtitle: words.subtitle };
    case 'rules': return { scene: 'rules', title: words.title, lines: [...words.ruleLines] };
    case 'order': return { scene: 'order', title: words.title, seed: session.orderMethod === 'draw' ? session.orderSeed : null, rows: session.order.map((id, at) => ({ order: at + 1, name: words.name(id) })) };
    case 'next': return { scene: 'next', ...placed, speaker: words.speaker(subject) };
    case 'timer': return { scene: 'timer', ...placed, timer: words.timer, finished: session.contestants[subject]?.stage === 'done' };
    case 'scoring': return { scene: 'scoring', ...placed, ...received(session, subject) };
    case 'score': return scorePicture(session, words, { id: subject, ground: shown.ground, step: shown.step });
    case 'standings': return standingsPicture(session, words, { ground: shown.ground, category: shown.subject });
    case 'ranking': return rankingPicture(session, words, { ground: shown.ground, step: shown.step, category: shown.subject });
    case 'awards': return awardsPicture(session, words, { ground: shown.ground, step: shown.step, category: shown.subject });
    case 'lot': return lotPicture(session, words.title);
    default: return { scene: 'blank' };
  }
};

/** Until the number is called the secret stays with the host; the wall has only its hash. */
const lotPicture = (session: ArenaSession, title: string): Picture => ({
  scene: 'lot', title, commitment: session.lot?.commitment ?? '', called: session.orderCalled, secret: session.orderCalled === null ? null : session.lot?.secret ?? null,
});
