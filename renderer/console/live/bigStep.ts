// What one press of the big button means: the orders to send, or the dialog that has to be answered first. It sends nothing.
import type { NextStep, SessionView } from '../../../shared/arena/views.ts';
import type { AirView } from '../../../shared/meeting/views.ts';
import type { Order, Shown } from '../host.ts';

export type BigStep =
  | { readonly does: 'send'; readonly orders: readonly Order[] }
  | { readonly does: 'recusals' | 'gaps'; readonly contestant: string }
  | { readonly does: 'print' }
  | { readonly does: 'nothing' };

type Session = Pick<SessionView, 'session' | 'meeting' | 'next'> & { readonly rules?: { readonly categories: readonly { readonly id: string }[] } };
type Air = Pick<AirView, 'scene' | 'item' | 'subject' | 'step' | 'steps'>;

const NOTHING: BigStep = { does: 'nothing' };
const WITH_SUBJECT: readonly string[] = ['next', 'timer', 'scoring', 'score'];
const ALONG: Partial<Record<NextStep['action'], string>> = { call: 'next', present: 'timer', openWindow: 'scoring' };

/** Scenes about one category, where the rules have any. */
const WITH_CATEGORY: readonly string[] = ['standings', 'ranking', 'awards'];

/** Whom or what a scene is about: a contestant, a category (the first unless one was meant), or nothing. */
const subjectOf = ({ rules }: Session, scene: string, wanted: string | null): string | null => {
  if (WITH_SUBJECT.includes(scene)) return wanted;
  if (!WITH_CATEGORY.includes(scene)) return null;
  const categories = rules?.categories ?? [];
  return categories.find((category) => category.id === wanted)?.id ?? categories[0]?.id ?? null;
};

/** Brings a scene of this session on air from its first step. */
export const showOrder = (session: Session, scene: string, subject: string | null): Order => ({
  name: 'air.show',
  input: { meeting: session.meeting, scene, item: session.session, subject: subjectOf(session, scene, subject) },
});

const send = (...orders: readonly Order[]): BigStep => ({ does: 'send', orders });

const contestantStep = (session: Session, contestant: string): BigStep => {
  const input = { session: session.session, contestant };
  switch (session.next.action) {
    case 'call': return send({ name: 'stage.call', input });
    case 'present': return send({ name: 'timer.start', input: { ...input, phase: 'speech' } });
    case 'finish': return send({ name: 'stage.finish', input });
    case 'confirmRecusals': return { does: 'recusals', contestant };
    case 'openWindow': return send({ name: 'window.open', input });
    case 'collect': return { does: 'gaps', contestant };
    case 'check': return send({ name: 'window.check', input });
    case 'lock': return send({ name: 'window.lock', input });
    case 'reveal': return send(showOrder(session, 'score', contestant));
    default: return NOTHING;
  }
};

/**
 * One press, one step. `along` is the desk's own setting "步骤同时上屏": introduction, clock and scoring scene then go on air with their step;
 * a score never does, it has a step of its own.
 */
export const bigStep = (session: Session, air: Air | null, along: boolean): BigStep => {
  const { action, contestant } = session.next;
  switch (action) {
    case 'ready': return send({ name: 'session.ready', input: { session: session.session } });
    case 'start': return send({ name: 'session.start', input: { session: session.session } });
    case 'revealStep': case 'rankingStep': return air === null ? NOTHING : send({ name: 'air.step', input: { meeting: session.meeting, step: air.step + 1 } });
    case 'showRanking': return send(showOrder(session, 'ranking', contestant));
    case 'showAwards': return send(showOrder(session, 'awards', contestant));
    case 'finalise': return send({ name: 'session.finalise', input: { session: session.session } });
    case 'printResult': return { does: 'print' };
    case 'none': return NOTHING;
    default: break;
  }
  if (contestant === null) return NOTHING;
  const step = contestantStep(session, contestant);
  const scene = ALONG[action];
  return along && scene !== undefined && step.does === 'send' ? { ...step, orders: [...step.orders, showOrder(session, scene, contestant)] } : step;
};

/** Steps that put a figure before the room: they take a deliberate press, never a key a clicker can send. */
export const reveals = (action: NextStep['action']): boolean => ['reveal', 'revealStep', 'showRanking', 'rankingStep', 'showAwards'].includes(action);

const SUGGESTED: Record<NextStep['action'], string> = {
  ready: 'cover', start: 'cover', call: 'next', present: 'timer', finish: 'timer', confirmRecusals: 'scoring', openWindow: 'scoring', collect: 'scoring',
  check: 'scoring', lock: 'scoring', reveal: 'score', revealStep: 'score', showRanking: 'ranking', showAwards: 'awards', rankingStep: 'ranking', finalise: 'ranking', printResult: 'ranking', none: 'ranking',
};

const isOnAir = (session: Session, air: Air | null, wanted: Pick<Shown, 'scene' | 'subject'>): air is Air =>
  air !== null && air.item === session.session && air.scene === wanted.scene && air.subject === wanted.subject;

/** What the preview shows: the scene chosen by hand or the one the next step suggests; of a scene already on air, its next step. */
export const previewOf = (session: Session, air: Air | null, chosen: Pick<Shown, 'scene' | 'subject'> | null): Shown => {
  const scene = chosen?.scene ?? SUGGESTED[session.next.action];
  const followed = session.next.action === 'rankingStep' ? (air?.subject ?? null) : session.next.contestant;
  const subject = subjectOf(session, scene, chosen?.subject ?? followed);
  return isOnAir(session, air, { scene, subject }) ? { scene, subject, step: Math.min(air.step + 1, air.steps - 1) } : { scene, subject, step: 0 };
};

/** The order that brings the preview on air, or null when the room sees exactly that already. */
export const takeOrder = (session: Session, air: Air | null, shown: Shown): Order | null => {
  if (!isOnAir(session, air, shown)) return showOrder(session, shown.scene, shown.subject);
  return air.step === shown.step ? null : { name: 'air.step', input: { meeting: session.meeting, step: shown.step } };
};
