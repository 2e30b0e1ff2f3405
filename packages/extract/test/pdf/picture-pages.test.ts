import { expect, test } from 'vitest'
import { loadLookups } from '../../src/cli/run/load-lookups.ts'
import { compileReport } from '../../src/compile-report.ts'
import { toCleanDocument } from '../../src/document/clean-document.ts'
import type { Block } from '../../src/types.ts'

const lookups = loadLookups()
const lines = [
  '某县水务局2023年政府信息公开工作年度报告',
  '一、总体情况',
  '本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
]
const blocks = lines.map((text): Block => ({ kind: 'paragraph', text, offset: 0 }))

function issuesOf(pictures: readonly number[]) {
  const source = { path: 'x.pdf', bytes: new Uint8Array(), sha256: 'a'.repeat(64), url: null, retrievedAt: null }
  const read = { blocks, metadata: [], attachments: [], pictures }
  const clean = toCleanDocument(blocks, lookups.repairer)
  return compileReport({ source, read, clean, part: 1 }, lookups).issues.filter(({ code }) => code === 'tables_missing')
}

test('where tables are missing, the pages that are pictures are named', () => {
  const [issue] = issuesOf([2, 3])
  expect(JSON.stringify(issue)).toMatch(/第 2、3 页是图片.*page 2, 3 is a picture/)
})

test('without pictures nothing is said of them', () => {
  const issues = issuesOf([])
  expect(issues).toHaveLength(1)
  expect(JSON.stringify(issues)).not.toContain('图片')
})
