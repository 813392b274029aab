// Every planted fault. A new guard brings its own.
import type { Fault } from './fault.ts';
import { arithmeticFaults } from './faults/arithmetic.ts';
import { ballotFaults } from './faults/ballots.ts';
import { boxFaults } from './faults/box.ts';
import { deskFaults } from './faults/desk.ts';
import { contestFaults } from './faults/contest.ts';
import { doorFaults } from './faults/door.ts';
import { figureFaults } from './faults/figures.ts';
import { journalFaults } from './faults/journal.ts';
import { paperFaults } from './faults/paper.ts';
import { phoneFaults } from './faults/phone.ts';
import { presetFaults } from './faults/presets.ts';
import { ruleSheetFaults } from './faults/ruleSheet.ts';
import { setUpFaults } from './faults/setUp.ts';
import { printFaults } from './faults/print.ts';
import { recountFaults } from './faults/recount.ts';
import { reviewFaults } from './faults/review.ts';
import { roomFaults } from './faults/room.ts';
import { ruleFaults } from './faults/rules.ts';
import { stationFaults } from './faults/stations.ts';
import { verifyFaults } from './faults/verify.ts';
import { wallFaults } from './faults/wall.ts';
import { workbookFaults } from './faults/workbook.ts';

export const faults: readonly Fault[] = [...ruleFaults, ...arithmeticFaults, ...contestFaults, ...roomFaults, ...setUpFaults, ...ruleSheetFaults, ...presetFaults, ...ballotFaults, ...boxFaults, ...reviewFaults, ...wallFaults, ...deskFaults, ...doorFaults, ...figureFaults, ...journalFaults, ...paperFaults, ...phoneFaults, ...printFaults, ...stationFaults, ...verifyFaults, ...recountFaults, ...workbookFaults];
