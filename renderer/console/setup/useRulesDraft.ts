// The rules while they are being edited: kept at once whenever they can be read as rules, even before they add up; never sent when a figure is malformed.
import { useEffect, useRef, useState } from 'react';
import { checkRules, rulesSchema, type Rules } from '../../../shared/arena/rules.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { useSend } from '../host.ts';

const PAUSE = 500;

export interface RulesDraft {
  readonly rules: Rules;
  readonly change: (part: Partial<Rules>) => void;
  /** Null: some figure cannot be read; nothing is sent until it can. */
  readonly check: Result<true> | null;
}

export const useRulesDraft = (session: string, kept: Rules): RulesDraft => {
  const send = useSend();
  const [draft, setDraft] = useState(kept);
  const sent = useRef(JSON.stringify(kept));
  const readable = rulesSchema.safeParse(draft).success;
  const latest = useRef({ draft, readable });
  const flush = useRef(() => undefined as void);
  flush.current = () => {
    const text = JSON.stringify(latest.current.draft);
    if (!latest.current.readable || text === sent.current) return;
    sent.current = text;
    void send({ name: 'session.rules', input: { session, rules: latest.current.draft } });
  };
  useEffect(() => {
    latest.current = { draft, readable };
    const timer = setTimeout(() => flush.current(), PAUSE);
    return () => clearTimeout(timer);
  }, [draft, readable]);
  // Leaving the step must not lose the last keystrokes.
  useEffect(() => () => flush.current(), []);
  return { rules: draft, change: (part) => setDraft((now) => ({ ...now, ...part })), check: readable ? checkRules(draft) : null };
};
