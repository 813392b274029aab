// What every section of the rules page is given: the draft, how to put the next one, and whether it is frozen.
import type { Rules } from '../../../shared/arena/rules.ts';
import type { SessionView } from '../../../shared/arena/views.ts';

export interface SectionProps { readonly rules: Rules; readonly put: (rules: Rules) => void; readonly frozen: boolean; readonly session: SessionView }

/** The list with one of its entries changed. */
export const withOne = <T extends { readonly id: string }>(list: readonly T[], id: string, part: Partial<T>): T[] => list.map((each) => (each.id === id ? { ...each, ...part } : each));
