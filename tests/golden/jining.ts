// 济宁 2015 by hand: thirteen units a–m in the printed order, 42 ballots, place k worth 100 − 3(k − 1). With S = Σ (k − 1) over the 42 ballots a unit has
// (4200 − 3S) ÷ 42:
//   a  60: 4200 −  180 = 4020 → 95.7142…     b 117: 3849 → 91.6428…     c 166: 3702 → 88.1428…     d 171: 3687 → 87.7857…     e 190: 3630 → 86.4285…
//   f 259: 3423 → 81.50      g 269: 3393 → 80.7857…     h 278: 3366 → 80.1428…     i 309: 3273 → 77.9285…     j 309: 3273 → 77.9285…
//   k 343: 3171 → 75.50      l 372: 3084 → 73.4285…     m 433: 2901 → 69.0714…
// The S add up to 3276 = 42 × (0 + 1 + … + 12). The real ballots are not published; those below are made up here so that they give these S.
import { siteVisits } from '../../shared/arena/presets/siteVisits.ts';
import { GoldenRoom } from './support.ts';

/** The printed scores and places of a–m; they add up to 1066.00, i and j share the ninth place and the next is the eleventh. */
export const printed = [
  ['95.71', 1], ['91.64', 2], ['88.14', 3], ['87.79', 4], ['86.43', 5], ['81.50', 6], ['80.79', 7], ['80.14', 8], ['77.93', 9], ['77.93', 9], ['75.50', 11], ['73.43', 12], ['69.07', 13],
] as const;

/** Every ballot as the units from the first place to the last. */
const rankings = `
  baekdcgmjhlif deacfhjbgimlk dcibaeghfkljm daiehfgkbjclm aedbkhfgcilmj ajedfbkiclhmg
  dfabhigcjelkm beachgkfdimjl keabfdclgijmh abedgjkfilhcm adfeghibckjml abehlgidjfckm
  bejachgdlfimk acbfhdegjlmki aidcbefglhjkm cbagefdhjmikl abfdcehigjlkm ckahjfdbmegil
  cfgjaihlkdebm dbajelkfichmg bcahgieldjfkm cabgdemhljifk abcefdhjkigml dbacfgkjihelm
  aechbdiljfgkm gbadfeckhmlij cdbhaiegjlfkm cagbedjkmhifl dbagfhijmeclk jalgehfcbmkdi
  adbehfckijglm bafcedkjhmgli acbjiheglfdmk bcjafildgkhem bacdefilgmhkj cakbdfejghmli
  bacdjkfgielmh bahcefdlgikjm cdailkghmbejf bdejicagklfhm eacgbifkljdhm maehilbdgcfkj`;

/** The ballots as places of a–m, as they stand on paper. */
export const ownBallots: readonly string[] = rankings.trim().split(/\s+/).map((ranking) => Array.from('abcdefghijklm', (unit) => ranking.indexOf(unit) + 1).join(' '));

/** Thirteen units, every ballot keyed twice, all windows locked, finalised. */
export const jining = (ballots: readonly string[]): GoldenRoom => {
  const room = new GoldenRoom({ rules: siteVisits.rules, units: printed.length, judges: {} });
  for (const unit of room.session().order) room.present(unit, { speech: 300 });
  room.paper('visitors', ballots, ballots.length);
  room.lock(...room.session().order);
  room.finalise();
  return room;
};
