// The desk's words with the host: typed topics and typed commands over the common link. A refusal is shown once, as a sentence, and handed back.
import { App } from 'antd';
import { useCallback } from 'react';
import type * as z from 'zod/mini';
import type { arenaCommands } from '../../shared/arena/commands.ts';
import type { PaperView, ResultView, ReviewView, SessionView, WindowView, WorkingView } from '../../shared/arena/views.ts';
import type { HomeView } from '../../shared/contract/home.ts';
import type { DocumentRequest, localCommands } from '../../shared/contract/local.ts';
import type { Answer } from '../../shared/contract/wire.ts';
import type { meetingCommands } from '../../shared/meeting/commands.ts';
import type { AirView, SeatsView, WallView } from '../../shared/meeting/views.ts';
import type { registerCommands } from '../../shared/register/commands.ts';
import type { RegisterView } from '../../shared/register/views.ts';
import { useLink, useView } from '../common/useView.ts';
import { answerSentence, useWords } from './words.ts';

type Commands = typeof arenaCommands & typeof meetingCommands & typeof registerCommands & typeof localCommands;
export type CommandName = keyof Commands & string;
export type CommandInput<K extends CommandName> = z.input<Commands[K]['input']>;
/** A command ready to send. */
export type Order = { [K in CommandName]: { readonly name: K; readonly input: CommandInput<K> } }[CommandName];
export type Send = (order: Order) => Promise<Answer>;

export const useHome = (): HomeView | null => useView<HomeView>('home').data;
export const useRegister = (): RegisterView | null => useView<RegisterView>('register').data;
export const useSession = (session: string): SessionView | null => useView<SessionView>('session', { session }).data;
export const useWindow = (session: string, contestant: string): WindowView | null => useView<WindowView>('window', { session, contestant }).data;
export const useResult = (session: string): ResultView | null => useView<ResultView>('result', { session }).data;
export const usePaper = (session: string): PaperView | null => useView<PaperView>('paper', { session }).data;
export const useReview = (session: string): ReviewView | null => useView<ReviewView>('review', { session }).data;
export const useWorking = (session: string, contestant: string): WorkingView | null => useView<WorkingView>('working', { session, contestant }).data;
export const useAir = (meeting: string): AirView | null => useView<AirView>('air', { meeting }).data;
export const useSeats = (meeting: string): SeatsView | null => useView<SeatsView>('seats', { meeting }).data;

export interface Shown { readonly scene: string; readonly subject: string | null; readonly step: number }
export const usePreview = (session: string, shown: Shown): { readonly wall: WallView | null; readonly refused: string | null } => {
  const view = useView<WallView>('preview', { session, scene: shown.scene, subject: shown.subject ?? '', step: String(shown.step) });
  return { wall: view.data, refused: view.refused };
};

/** Sends without showing anything: for places that say the refusal themselves. */
export const useQuietSend = (): Send => {
  const link = useLink();
  return useCallback((order: Order) => link.command(order.name, order.input), [link]);
};

export const useSend = (): Send => {
  const send = useQuietSend();
  const words = useWords();
  const { message } = App.useApp();
  return useCallback(
    async (order: Order) => {
      const answer = await send(order);
      if (!answer.ok) void message.error({ content: answerSentence(words, answer), duration: 6 });
      return answer;
    },
    [send, words, message],
  );
};

/** Sends orders one after another and stops at the first refusal. */
export const sendAll = async (send: Send, orders: readonly Order[]): Promise<boolean> => {
  for (const order of orders) {
    // Each stands on what the one before it has made.
    // oxlint-disable-next-line no-await-in-loop
    const answer = await send(order);
    if (!answer.ok) return false;
  }
  return true;
};

/** Has a document made and opens its one-time address; a file that is no page is saved by the browser. */
export const useDocument = (): ((request: DocumentRequest) => Promise<void>) => {
  const send = useSend();
  return useCallback(
    async (request: DocumentRequest) => {
      const answer = await send({ name: 'document.make', input: request });
      if (!answer.ok) return;
      const { url } = answer.result;
      if (typeof url === 'string') window.open(url, '_blank', 'noopener');
    },
    [send],
  );
};
