import { expect, test } from 'vitest'
import { describeSums, describeText } from '../../src/words/outcomes.ts'

test.each([
  [42, 42, 0, '42 / 42 项相符', '42 / 42 hold'],
  [42, 5, 0, '5 / 42 项相符', '5 / 42 hold'],
  [42, 0, 0, '42 项均无法核对', 'none of 42 can be assessed'],
  [42, 40, 1, '1 项不符（核对 40 / 42 项）', '1 fails (40 / 42 assessed)'],
  [42, 40, 3, '3 项不符（核对 40 / 42 项）', '3 fail (40 / 42 assessed)'],
])('%i sums, %i assessed, %i failed: %s', (declared, assessed, failed, zh, en) => {
  expect(describeSums({ declared, assessed, failed })).toEqual({ zh, en })
})

test.each([
  [2, 0, 0, '正文 2 处数字，表中无可比', '2 numbers in the text, none to compare with the tables'],
  [1, 1, 0, '正文 1 处数字，1 处与表格一致', '1 number in the text, 1 agrees with the tables'],
  [
    5,
    2,
    0,
    '正文 5 处数字，2 处与表格一致，其余无可比',
    '5 numbers in the text, 2 agree with the tables, the rest cannot be compared',
  ],
  [5, 2, 1, '正文 5 处数字，1 处与表格不一致', '5 numbers in the text, 1 differs from the tables'],
  [0, 0, 0, '正文没有提到表中的事项', 'the text states none of the numbers of the tables'],
])('%i numbers of the text, %i agreeing, %i differing: %s', (stated, agreeing, differing, zh, en) => {
  expect(describeText({ stated, agreeing, differing })).toEqual({ zh, en })
})
