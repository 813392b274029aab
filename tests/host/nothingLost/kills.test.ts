// The host is killed at random instants while eight judges submit: every acknowledged sheet is there, once. LEITAI_SOAK=1 for 200 kills.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { eventOf } from '../../../electron/application/house.ts';
import { openStore } from '../../../electron/application/store.ts';
import { verifyJournal, wrongTexts } from '../../../electron/database/journal.ts';
import { SeatKeys } from '../../../electron/server/seatKeys.ts';
import { seeded } from '../../support/chance.ts';
import { hostProcess, temporaryFolder } from '../../support/aHouse.ts';
import { aMeeting, wholeSession, type AMeeting } from '../../support/aMeeting.ts';
import { TirelessJudge, type Acknowledged } from '../../support/killing.ts';
import { tokenClient } from '../../support/wireClient.ts';

const KILLS = process.env['LEITAI_SOAK'] === '1' ? 200 : 20;
const JUDGES = 8;
const SEED = Number(process.env['LEITAI_SEED'] ?? Date.now() % 1_000_000);

/** Equal, or a failure that says with which seed. */
const same = (actual: unknown, wanted: unknown): void => expect({ seed: SEED, value: actual }).toEqual({ seed: SEED, value: wanted });

interface Aftermath { readonly acknowledged: readonly Acknowledged[]; readonly judges: readonly TirelessJudge[]; readonly made: AMeeting }

const killAgainAndAgain = async (folder: string): Promise<Aftermath> => {
  const chance = seeded(SEED);
  let host = await hostProcess(folder);
  const desk = await tokenClient(host.desk, 'desk');
  // Enough contestants that no judge reaches the cap on revisions of one sheet.
  const made = await aMeeting(desk, { units: KILLS > 20 ? 60 : 5, judges: JUDGES, rules: wholeSession });
  const keys = new SeatKeys(path.join(folder, 'seat.keys'));
  const acknowledged: Acknowledged[] = [];
  const judges = made.cards.map(({ seat, judge }) => new TirelessJudge({ origin: () => `http://127.0.0.1:${host.roomPort}`, seat, secret: keys.secret(seat, 1), judge, session: made.session, contestants: made.units, chance, acknowledged }));
  const running = judges.map((judge) => judge.run());
  for (let kill = 0; kill < KILLS; kill += 1) {
    await pause(20 + chance() * 180);
    await host.kill();
    host = await hostProcess(folder);
  }
  await pause(200);
  for (const judge of judges) judge.stop();
  await Promise.all(running);
  await host.stop();
  return { acknowledged, judges, made };
};

test(`after ${KILLS} kills every acknowledged sheet is there, none counts twice, chains hold and the tables can be rebuilt`, async () => {
  const folder = temporaryFolder();
  const { acknowledged, judges, made } = await killAgainAndAgain(folder);
  const store = openStore(folder);
  const { database } = store.opened;
  const lines = [...store.journal.all()];
  const sheets = lines.filter((line) => line.name === 'sheetRecorded').map((line) => ({ line, body: JSON.parse(line.body) as { judge: string; contestant: string; revision: number; marks: unknown } }));

  same(judges.flatMap((judge) => judge.surprises), []);
  same(acknowledged.length > KILLS, true);
  // A kill between commit and receipt is what resending is for: it must have happened.
  same(judges.some((judge) => judge.resent > 0), true);
  const byCommand = new Map(sheets.map(({ line, body }) => [`${line.device}/${line.command}`, { line, body }]));
  same(byCommand.size, sheets.length);
  const found = acknowledged.map(({ id, judge }) => byCommand.get(`${made.cards.find((card) => card.judge === judge)?.seat}-browser-${made.cards.find((card) => card.judge === judge)?.seat}/${id}`));
  same(found.map((each) => [each?.body.contestant, each?.body.marks, each?.body.revision, each?.line.seq, each?.line.hash.slice(0, 4).toUpperCase()]),
    acknowledged.map(({ contestant, marks, answer }) => [contestant, marks, answer.result['revision'], answer.receipt?.seq, answer.receipt?.code]));
  // Every judge waited for its answer, so nothing else may stand in the journal either.
  same(sheets.length, acknowledged.length);

  same([verifyJournal(database), wrongTexts(database)], [[], []]);
  const table = (): unknown => database.prepare('SELECT * FROM sheet_revisions ORDER BY seq').all();
  const recorded = table();
  database.transaction(() => store.recorder.rebuild(lines.flatMap((line) => { const happened = eventOf(line); return happened.area === 'arena' ? [{ event: happened.event, line }] : []; })))();
  same(table(), recorded);
  const windows = store.initial.arena.sessions[made.session]?.contestants ?? {};
  same(sheets.filter(({ body }) => (windows[body.contestant]?.window.sheets[body.judge]?.revision ?? 0) < body.revision), []);
  store.opened.close();
  rmSync(folder, { recursive: true });
}, KILLS * 4000 + 20_000);
