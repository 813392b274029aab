// 名次与同分, 公布, 奖次, 抽签: how contestants are ordered, what the room may see, what a place earns, how lots are drawn.
import { criteriaOf, type Award, type TieRule } from '../../../shared/arena/rules.ts';
import { say } from '../../../shared/text/say.ts';
import { categoryName, line, linesIf, listed, nameIn, onSitePart, panelName, partName, placeValuesText, settingLine, steps, type Line, type Saying } from './saying.ts';

/** A tie rule with the name of its panel, criterion or part. */
export const tieText = (saying: Saying, tie: TieRule): string => {
  const words = saying.words.ties.rule;
  switch (tie.by) {
    case 'panel': return say(words.panel, { name: panelName(saying, tie.id) });
    case 'criterion': return say(words.criterion, { name: nameIn(saying, criteriaOf(saying.rules), tie.id) });
    case 'part': return say(words.part, { name: partName(saying, tie.id) });
    default: return words[tie.by];
  }
};

export const tieLines = (saying: Saying): readonly Line[] => {
  const { rules, words: { ties: words } } = saying;
  const has = (...kinds: readonly TieRule['by'][]): boolean => rules.ties.some((tie) => kinds.includes(tie.by));
  const list = steps(saying, rules.ties.map((tie) => tieText(saying, tie)));
  return [
    line(words.ranking), ...linesIf(rules.categories.length > 0, words.byCategory), line(say(words.list, { list: listed(saying, list) })),
    ...linesIf(has('moreDecimals', 'panel', 'criterion', 'untrimmedMean', 'part'), words.exact),
    ...linesIf(has('playOff', 'draw'), words.open), ...linesIf(has('shared'), words.shared), line(words.out),
  ];
};

const figureLines = (saying: Saying): readonly Line[] => {
  const { rules, words: { publishing: words } } = saying;
  const { figure } = rules.disclosure;
  const isPlain = figure === 'combined' && rules.parts.length === 1 && rules.adjustments.length === 0 && rules.time.penalty === null;
  const onSite = onSitePart(rules);
  return linesIf(!isPlain, say(words.figure[figure], { part: onSite === undefined ? '' : partName(saying, onSite.id) }));
};

const rankingLines = (saying: Saying): readonly Line[] => {
  const { rules: { disclosure, rankingReveal }, words: { publishing: words } } = saying;
  const { ranking } = disclosure;
  const byPart = rankingReveal.by === 'knownPart';
  const order = byPart ? say(words.order.knownPart, { part: partName(saying, rankingReveal.part) }) : words.order.lastFirst;
  const isUsed = ranking.show === 'all' || (ranking.show === 'first' && !byPart);
  return [
    line(say(words.ranking[ranking.show], ranking.show === 'first' ? { count: ranking.count } : {})),
    ...settingLine({ isUsed, isUsual: !byPart }, order), line(disclosure.standings ? words.standings.shown : words.standings.hidden),
  ];
};

export const publishingLines = (saying: Saying): readonly Line[] => {
  const { rules, words: { publishing: words } } = saying;
  const { disclosure, windows } = rules;
  const hasNamed = rules.panels.some((panel) => panel.voters === 'named');
  const isShown = (is: boolean): 'shown' | 'hidden' => (is ? 'shown' : 'hidden');
  return [
    line(say(words.reveal[rules.reveal], 'size' in windows ? { size: windows.size } : {})),
    ...settingLine({ isUsed: hasNamed, isUsual: disclosure.marks === 'hidden' }, words.marks[disclosure.marks]),
    line(words.panelMeans[isShown(disclosure.panelMeans)]),
    ...settingLine({ isUsed: rules.parts.length > 1, isUsual: !disclosure.parts }, words.parts[isShown(disclosure.parts)]),
    line(words.total[disclosure.total]), ...figureLines(saying),
    ...linesIf(disclosure.panelMeans || disclosure.parts, words.recombine),
    ...rankingLines(saying),
  ];
};

const awardText = (saying: Saying, tier: Award): string => {
  const { rules, words: { awards: words } } = saying;
  const { quota, score } = tier;
  const category = tier.category !== null ? say(words.category, { category: categoryName(saying, tier.category) }) : rules.categories.length > 0 ? words.everyCategory : '';
  const template = quota === null ? words.score : score === null ? words.quota : words.both;
  return say(words.tier, { name: tier.name, category, condition: say(template, { quota: quota ?? '', score: score ?? '' }) });
};

export const awardLines = (saying: Saying): readonly Line[] => {
  const { rules: { awards, placePoints, disclosure }, words: { awards: words } } = saying;
  const isUsed = awards.tiers.length > 0;
  const isOnWall = disclosure.ranking.show !== 'none';
  return [
    ...(isUsed ? awards.tiers.map((tier) => line(awardText(saying, tier))) : [line(words.none)]),
    ...linesIf(isUsed, words.downwards),
    ...settingLine({ isUsed, isUsual: awards.edge === 'all' }, words.edge[awards.edge]),
    ...linesIf(isUsed && !isOnWall, words.offWall),
    ...settingLine({ isUsed: isUsed && isOnWall, isUsual: awards.announce === 'fromLowest' }, words.announce[awards.announce]),
    ...(placePoints === null ? [] : [line(say(words.placePoints, { values: placeValuesText(saying, placePoints.points) })), line(words.placeTies[placePoints.ties])]),
  ];
};

export const lotLines = ({ rules: { lot }, words: { lots: words } }: Saying): readonly Line[] =>
  [line(lot.called ? words.called : words.random), line(lot.byCategory ? words.byCategory : words.together)];
