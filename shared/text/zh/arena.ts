// Words of the arena that stand on the wall and on paper, in Chinese.
export const arenaWords = {
  rules: {
    separator: '、',
    then: ' → ',
    fullMark: '满分 {full} 分：{criteria}',
    weights: '评委组权重：{panels}',
    panel: '{name}：去掉 {high} 个最高分、{low} 个最低分，取平均',
    trimTotals: '按每张票的总分去掉最高最低分',
    trimCriteria: '按每个评分项分别去掉最高最低分',
    rounding: '最后得分保留 {places} 位小数，四舍五入，中间不取整',
    ties: '得分相同依次比较：{list}',
    reveal: { atOnce: '每位汇报后当场公布得分', afterNext: '下一位汇报后公布上一位得分', allAtEnd: '全部汇报结束后统一公布' },
  },
  ties: {
    moreDecimals: '增加小数位',
    panel: '「{name}」平均分高者在前',
    criterion: '「{name}」得分高者在前',
    untrimmedMean: '不去分的平均分高者在前',
    draw: '抽签',
    shared: '并列',
  },
} as const;
