// 奖次与名次分: which tier a place or a score earns, and the points a place earns. Ranks are given; nothing here orders anybody.
import { compare, decimal, mean, type Fraction } from '../kernel/fraction.ts';
import { placeValue } from './forms.ts';
import type { Award, Rules } from './rules.ts';
import type { Standing } from './standings.ts';

const reaches = (tier: Award, row: Standing): boolean => tier.score === null || compare(row.tally.total, decimal(tier.score)) >= 0;

/** How many of the rows, best first, a quota takes: a tied group that straddles the edge goes in whole or stays out whole, as fixed beforehand. */
const taken = (rows: readonly Standing[], quota: number | null, edge: Rules['awards']['edge']): number => {
  if (quota === null || rows.length <= quota) return rows.length;
  const last = rows[quota - 1];
  if (last === undefined || rows[quota]?.rank !== last.rank) return quota;
  return edge === 'all' ? rows.filter((row) => row.rank <= last.rank).length : rows.filter((row) => row.rank < last.rank).length;
};

/**
 * The tier of every contestant that earns one: tiers are filled best first, by quota, by score or by both; who has a tier is out of the lower ones.
 * `rows` are one ranking, best first. Source: domain.md §2, issue "tiers by quota, score or both; a tie on a tier's edge decided beforehand".
 * Example: quota 2, totals 90, 88, 88, edge 'none' → only the first has the tier.
 */
export const awardsOf = (rules: Rules, category: string | null, rows: readonly Standing[]): ReadonlyMap<string, Award> => {
  const given = new Map<string, Award>();
  for (const tier of rules.awards.tiers.filter((each) => each.category === null || each.category === category)) {
    const fit = rows.filter((row) => !given.has(row.contestant) && reaches(tier, row));
    for (const row of fit.slice(0, taken(fit, tier.quota, rules.awards.edge))) given.set(row.contestant, tier);
  }
  return given;
};

/**
 * 名次分 of every row: points of its place, tied rows sharing the mean of the places they fill, or all the better place's; null where the table ends.
 * Example: places 2 and 3 worth 7 and 6, averaged → 6.5 each.
 */
export const placePointsOf = (rules: Rules, rows: readonly Standing[]): ReadonlyMap<string, Fraction> => {
  const setting = rules.placePoints;
  const points = new Map<string, Fraction>();
  if (setting === null) return points;
  for (const row of rows) {
    const tied = rows.filter((each) => each.rank === row.rank).length;
    const places = setting.ties === 'averaged' ? Array.from({ length: tied }, (_, at) => row.rank + at) : [row.rank];
    const values = places.map((place) => placeValue(setting.points, place, rows.length));
    if (values.every((value) => value !== null)) points.set(row.contestant, mean(values));
  }
  return points;
};
