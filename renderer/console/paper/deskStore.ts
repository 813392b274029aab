// The desk as a station: commands over the desk's own link, with those under way, as the stations' bench wants them. It decides nothing about a ballot.
import type { Answer } from '../../../shared/contract/wire.ts';
import type { BenchStore } from '../../clerk/keying/paperBench.ts';
import type { AnswerListener, StationCommand } from '../../clerk/stationStore.ts';
import type { Link } from '../../common/link.ts';

/** The link sends again by itself until the host answers; here is only known what is still out. */
export const deskStore = (link: Pick<Link, 'command'>): BenchStore => {
  const out = new Set<StationCommand>();
  const listeners = new Set<AnswerListener>();
  return {
    waiting: () => [...out],
    onAnswer: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    send: async (command): Promise<Answer> => {
      out.add(command);
      const answer = await link.command(command.name, command.input);
      out.delete(command);
      for (const listener of listeners) listener(command, answer);
      return answer;
    },
  };
};
