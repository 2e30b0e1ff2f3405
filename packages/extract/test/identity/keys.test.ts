import type { Identity } from '@gongkai/schema'
import { describe, expect, test } from 'vitest'
import { loadLookups } from '../../src/cli/run/load-lookups.ts'
import { toCorrections } from '../../src/identity/corrections.ts'
import { toOfficialName } from '../../src/identity/ids.ts'
import { readIdentity, toAgencyId, toReportId } from '../../src/identity/read-identity.ts'

const lookups = loadLookups().identity

const issued: readonly [
  Pick<Identity, 'agencyName' | 'regionCode' | 'zone' | 'level'>,
  number,
  string,
  string | null,
][] = [
  [
    { agencyName: '大同市新荣区科技局', regionCode: '140212', zone: null, level: 'county' },
    1,
    '140212-kexuejishuju',
    '大同市新荣区科学技术局',
  ],
  [
    { agencyName: '新荣区科学技术局', regionCode: '140212', zone: null, level: 'county' },
    2,
    '140212-kexuejishuju',
    '大同市新荣区科学技术局',
  ],
  [{ agencyName: null, regionCode: '140212', zone: null, level: null }, 1, '140212-x-abcdef01', null],
  [{ agencyName: '绿化局', regionCode: null, zone: null, level: null }, 2, 'x-lvhuaju-abcdef01-2', '绿化局'],
  [
    { agencyName: '市民政局', regionCode: '140200', zone: null, level: 'prefecture' },
    1,
    '140200-minzhengju',
    '大同市民政局',
  ],
  [
    { agencyName: '宁波保税区商务局', regionCode: '330200', zone: '宁波保税区', level: 'zone' },
    1,
    '330200-ningbobaoshuiqushangwuju',
    '宁波保税区商务局',
  ],
  [
    { agencyName: '国家税务总局泾县税务局', regionCode: '341823', zone: null, level: 'county' },
    1,
    '341823-guojiashuiwuzongjujingxianshuiwuju',
    '国家税务总局泾县税务局',
  ],
  [{ agencyName: '民政部', regionCode: null, zone: null, level: 'national' }, 1, '000000-minzhengbu', '民政部'],
  [
    { agencyName: '宁河县农业局', regionCode: '120117', zone: null, level: 'county' },
    1,
    '120117-nongyeju',
    '天津市宁河区农业局',
  ],
  [
    { agencyName: '闸北区民政局', regionCode: '310106', zone: null, level: 'county' },
    1,
    '310106-zhabeiquminzhengju',
    '闸北区民政局',
  ],
  [
    { agencyName: '科左后旗民政局', regionCode: '150522', zone: null, level: 'county' },
    1,
    '150522-minzhengju',
    '通辽市科尔沁左翼后旗民政局',
  ],
]

describe('keys', () => {
  const sha256 = 'abcdef0123456789'
  test.each(issued)('%j part %d is %s, %s', (identity, part, id, official) => {
    expect([toAgencyId(identity, sha256, part, lookups), toOfficialName(identity, lookups)]).toEqual([id, official])
  })

  test('a listed id is never computed, and no other agency gets it', () => {
    const agencyIds = new Map([
      ['140212 大同市新荣区科学技术局', '140212-kejiju'],
      ['140212 大同市新荣区教育局', '140212-minzhengju'],
    ])
    const of = (agencyName: string): string =>
      toAgencyId({ agencyName, regionCode: '140212', zone: null, level: 'county' }, sha256, 1, {
        ...lookups,
        agencyIds,
      })
    expect(['新荣区科技局', '新荣区教育局', '新荣区民政局'].map(of)).toEqual([
      '140212-kejiju',
      '140212-minzhengju',
      '140212-minzhengju-2',
    ])
  })

  test('a report without a year has x in its place', () => {
    expect([toReportId('140212-kexuejishuju', 2022), toReportId('a-b', null)]).toEqual([
      '140212-kexuejishuju-2022',
      'a-b-x',
    ])
  })
})

describe('reviewed corrections', () => {
  const document = '0'.repeat(64)
  const row = { sha256: document, reason: '来信确认', reviewer: '甲' } as const
  const corrected = {
    ...lookups,
    corrections: toCorrections([
      { ...row, field: 'agency', value: '泾县水利局' },
      { ...row, field: 'year', value: '2021' },
      { ...row, field: 'region_code', value: '341823' },
    ]),
  }
  const lines = [{ line: 1, kind: 'paragraph' as const, section: null, text: '政府信息公开工作年度报告' }]

  test('settle what the document does not give, and say so', () => {
    const { identity, issues } = readIdentity({ sha256: document, lines, metadata: [], url: null }, corrected)
    expect(identity).toMatchObject({
      agencyName: '泾县水利局',
      year: 2021,
      regionCode: '341823',
      regionEvidence: 'correction',
    })
    expect(issues.map(({ code, key }) => [code, key])).toEqual([
      ['identity_settled', 'agency'],
      ['identity_settled', 'year'],
      ['identity_settled', 'region_code'],
    ])
  })

  test('settle no other document', () => {
    const { identity } = readIdentity({ sha256: '1'.repeat(64), lines, metadata: [], url: null }, corrected)
    expect([identity.agencyName, identity.year]).toEqual([null, null])
  })
})
