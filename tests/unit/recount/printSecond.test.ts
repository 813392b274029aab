import { expect, test } from 'vitest'
import { readSessionFile } from '../../../electron/recount/read.ts'
import { recount } from '../../../electron/recount/recount.ts'
import { renderText } from '../../../electron/recount/print.ts'
import { enteredPart, onSitePart, secondFile } from './secondSession.ts'

test('a recount of version 2 shows categories apart, parts, bonuses, awards, points by place, and what waits', () => {
  const file = secondFile({
    parts: [onSitePart('60'), enteredPart('perf', '40')],
    categories: ['x', 'y', 'z'],
    panels: [{ id: 'A', seats: 1 }, ],
    adjustments: [{ id: 'b', name: '示例加分', sign: 'bonus', fullMark: '100', cap: null }],
    ties: [{ by: 'playOff' }, { by: 'draw' }],
    placePoints: { points: { by: 'borda', last: 'one' }, ties: 'averaged' },
    awards: [{ id: 't', name: '示例奖', category: null, quota: null, score: '90' }],
    contestants: [
      { category: 'x', sheets: { A: ['90'] }, parts: { perf: '90' }, adjustments: [['b', '1.5']] },
      { category: 'x', sheets: { A: ['80'] }, parts: { perf: '80' } },
      { category: 'x', sheets: { A: ['80'] }, parts: { perf: '80' } },
      { category: 'y', sheets: { A: ['85'] }, parts: { perf: '85' } },
      { category: 'y', sheets: { A: ['85'] } },
      { category: 'y', forfeited: true },
    ],
  })
  const text = renderText(readSessionFile(file), recount(file))
  // u1 54 + 36 + 1.5; u2 and u3 48 + 32, places 2 and 3 of 3: (2 + 1) ÷ 2
  expect(text.split('\n')).toEqual([
    '复核 Recount: 示例市书记擂台 (finalised)',
    '',
    '组别 Category: 示例x类',
    '名次 Rank  单位 Name  总分 Total  示例A组 mean  现场得分 part  示例perf part  加减分 Adjustment  奖项 Award  名次分 Place points  同分判定 Tie decided by',
    '---------  ---------  ----------  ------------  -------------  -------------  -----------------  ----------  -------------------  -----------------------',
    '1          甲区       91.50       90            90             90             1.5                示例奖      3',
    '2 待加赛   乙区       80.00       80            80             80                                            1.5',
    '2 待加赛   丙区       80.00       80            80             80                                            1.5',
    '',
    '组别 Category: 示例y类',
    '名次 Rank  单位 Name  总分 Total  示例A组 mean  现场得分 part  示例perf part  奖项 Award  名次分 Place points  同分判定 Tie decided by',
    '---------  ---------  ----------  ------------  -------------  -------------  ----------  -------------------  -----------------------',
    '1          丁区       85.00       85            85             85                         1',
    '（名次未定：尚有单位待计分 provisional: not everybody is counted yet）',
    '',
    '待加赛 Waiting for a play-off:',
    '  乙区',
    '  丙区',
    '',
    '未排名 Not ranked:',
    '  戊区：示例perf 尚未录入 (this part is not entered yet)',
    '  己区：弃权，不排名 forfeited',
  ])
})

test('a sealed box is named with the words that its root is not checked here', () => {
  const file = secondFile({ panels: [{ id: 'A', voters: 'anonymous' }], contestants: [{ sheets: { A: ['80'] } }], boxes: [{ panel: 'A', count: 3, root: 'ab'.repeat(32) }] })
  expect(renderText(readSessionFile(file), recount(file))).toContain('示例A组 密封票箱 3 张，校验根 abababababababab…：本文件不含票面原文，无法核对')
})
