/** @jsxImportSource preact */
// One line saying when the host last confirmed, and a banner when that is too long ago. Words and shape, never colour alone.
import { say } from '../../shared/text/say.ts';
import type { LinkStatus } from '../common/sealed/link.ts';
import { useAge } from '../common/sealed/useAge.ts';
import { useWords } from './words.ts';

interface LinkProps { readonly status: LinkStatus; readonly now: () => number }

export const LinkLine = ({ status, now }: LinkProps) => {
  const words = useWords();
  const { seconds, stale } = useAge(status.heardAt, now);
  const fresh = seconds !== null && !stale;
  const text = seconds === null ? words.link.connecting : say(stale ? words.link.stale : words.link.open, { n: seconds });
  return (
    <span class={fresh ? 'linkLine fresh' : 'linkLine'}>
      <span class="dot" aria-hidden="true" />
      {text}
    </span>
  );
};

export const LinkBanner = ({ status, now }: LinkProps) => {
  const words = useWords();
  const { seconds, stale } = useAge(status.heardAt, now);
  if (seconds !== null && !stale) return null;
  return <p class="banner grey" role="status">{seconds === null ? words.link.offline : say(words.link.staleLong, { n: seconds })}</p>;
};
