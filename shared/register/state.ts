// What is: units and people in protocol order. Archived ones stay, for old sessions and undo.
import type { TextRef } from '../kernel/decision.ts';

export interface Unit {
  readonly id: string; readonly fullName: TextRef; readonly shortName: TextRef; readonly aliases: readonly TextRef[];
  readonly kind: string; readonly group: string; readonly order: number; readonly archived: boolean;
}
export interface Person {
  readonly id: string; readonly name: TextRef; readonly title: TextRef; readonly panel: string; readonly home: string | null;
  readonly order: number; readonly archived: boolean;
}
export interface RegisterState {
  readonly units: Readonly<Record<string, Unit>>;
  readonly people: Readonly<Record<string, Person>>;
}
export const emptyRegister: RegisterState = { units: {}, people: {} };

/** In protocol order (建制序). */
export const ordered = <T extends { readonly order: number }>(all: Readonly<Record<string, T>>): readonly T[] => Object.values(all).sort((a, b) => a.order - b.order);
