import type { Identity } from '@gongkai/schema'
import { expect, test } from 'vitest'
import { loadLookups } from '../../src/cli/run/load-lookups.ts'
import { readIdentity } from '../../src/identity/read-identity.ts'
import { type Page, read } from './read-page.ts'

const title = '泾县水利局2023年政府信息公开工作年度报告'
const rows: readonly [string, Page, Partial<Identity>][] = [
  [
    'an enterprise that calls itself so, beside the bureau that it copied the sentence of',
    {
      head: ['本报告由泾县行政审批局编制。如有疑问，请与泾县城市投资集团有限责任公司办公室联系。'],
      intro: '2023年，我公司公开信息12条。',
    },
    { agencyName: '泾县城市投资集团有限责任公司', bodyKind: 'enterprise' },
  ],
  [
    'an office of an autonomous region, at an address in a district',
    {
      head: [
        '自治区沿海办2023年政府信息公开工作年度报告',
        '如有疑问，请与综合处联系（地址：南宁市青秀区民族大道1号）。',
      ],
    },
    { agencyName: '自治区沿海办', regionCode: '450000', level: 'province' },
  ],
  [
    'the office of a street, compiled by its section',
    { head: ['本报告由宣城市宣州区人民政府济川街道党政办公室综合科编制。'], intro: '我街道按要求开展工作。' },
    { agencyName: '宣城市宣州区人民政府济川街道', level: 'township' },
  ],
  [
    'the office of a party committee is a body of its own',
    { head: ['2023年政府信息公开工作年度报告', '本报告由泾县县委办公室编制。'], intro: '按要求开展工作。' },
    { agencyName: '泾县县委办公室' },
  ],
  [
    'the office of a county reports for itself',
    { head: ['2023年政府信息公开工作年度报告', '本报告由泾县人民政府办公室编制。'], intro: '按要求开展工作。' },
    { agencyName: '泾县人民政府办公室' },
  ],
]

test.each(rows)('%s', (_, page, expected) => {
  expect(read(page).identity).toMatchObject(expected)
})

test('the day of the page goes before that of a signature that no standard heading parts from it', () => {
  const lines = [
    title,
    '时间:2024-01-18 点击数:3',
    '一、主动公开的情况',
    '我局按要求开展工作，全年主动公开政府信息12条，未收到公开申请。',
    '泾县水利局',
    '2023年12月31日',
  ]
  const reading = readIdentity(
    {
      lines: lines.map((text, i) => ({ line: i + 1, kind: 'paragraph', section: null, text })),
      metadata: [],
      url: null,
    },
    loadLookups().identity,
  )
  expect(reading.identity).toMatchObject({ publishedOn: '2024-01-18', signedOn: '2023-12-31' })
})
