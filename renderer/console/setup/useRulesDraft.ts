// The rules while they are being edited: kept at once whenever they can be read as rules, even before they add up; never sent when a figure is malformed.
import { useCallback, useEffect, useRef, useState } from 'react';
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
  const waiting = useRef<Rules | null>(null);
  const readable = rulesSchema.safeParse(draft).success;
  const flush = useCallback(() => {
    const rules = waiting.current;
    waiting.current = null;
    const text = JSON.stringify(rules);
    if (rules === null || text === sent.current) return;
    sent.current = text;
    void send({ name: 'session.rules', input: { session, rules } });
  }, [send, session]);
  useEffect(() => {
    waiting.current = readable ? draft : null;
    const timer = setTimeout(flush, PAUSE);
    return () => clearTimeout(timer);
  }, [draft, readable, flush]);
  // Leaving the step must not lose the last keystrokes.
  useEffect(() => flush, [flush]);
  return { rules: draft, change: (part) => setDraft((now) => ({ ...now, ...part })), check: readable ? checkRules(draft) : null };
};
