// The rules while they are being edited: kept at once whenever they can be read as rules, even before they add up; never sent when a figure is malformed.
// A draft with a malformed figure outlives leaving the page, as long as the rules it stands on are still the kept ones.
import { useCallback, useEffect, useRef, useState } from 'react';
import { checkRules } from '../../../shared/arena/checkRules.ts';
import { rulesSchema, type Rules } from '../../../shared/arena/rules.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { useSend } from '../host.ts';
import { draftOf, dropUnread, keepUnread } from '../rules/unreadDrafts.ts';

const PAUSE = 500;

export interface RulesDraft {
  readonly rules: Rules;
  readonly put: (rules: Rules) => void;
  /** Null: some figure cannot be read; nothing is sent until it can. */
  readonly check: Result<true> | null;
}

export const useRulesDraft = (session: string, kept: Rules): RulesDraft => {
  const send = useSend();
  const [draft, setDraft] = useState(() => draftOf(session, kept));
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
    if (readable) dropUnread(session);
    else keepUnread(session, sent.current, draft);
    const timer = setTimeout(flush, PAUSE);
    return () => clearTimeout(timer);
  }, [draft, readable, flush, session]);
  // Leaving the step must not lose the last keystrokes.
  useEffect(() => flush, [flush]);
  return { rules: draft, put: setDraft, check: readable ? checkRules(draft) : null };
};
