// Keeps running timers through a restart: a mark each second, and on start a resume by wall difference when that is 0–10 minutes,
// marked as uncertain so that nobody is penalised from it unseen (design §4).
import { elapsedAt } from '../../shared/arena/decideStage.ts';
import type { Instant } from '../../shared/kernel/decision.ts';
import type { TimerMark } from '../database/recorder.ts';
import type { HouseState } from './house.ts';

const RESUME_LIMIT_MS = 10 * 60_000;

/** The marks to write now: one for each running timer of this boot. */
export const marksOf = (state: HouseState, now: Instant): readonly TimerMark[] =>
  Object.values(state.arena.sessions).flatMap((session) => {
    const { timer } = session;
    if (session.phase !== 'live' || timer === null || timer.startedAt?.boot !== now.boot) return [];
    return [{ session: session.id, contestant: timer.contestant, phase: timer.phase, elapsed: elapsedAt(timer, now), wall: now.wall }];
  });

export interface ResumeInput { readonly session: string; readonly contestant: string; readonly phase: 'speech' | 'questions'; readonly elapsed: number }

/** The timers that were running when the host stopped, with what they have counted by now; stopped at their mark when the gap is too long. */
export const resumesOf = (state: HouseState, now: Instant, markOf: (session: string) => TimerMark | undefined): readonly (ResumeInput & { readonly running: boolean })[] =>
  Object.values(state.arena.sessions).flatMap((session) => {
    const { timer } = session;
    if (session.phase !== 'live' || timer === null || timer.startedAt === null || timer.startedAt.boot === now.boot) return [];
    const mark = markOf(session.id);
    const current = mark !== undefined && mark.contestant === timer.contestant && mark.phase === timer.phase && mark.elapsed >= timer.elapsed;
    const known = current ? mark : { elapsed: timer.elapsed, wall: timer.startedAt.wall };
    const gap = now.wall - known.wall;
    const running = gap >= 0 && gap <= RESUME_LIMIT_MS;
    return [{ session: session.id, contestant: timer.contestant, phase: timer.phase, elapsed: Math.min(86_400_000, known.elapsed + (running ? gap : 0)), running }];
  });
