// Guards the desk against a presenter's clicker: its keys end up here whenever the desk has the focus while a PPT owns the screen.
// After a yield they do nothing until someone clicks the desk, and they never press a button that reveals a figure.

const CLICKER_KEYS: readonly string[] = ['PageUp', 'PageDown', 'F5', 'Escape', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', ' ', 'b', 'B', '.'];

export interface Guard {
  readonly yielded: boolean;
  /** Whether someone clicked the desk since the last yield. */
  readonly clicked: boolean;
}
export const openGuard: Guard = { yielded: false, clicked: true };

export type GuardEvent = { readonly happened: 'clicked' } | { readonly happened: 'air'; readonly yielded: boolean };

/** A new yield disarms the desk; a click arms it again; taking the screen back changes nothing. */
export const guardAfter = (guard: Guard, event: GuardEvent): Guard => {
  if (event.happened === 'clicked') return { ...guard, clicked: true };
  if (event.yielded && !guard.yielded) return { yielded: true, clicked: false };
  return { ...guard, yielded: event.yielded };
};

export interface Press { readonly key: string; /** The focused button would put a figure before the room. */ readonly onReveal: boolean }

/** Whether the desk must swallow a key. F5 never reloads a live desk; Enter does not press a revealing button either. */
export const swallows = (guard: Guard, press: Press): boolean => {
  if (press.key === 'F5') return true;
  if (press.onReveal && (press.key === 'Enter' || CLICKER_KEYS.includes(press.key))) return true;
  return !guard.clicked && CLICKER_KEYS.includes(press.key);
};
