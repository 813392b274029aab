// Who votes in a panel: its judges by seat, the ballots without names by number, or counts alone. Refuses to tell one nameless ballot from another.
import { formOf, type Panel, type Rules } from './rules.ts';
import type { Judge, LockedSheets } from './state.ts';

/** A ballot without a name: p keyed from paper, b out of the sealed box. Its id says the panel and a number, nothing of a person. */
export const nameless = (panel: string, kind: 'p' | 'b', number: number): string => `${panel}-${kind}${number}`;

const NAMELESS = /^[pb](\d{1,6})$/;

/** The number behind the panel's name, box ballots behind paper; null for anybody else's id. */
const numberOf = (panel: string, voter: string): number | null => {
  if (!voter.startsWith(`${panel}-`)) return null;
  const match = NAMELESS.exec(voter.slice(panel.length + 1));
  return match === null ? null : Number(match[1]) + (voter.at(panel.length + 1) === 'b' ? 1_000_000 : 0);
};

/** Whether this is a ballot keyed from paper, written as its number is: a box ballot has its place from the sealing, and 07 would be 7 a second time. */
export const isOnPaper = (panel: string, voter: string): boolean => /^p[1-9]\d{0,5}$/.test(voter.slice(panel.length + 1)) && voter.startsWith(`${panel}-`);

/** The panel of a ballot without a name, or undefined. */
export const panelOfNameless = (rules: Pick<Rules, 'panels'>, voter: string): Panel | undefined => rules.panels.find((panel) => panel.voters === 'anonymous' && numberOf(panel.id, voter) !== null);

/** The voters of a panel in the order that decides which of equal sheets is dropped: seats, or ballot numbers (paper before box). */
export const votersOf = (panel: Panel, judges: readonly Judge[], locked: Pick<LockedSheets, 'sheets'>): readonly string[] => {
  if (panel.voters === 'named') return judges.filter((judge) => judge.panel === panel.id).map((judge) => judge.id);
  if (panel.voters === 'counts') return [];
  return Object.keys(locked.sheets).map((voter) => ({ voter, number: numberOf(panel.id, voter) }))
    .flatMap(({ voter, number }) => (number === null ? [] : [{ voter, number }])).sort((a, b) => a.number - b.number).map(({ voter }) => voter);
};

/** The keys under which counts of a panel are kept: grade ids, or places 1 … n. */
export const countKeys = (rules: Rules, panel: Panel, of: number): readonly string[] => {
  const form = formOf(rules, panel);
  if (form.kind === 'grade') return form.grades.map((grade) => grade.id);
  return form.kind === 'rank' ? Array.from({ length: of }, (_, at) => String(at + 1)) : [];
};
