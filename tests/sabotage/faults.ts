// Every planted fault. A new guard brings its own.
import type { Fault } from './fault.ts';
import { doorFaults } from './faults/door.ts';
import { journalFaults } from './faults/journal.ts';
import { phoneFaults } from './faults/phone.ts';
import { ruleFaults } from './faults/rules.ts';
import { verifyFaults } from './faults/verify.ts';
import { wallFaults } from './faults/wall.ts';

export const faults: readonly Fault[] = [...ruleFaults, ...wallFaults, ...doorFaults, ...journalFaults, ...phoneFaults, ...verifyFaults];
