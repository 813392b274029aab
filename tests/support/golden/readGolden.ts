// Reads a golden journal back through the program of today: a fresh database with its rows, folded into a state, and what stands in it.
import { lineHash } from '../../../electron/database/journal.ts';
import type { JournalLine } from '../../../shared/contract/journalLine.ts';
import { resultOf } from '../../../shared/arena/sessionResult.ts';
import { emptyHouse, eventOf, evolveHouse, type HouseState } from '../../../electron/application/house.ts';
import { Texts } from '../../../electron/application/texts.ts';

export interface GoldenText { readonly id: string; readonly salt: string; readonly value: string | null }
export interface Golden { readonly journal: readonly JournalLine[]; readonly texts: readonly GoldenText[]; readonly expected: unknown }

export const readGolden = (ndjson: string): Golden => {
  const rows = ndjson.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as { readonly journal?: JournalLine; readonly text?: GoldenText; readonly expected?: unknown });
  return { journal: rows.flatMap((row) => row.journal ?? []), texts: rows.flatMap((row) => row.text ?? []), expected: rows.find((row) => row.expected !== undefined)?.expected };
};

export const foldGolden = (golden: Golden): HouseState => golden.journal.reduce<HouseState>((state, line) => evolveHouse(state, eventOf(line), line), emptyHouse);

/** What a reader of these rows must always find: the heads of all chains, every session's result with its words, and who was on the list. */
export const resultOfGolden = (golden: Golden): unknown => {
  const state = foldGolden(golden);
  const texts = new Texts(golden.texts);
  const name = (reference: Parameters<Texts['read']>[0]): string => texts.read(reference);
  return {
    heads: Object.fromEntries(golden.journal.map((line) => [line.chain, lineHash(line)])),
    sessions: Object.values(state.arena.sessions).map((session) => ({
      phase: session.phase, title: name(session.title), judges: session.judges.map((judge) => [name(judge.name), judge.panel]),
      contestants: session.order.flatMap((id) => session.contestants[id] ?? []).map(({ name: full, stage, speaker, window }) => ({
        name: name(full), stage, speaker: name(speaker), phase: window.phase, locks: window.locks.length, revealed: window.revealedLock,
        sheets: Object.values(window.sheets).map(({ revision, source, kind, marks, wall }) => ({ revision, source, kind, marks, wall })), gaps: Object.values(window.gaps).map((gap) => gap.cause), late: window.late.map((late) => late.admitted),
      })),
      // The figures only: how a view words them may change, what they are may not.
      result: resultOf(session).rows.map(({ contestant, rank, shared, tally, decidedBy }) => ({ contestant, rank, shared, total: tally.text, decidedBy, corrected: (session.contestants[contestant]?.window.locks.length ?? 1) > 1 })), draws: session.draws.map((draw) => draw.seed), printed: session.printed.map((batch) => batch.batch),
    })),
    register: { units: Object.values(state.register.units).map((unit) => [name(unit.fullName), unit.aliases.map(name), unit.archived]), people: Object.values(state.register.people).map((person) => [name(person.name), person.archived]) },
    meetings: Object.values(state.meeting.meetings).map(({ title, air, seats, items }) => ({ title: name(title), mode: air.mode, scene: air.show?.scene, step: air.step, steps: air.steps, items: items.length, issues: Object.values(seats).map((seat) => seat.issue) })),
  };
};
