// The draft in words, from the host, a moment after the last change. While figures cannot be read the last words stay and say nothing new.
import { useEffect, useState } from 'react';
import { rulesSchema, type Rules } from '../../../shared/arena/rules.ts';
import { useQuietSend } from '../host.ts';

const PAUSE = 300;
export interface Description { readonly zh: readonly string[]; readonly en: readonly string[] }

const isLines = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((line) => typeof line === 'string');

/** Null before the first answer. An answer that comes after a newer question is left aside. */
export const useDescription = (rules: Rules | null): Description | null => {
  const send = useQuietSend();
  const [said, setSaid] = useState<Description | null>(null);
  useEffect(() => {
    if (rules === null || !rulesSchema.safeParse(rules).success) return undefined;
    let current = true;
    const ask = async (): Promise<void> => {
      const answer = await send({ name: 'rules.describe', input: { rules } });
      if (!current || !answer.ok) return;
      const { zh, en } = answer.result;
      if (isLines(zh) && isLines(en) && zh.length > 0) setSaid({ zh, en });
    };
    const timer = setTimeout(() => void ask(), PAUSE);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [rules, send]);
  return said;
};
