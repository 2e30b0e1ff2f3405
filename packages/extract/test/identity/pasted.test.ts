import { expect, test } from 'vitest'
import { loadLookups } from '../../src/cli/run/load-lookups.ts'
import { readIdentity } from '../../src/identity/read-identity.ts'

const lookups = loadLookups().identity
const neighbour = '旌德县水利局把水资源作为公开重点，发布信息九十四条。'

test.each([
  ['the neighbour twice', [neighbour, '旌德县水利局办公室负责受理申请。'], ['agency_conflict']],
  ['a partner once', [neighbour], []],
  ['the bureau above', ['按照宣城市水利局要求公开。', '向宣城市水利局报送信息，每月一次。'], []],
  ['itself most', ['泾县水利局受理申请，泾县水利局答复。', neighbour, '旌德县水利局来访，泾县水利局接待。'], []],
  ['links to the neighbour', ['旌德县水利局2023年年报', '旌德县水利局2022年年报'], []],
])('text taken over from the report of a neighbour is an issue, a mention is none: %s', (_, body, codes) => {
  const texts = ['泾县水利局2023年政府信息公开工作年度报告', '一、总体情况', ...body]
  const lines = texts.map((text, i) => ({ line: i + 1, kind: 'paragraph', section: null, text }) as const)
  const { identity, issues } = readIdentity({ lines, metadata: [], url: null }, lookups)
  expect(identity.agencyName).toBe('泾县水利局')
  expect(issues.map(({ code }) => code)).toEqual(codes)
})
