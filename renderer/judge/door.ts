// What the judge's page takes: a judge's card, which names no role, and the stage timer's.
import type { Door } from '../common/sealed/card.ts';

export const JUDGE_DOOR: Door = { roles: [null, 'stage'], codePath: '/judge/code' };
