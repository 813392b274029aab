import { describe, expect, it } from 'vitest'
import { FIGURE_FAULTS } from '../../../electron/documents/workbook/figures/order.ts'
import { CELL_FAULTS } from '../../../electron/documents/workbook/figures/readFigure.ts'
import { figureWords as english } from '../../../shared/text/en/figures.ts'
import { duplicateSentence, problemSentence, unmatchedSentence } from '../../../shared/text/figureSentence.ts'
import { figureWords } from '../../../shared/text/zh/figures.ts'
import { MARKS, pasted, plan, RESULTS, text } from './planned.ts'

describe('the words of an import of figures', () => {
  it('have a sentence for every fault and no other', () => {
    expect(Object.keys(figureWords.fault).toSorted()).toEqual([...CELL_FAULTS, ...FIGURE_FAULTS].toSorted())
  })

  it('use the same figures in both languages', () => {
    const braces = (words: object): unknown => Object.fromEntries(Object.entries(words).map(([key, value]) => [key, typeof value === 'string' ? [...new Set(value.match(/\{\w+\}/gu))].toSorted() : braces(value)]))
    expect(braces(english)).toEqual(braces(figureWords))
  })

  it('say where, what and what to do, and leave no brace unfilled', async () => {
    const units = [...'abcdefgh'].map((id) => ({ id, names: [id] }))
    const planned = await plan(pasted('单位\t实绩得分', 'a\t1,234', 'b\t9月5日', 'c\t#N/A', 'd\t好', 'e\t101', 'f\t-1', 'g\t9.1234567', 'x\t1', 'h\t1', 'h\t1'), RESULTS, { units })
    const sentences = planned.problems.map((problem) => problemSentence(figureWords, problem))
    expect(sentences).toHaveLength(7)
    expect(sentences[0]).toBe('B2（实绩得分）：“1,234”有两种读法：1.234 或 1234；请去掉逗号，小数点用“.”，再导入')
    const all = [...sentences, ...planned.unmatched.map((each) => unmatchedSentence(figureWords, each)), ...planned.duplicates.map((each) => duplicateSentence(figureWords, each))]
    expect(all.slice(-2)).toEqual(['A9（单位）：“x”不在名单里；请改用名单里的全称、简称或别名', 'A11（单位）：与 A10（单位） 重复；请只保留一处'])
    for (const sentence of [...all, ...planned.problems.map((problem) => problemSentence(english, problem))]) expect(sentence).not.toMatch(/[{}]/u)
  })

  it('name a whole table where no cell is meant', async () => {
    const [problem] = (await plan(text('甲,乙\n1,2\n'), MARKS)).problems
    expect(problem && problemSentence(figureWords, problem)).toMatch(/^整张表：没有认出标题行/u)
  })
})
