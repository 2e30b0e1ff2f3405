import { forms } from '@gongkai/schema'
import { expect, test } from 'vitest'
import type { IssueRow } from '../../src/data/rows.ts'
import { toLayout } from '../../src/report/form-layout.ts'
import { toIssueGroups } from '../../src/report/issues.ts'

const form = forms.requests['2021']

test('an issue says what it concerns, and not again what its kind says', () => {
  const issue = (code: IssueRow['code'], key: string | null, message_zh: string, line: number | null): IssueRow => ({
    ...{ path: 'p', report_id: 'r', severity: 'warning' as const, message_en: '' },
    ...{ code, key, message_zh, line },
  })
  const layouts = [toLayout(form), toLayout(forms.proceedings['2021'])]
  const groups = toIssueGroups(
    [
      issue('single_value', 'requests.granted', '每行只印有一个数值，按总计列读取', 4),
      issue('number_annotated', 'requests.granted.total', '数字带有附注：“5（其中1件）”', 5),
      issue('table_missing', 'proceedings', '没有找到这张表', null),
      issue('agency_unknown', null, '无法确定发布机关', null),
    ],
    layouts,
  )
  expect(groups.map(({ items }) => items.map(({ text, line }) => ({ text: text.zh, line })))).toEqual([
    [{ text: '（一）予以公开', line: 4 }],
    [{ text: '（一）予以公开 · 总计：“5（其中1件）”', line: 5 }],
    [{ text: '表四', line: null }],
    [{ text: '', line: null }],
  ])
})

test('a division that stays open is named, not numbered', () => {
  const message_zh = '行政区划重名，无法确定：130102、610116'
  const issue = { ...{ path: 'p', report_id: 'r', severity: 'warning', message_en: '', key: null, line: null } }
  const issues = [{ ...issue, code: 'region_ambiguous' as const, message_zh }]
  const [group] = toIssueGroups(issues, [], new Map([['130102', '河北省石家庄市长安区']]))
  expect(group?.items.map(({ text }) => text.zh)).toEqual(['河北省石家庄市长安区、610116'])
})
