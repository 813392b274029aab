// What the stations' page takes: a clerk's or a supervisor's card, never a judge's.
import type { Door } from '../common/sealed/card.ts';

export const STATION_DOOR: Door = { roles: ['clerk', 'supervisor'], codePath: '/clerk/code' };
