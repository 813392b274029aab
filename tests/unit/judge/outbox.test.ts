// The outbox: drafts are kept, a sheet is received only with the host's answer, and nothing sent is lost.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answered, dropDraft, EMPTY_BOX, hasUnsent, meantFor, saveDraft, sheetOf, submit, unanswered, type Box, type Content } from '../../../renderer/judge/outbox.ts';
import { forgetArchived, hostShows, inConflict, unsettled } from '../../../renderer/judge/reconcile.ts';
import type { MySheetView } from '../../../shared/arena/views.ts';
import type { Answer } from '../../../shared/contract/wire.ts';

const PLACE = { session: 's1', contestant: 'u1' };
const marks = (c1: string): Content => ({ kind: 'marks', marks: { c1 } });
const entered = (content: Content, epoch: string | null = 'e1') => ({ ...content, at: 5, epoch });
const sending = (content: Content, id = 'id1', epoch = 'e1') => ({ ...content, id, epoch, at: 6 });
const receipt = { seq: 4, at: 1000, code: 'A7F3' };
const accepted = (result: Readonly<Record<string, unknown>> = {}): Answer => ({ ok: true, receipt, result });
const refused = (code: string): Answer => ({ ok: false, code, details: {} });
const sheet = (box: Box) => sheetOf(box, PLACE);
const received = (content: Content, epoch = 'e1'): Box => answered(submit(EMPTY_BOX, PLACE, sending(content, 'id1', epoch)), 'id1', { answer: accepted(), epoch });
const held = (content: Content | null, part: Partial<MySheetView> = {}): MySheetView =>
  ({ ...PLACE, name: 'A', open: true, revision: content === null ? 0 : 1, kind: content?.kind ?? null, marks: content?.marks ?? {}, at: 900, source: content === null ? null : 'phone', late: false, ...part });
const seen = (epoch: string, id = 'new') => ({ epoch, id, at: 9 });

describe('drafts', () => {
  test('every entry replaces the draft and keeps the revision it was begun from', () => {
    const box = saveDraft(saveDraft(received(marks('28')), PLACE, entered(marks('2'))), PLACE, entered(marks('27')));
    expect(sheet(box).draft).toEqual({ ...marks('27'), basis: 1, savedAt: 5 });
  });
  test('a draft that equals what the host holds is no draft, nor is an empty one', () => {
    expect(sheet(saveDraft(received(marks('28')), PLACE, entered(marks('28')))).draft).toBeNull();
    expect(sheet(saveDraft(EMPTY_BOX, PLACE, entered(marks('')))).draft).toBeNull();
  });
  test('a change given up leaves what the host holds', () => {
    const box = dropDraft(saveDraft(received(marks('28')), PLACE, entered(marks('2'))), PLACE);
    expect([sheet(box).draft, sheet(box).held?.marks]).toEqual([null, { c1: '28' }]);
  });
});

describe('answers', () => {
  test('a sheet is received only with the answer to its own command', () => {
    const sent = submit(EMPTY_BOX, PLACE, sending(marks('28')));
    expect(sheet(sent).held).toBeNull();
    expect(answered(sent, 'other', { answer: accepted(), epoch: 'e1' })).toBe(sent);
    expect(sheet(received(marks('28'))).held).toMatchObject({ marks: { c1: '28' }, revision: 1, at: 1000, code: 'A7F3', epoch: 'e1' });
  });
  test('a second submission waits until the first is answered', () => {
    const sent = submit(EMPTY_BOX, PLACE, sending(marks('28')));
    expect(submit(sent, PLACE, sending(marks('29'), 'id2'))).toBe(sent);
  });
  test('what is entered while an answer is awaited stays a draft on the new revision', () => {
    const sent = saveDraft(submit(EMPTY_BOX, PLACE, sending(marks('28'))), PLACE, entered(marks('29')));
    const box = answered(sent, 'id1', { answer: accepted(), epoch: 'e1' });
    expect(sheet(box)).toMatchObject({ held: { marks: { c1: '28' } }, draft: { marks: { c1: '29' }, basis: 1 } });
    expect(inConflict(sheet(box))).toBe(false);
  });
  test.each(['scoringClosed', 'markMissing', 'judgeRecused', 'diskFull', 'internal', 'someNewCode'])('after %s the sheet is a draft again', (code) => {
    const box = answered(submit(EMPTY_BOX, PLACE, sending(marks('28'))), 'id1', { answer: refused(code), epoch: 'e1' });
    expect(sheet(box)).toMatchObject({ sending: null, held: null, draft: marks('28'), refused: { code } });
  });
  test('a refusal for haste leaves the command in the outbox', () => {
    const sent = submit(EMPTY_BOX, PLACE, sending(marks('28')));
    expect(answered(sent, 'id1', { answer: refused('tooFast'), epoch: 'e1' })).toBe(sent);
  });
  test('a late sheet is shown as received and not counted, beside what counts', () => {
    const again = submit(received(marks('28')), PLACE, sending(marks('30'), 'id2'));
    const box = answered(again, 'id2', { answer: accepted({ late: true }), epoch: 'e1' });
    expect(sheet(box)).toMatchObject({ held: { marks: { c1: '28' }, revision: 1 }, late: { marks: { c1: '30' } }, draft: null, sending: null });
  });
  test('a command meant for an epoch that has passed is tried under the same id for the new one, once', () => {
    const sent = submit(EMPTY_BOX, PLACE, sending(marks('28')));
    const again = answered(sent, 'id1', { answer: refused('staleEpoch'), epoch: 'e2' });
    expect(sheet(again).sending).toMatchObject({ id: 'id1', epoch: 'e2' });
    expect(sheet(answered(again, 'id1', { answer: refused('staleEpoch'), epoch: 'e2' })).draft).toMatchObject(marks('28'));
  });
  test('the epoch a command is first sent for never changes by itself', () => {
    const offline = submit(EMPTY_BOX, PLACE, { ...marks('28'), id: 'id1', epoch: null, at: 6 });
    const first = meantFor(offline, sheet(offline), 'e1');
    expect(sheet(meantFor(first, sheet(first), 'e2')).sending?.epoch).toBe('e1');
  });
});

describe('when the host shows its version', () => {
  test('a newer one is adopted; a draft on an older one is a conflict for the judge to decide', () => {
    const box = hostShows(saveDraft(received(marks('28')), PLACE, entered(marks('29'))), held(marks('25'), { revision: 2, source: 'paper' }), seen('e1'));
    expect(sheet(box)).toMatchObject({ held: { marks: { c1: '25' }, revision: 2, source: 'paper' }, draft: { marks: { c1: '29' } } });
    expect(inConflict(sheet(box))).toBe(true);
    expect(sheet(submit(box, PLACE, { ...sending(marks('29'), 'id2'), basis: 2 })).sending?.basis).toBe(2);
  });
  test('an older view of the same epoch changes nothing', () => {
    const box = received(marks('28'));
    expect(hostShows(box, held(null), seen('e1'))).toBe(box);
  });
  test('a version equal to the draft settles it', () => {
    const stale = answered(submit(EMPTY_BOX, PLACE, sending(marks('28'))), 'id1', { answer: refused('staleRevision'), epoch: 'e1' });
    expect(sheet(hostShows(stale, held(marks('28')), seen('e1')))).toMatchObject({ draft: null, refused: null, held: { revision: 1 } });
  });
});

describe('after a restore', () => {
  test('a receipted sheet the host has lost is offered again under a new id on what the host has', () => {
    const box = hostShows(received(marks('28')), held(null), seen('e2'));
    expect(sheet(box).sending).toMatchObject({ id: 'new', basis: 0, epoch: 'e2', marks: { c1: '28' } });
    expect(unsettled(answered(box, 'new', { answer: accepted(), epoch: 'e2' }), 'e2')).toEqual([]);
  });
  test('a receipted sheet the host still has is left in peace', () => {
    const box = hostShows(received(marks('28')), held(marks('28')), seen('e2'));
    expect(sheet(box)).toMatchObject({ sending: null, held: { epoch: 'e2', code: 'A7F3' } });
  });
  test('an older version of mine is replaced by the receipted one, another person\'s entry is not', () => {
    const second = answered(submit(received(marks('28')), PLACE, sending(marks('30'), 'id2')), 'id2', { answer: accepted(), epoch: 'e1' });
    expect(sheet(hostShows(second, held(marks('28')), seen('e2'))).sending).toMatchObject({ marks: { c1: '30' }, basis: 1 });
    const paper = hostShows(second, held(marks('20'), { source: 'paper' }), seen('e2'));
    expect(sheet(paper)).toMatchObject({ sending: null, held: { marks: { c1: '20' } }, draft: { marks: { c1: '30' } } });
    expect(inConflict(sheet(paper))).toBe(true);
  });
  test('a late sheet the host has lost is offered again too', () => {
    const late = answered(submit(EMPTY_BOX, PLACE, sending(marks('30'))), 'id1', { answer: accepted({ late: true }), epoch: 'e1' });
    expect(sheet(hostShows(late, held(null), seen('e2'))).sending).toMatchObject({ marks: { c1: '30' } });
    expect(sheet(hostShows(late, held(null, { late: true }), seen('e2')))).toMatchObject({ sending: null, late: { epoch: 'e2' } });
  });
  test('sheets are kept until the session is archived, and never forgotten before the new epoch has been asked', () => {
    const box = received(marks('28'));
    expect(forgetArchived(box, ['s1'], { epoch: 'e1', at: 10 })).toBe(box);
    expect(forgetArchived(box, [], { epoch: 'e2', at: 10 })).toBe(box);
    expect(forgetArchived(box, [], { epoch: 'e1', at: 10 })).toEqual(EMPTY_BOX);
  });
});

type Act = 'enter' | 'submit' | 'accept' | 'late' | 'refuse' | 'haste' | 'show' | 'restore' | 'drop';
const ACTS: readonly Act[] = ['enter', 'submit', 'accept', 'late', 'refuse', 'haste', 'show', 'restore', 'drop'];

/** A host of one sheet beside the box: plays any order of acts and says what each side holds. */
const play = (acts: readonly Act[]) => {
  let box = EMPTY_BOX;
  let [epoch, ids, value] = [1, 0, 0];
  let host = null as { readonly content: Content; readonly revision: number } | null;
  const receipted: string[] = [];
  const counted: string[] = [];
  for (const act of acts) {
    const now = `e${epoch}`;
    const sent = unanswered(box)[0]?.sending ?? null;
    if (act === 'enter') box = saveDraft(box, PLACE, entered(marks(String((value += 1))), now));
    if (act === 'drop') box = dropDraft(box, PLACE);
    if (act === 'submit' && sheet(box).draft !== null) box = submit(box, PLACE, sending({ kind: 'marks', marks: sheet(box).draft?.marks ?? {} }, `id${(ids += 1)}`, now));
    if (act === 'show') box = hostShows(box, held(host?.content ?? null, { revision: host?.revision ?? 0 }), seen(now, `id${(ids += 1)}`));
    if (act === 'restore') [host, epoch] = [null, epoch + 1];
    if (sent === null) continue;
    if (act === 'refuse') box = answered(box, sent.id, { answer: refused('scoringClosed'), epoch: now });
    if (act === 'haste') box = answered(box, sent.id, { answer: refused('tooFast'), epoch: now });
    if (act === 'late') box = answered(box, sent.id, { answer: accepted({ late: true }), epoch: now });
    if (act !== 'accept') continue;
    if (sent.basis !== (host?.revision ?? 0)) box = answered(box, sent.id, { answer: refused('staleRevision'), epoch: now });
    else {
      host = { content: sent, revision: sent.basis + 1 };
      counted.push(sent.id);
      receipted.push(sent.marks['c1'] ?? '');
      box = answered(box, sent.id, { answer: accepted(), epoch: now });
    }
  }
  return { box, host, epoch: `e${epoch}`, receipted, counted };
};

describe('in any order of events', () => {
  const orders = fc.array(fc.constantFrom(...ACTS), { maxLength: 40 });

  test('the phone says received only for what the host accepted', () => {
    fc.assert(fc.property(orders, (acts) => {
      const { box, receipted } = play(acts);
      const now = sheet(box).held;
      expect(now === null || receipted.indexOf(now.marks['c1'] ?? '') >= 0).toBe(true);
    }));
  });
  test('no command id is counted twice', () => {
    fc.assert(fc.property(orders, (acts) => {
      const { counted } = play(acts);
      expect(new Set(counted).size).toBe(counted.length);
    }));
  });
  test('what was submitted is held, sent, late or a draft until the judge drops it', () => {
    fc.assert(fc.property(orders.map((acts) => acts.filter((act) => act !== 'drop')), (acts) => {
      const { box } = play(acts);
      const { held: kept, late, draft, sending: sent } = sheet(box);
      const newest = acts.filter((act) => act === 'enter').length;
      const values = [kept, late, draft, sent].map((content) => content?.marks['c1']);
      expect(newest === 0 || values.indexOf(String(newest)) >= 0).toBe(true);
      expect(hasUnsent(box)).toBe(draft !== null || sent !== null);
    }));
  });
  test('after a restore, showing and accepting bring back the last receipted sheet', () => {
    fc.assert(fc.property(orders.map((acts) => acts.filter((act) => act !== 'late')), (acts) => {
      const before = play([...acts, 'accept', 'show', 'accept', 'show', 'accept']);
      const after = play([...acts, 'accept', 'show', 'accept', 'show', 'accept', 'restore', 'show', 'accept', 'show']);
      if (before.host === null || sheet(before.box).held?.epoch !== before.epoch) return;
      expect(after.host?.content.marks).toEqual(before.host.content.marks);
    }));
  });
});
