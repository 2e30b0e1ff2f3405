import { expect, test } from 'vitest'
import { holdsTitle } from '../src/text/report-title.ts'

test.each([
  ['安塞区水利局2023年政府信息公开工作年度报告', true],
  ['首页 > 2023年政务公开工作年报 打印', true],
  ['安塞區水利局2023年政府信息公開工作年度報告', true],
  ['政府信息公开指南', false],
  ['信息公开。年度报告另行公布', false],
  ['2023年财政预算执行情况的报告', false],
])('%s holds the words of a title: %j', (text, isHeld) => {
  expect(holdsTitle(text)).toBe(isHeld)
})
