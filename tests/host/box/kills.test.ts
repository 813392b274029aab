// Killed with SIGKILL at every step of a sealing, and at random instants of filling and sealing: nothing acknowledged is lost, nothing is
// counted twice, and the sealing is finished by the next start. LEITAI_SOAK=1 for 300 random kills. A kill says nothing about power loss.
import { spawn } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openBox, type Ballot } from '../../../electron/database/box/box.ts';
import { recoverBoxes } from '../../../electron/database/box/recoverBoxes.ts';
import { SEALING, discardSealed, sealBox, type SealingStep } from '../../../electron/database/box/sealBox.ts';
import { boxRoot, sealedText, sortBodies } from '../../../electron/database/box/sealedFile.ts';
import { temporaryFolder } from '../../support/aHouse.ts';
import { below, seeded, type Chance } from '../../support/chance.ts';
import { castBy, filesOf, someBodies } from './ballots.ts';

const KILLS = process.env['LEITAI_SOAK'] === '1' ? 300 : 25;
const SEED = Number(process.env['LEITAI_SEED'] ?? Date.now() % 1_000_000);

let folder: string;
let ballotsFile: string;
beforeEach(() => {
  folder = temporaryFolder();
  ballotsFile = `${folder}-ballots.json`;
});
afterEach(() => { for (const left of [folder, ballotsFile]) rmSync(left, { recursive: true, force: true }); });

interface Life { readonly lines: readonly string[]; readonly signal: NodeJS.Signals | null; readonly code: number | null }
interface Run { readonly puts: number; readonly dieAt: SealingStep | '-'; /** Told of each line; may kill. */ readonly heard?: ((line: string, kill: () => void) => void) | undefined }

const life = ({ puts, dieAt, heard }: Run): Promise<Life> =>
  new Promise((settle) => {
    const child = spawn(process.execPath, [path.join(import.meta.dirname, 'fixtures/dying.ts'), folder, 'one', ballotsFile, String(puts), dieAt], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    let heardUpTo = 0;
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      const lines = said.split('\n').slice(0, -1);
      for (const line of lines.slice(heardUpTo)) heard?.(line, () => child.kill('SIGKILL'));
      heardUpTo = lines.length;
    });
    child.once('close', (code, signal) => settle({ lines: said.split('\n').slice(0, -1), signal, code }));
  });

const given = (count: number, seed: number): readonly Ballot[] => {
  const cast = castBy(someBodies(count, seeded(seed)), seeded(seed + 1));
  writeFileSync(ballotsFile, JSON.stringify(cast));
  return cast;
};
const fill = (cast: readonly Ballot[]): void => {
  const box = openBox(folder, 'one', { slots: 16 });
  for (const ballot of cast) box.put(ballot);
  box.close();
};

/** What a start would make of the folder as it lies there now, tried on a copy. */
const recoveredCopy = (cast: readonly Ballot[]): { readonly state: string | undefined; readonly whole: boolean } => {
  const copy = `${folder}-copy`;
  cpSync(folder, copy, { recursive: true });
  const [found] = recoverBoxes(copy);
  const sealed = sealBox(copy, 'one');
  const files = [...filesOf(copy)].map(([name, bytes]) => [name, bytes.toString('utf8')]);
  rmSync(copy, { recursive: true });
  const wanted = cast.map(({ body }) => body);
  return { state: found?.state, whole: JSON.stringify([files, sealed.bodies]) === JSON.stringify([[['box-one.sealed', sealedText(wanted)]], sortBodies(wanted)]) };
};

test('killed at any step of a sealing, the next start finishes it, and so it does after one kill upon another', async () => {
  const cast = given(12, 1);
  fill(cast);
  for (const step of SEALING) {
    const { signal } = await life({ puts: 0, dieAt: step });
    expect([step, signal]).toEqual([step, 'SIGKILL']);
    // Before the first byte of the sealed file, the sealing leaves no trace: the command was not answered and comes again.
    expect([step, recoveredCopy(cast)]).toEqual([step, { state: step === 'read' ? 'open' : 'sealed', whole: true }]);
  }
  expect(await life({ puts: 0, dieAt: '-' })).toMatchObject({ signal: null, code: 0 });
  discardSealed(folder, 'one');
  expect(filesOf(folder).size).toBe(0);
});

/** Kills while the box is made, after some ballots, or within the milliseconds of the sealing. */
const killer = (chance: Chance, during: 'making' | 'filling' | 'sealing'): Run['heard'] => {
  let ballots = 1 + below(chance, 8);
  return (line, kill) => {
    if (during === 'filling' && line.startsWith('stored') && (ballots -= 1) === 0) kill();
    if ((during === 'making' && line === 'up') || (during === 'sealing' && line === 'sealing')) void pause(below(chance, 4)).then(kill);
  };
};

test(`killed ${KILLS} times while ballots come in and while it is sealed (seed ${SEED}), a box holds every acknowledged ballot once`, async () => {
  const chance = seeded(SEED);
  const cast = given(KILLS * 8, SEED);
  const kept = new Set<string>();
  const strange: string[] = [];
  let died = 0;
  for (let round = 0; round < KILLS; round += 1) {
    const { signal, lines } = await life({ puts: cast.length, dieAt: '-', heard: killer(chance, round < 3 ? 'making' : round < KILLS - 5 ? 'filling' : 'sealing') });
    if (signal === 'SIGKILL') died += 1;
    for (const line of lines) {
      const [outcome = '', token = ''] = line.split(' ');
      // A stored one may come again as `same`; what was acknowledged may never be stored a second time.
      if (outcome === 'different' || outcome === 'alreadyCast' || (outcome === 'stored' && kept.has(token))) strange.push(line);
      if (outcome === 'stored' || outcome === 'same') kept.add(token);
    }
  }
  const [found] = recoverBoxes(folder);
  if (found?.state === 'open') {
    const box = openBox(folder, 'one');
    for (const ballot of cast) if (box.put(ballot) !== 'same' && kept.has(ballot.token)) strange.push(`lost ${ballot.token}`);
    box.close();
  }
  expect({ seed: SEED, strange, enough: died >= KILLS - 5, kept: kept.size > KILLS }).toEqual({ seed: SEED, strange: [], enough: true, kept: true });
  expect(sealBox(folder, 'one').root).toBe(boxRoot(cast.map(({ body }) => body)));
  expect([...filesOf(folder).keys()]).toEqual(['box-one.sealed']);
}, KILLS * 3000 + 20_000);
