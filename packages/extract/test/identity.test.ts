import type { Identity } from '@gongkai/schema'
import { describe, expect, test } from 'vitest'
import { type Page, read } from './identity/read-page.ts'

const year = 2023
const rows: readonly [string, Page, Partial<Identity>][] = [
  [
    'year after the agency',
    { head: ['泾县水利局2023年政府信息公开工作年度报告'] },
    { agencyName: '泾县水利局', year, regionCode: '341823', level: 'county', functions: ['water'], scope: 'organ' },
  ],
  ['年度 twice', { head: ['泾县水利局2023年度政府信息公开工作年度报告'] }, { agencyName: '泾县水利局', year }],
  ['year first', { head: ['2023年泾县水利局政府信息公开工作报告'] }, { agencyName: '泾县水利局', year }],
  [
    'year first with 度',
    { head: ['2023年度衡阳市政府信息公开工作年度报告'] },
    { agencyName: '衡阳市', year, regionCode: '430400', scope: 'area' },
  ],
  ['year in the middle', { head: ['泾县水利局政府信息公开工作2023年度报告'] }, { agencyName: '泾县水利局', year }],
  ['no 年 after the year', { head: ['泾县水利局2023政府信息公开年报'] }, { agencyName: '泾县水利局', year }],
  [
    'year in brackets',
    { head: ['泾县水利局政府信息公开工作年度报告（2023年度）'] },
    { agencyName: '泾县水利局', year },
  ],
  ['Chinese numerals', { head: ['泾县水利局二〇二三年政府信息公开工作年度报告'] }, { agencyName: '泾县水利局', year }],
  [
    'verbs around the title',
    { head: ['泾县水利局关于报送2023年政府信息公开工作年度报告的公告'] },
    { agencyName: '泾县水利局', year },
  ],
  [
    '政务 instead of 政府',
    { head: ['泾县水利局2023年度政务信息公开工作开展年度报告'] },
    { agencyName: '泾县水利局', year },
  ],
  [
    'broken over three lines',
    { head: ['泾县水利局', '2023年政府信息公开', '工作年度报告'] },
    { title: '泾县水利局2023年政府信息公开工作年度报告', agencyName: '泾县水利局', year },
  ],
  [
    'second copy without year',
    { head: ['泾县水利局2023年政府信息公开工作年度报告', '泾县水利局政府信息公开工作年度报告'] },
    { title: '泾县水利局2023年政府信息公开工作年度报告' },
  ],
  [
    'letterhead above the title',
    { head: ['泾水信〔2024〕3号', '泾县水利局', '泾县水利局2023年政府信息公开工作年度报告'] },
    { title: '泾县水利局2023年政府信息公开工作年度报告', documentNumber: '泾水信〔2024〕3号' },
  ],
  [
    'site name behind the title',
    { head: ['泾县水利局2023年政府信息公开工作年度报告 - 泾县人民政府门户网站'] },
    { title: '泾县水利局2023年政府信息公开工作年度报告' },
  ],
  [
    'a list of other years beside it',
    {
      head: [
        '泾县水利局2021年政府信息公开工作年度报告',
        '泾县水利局2022年政府信息公开工作年度报告',
        '泾县水利局2023年政府信息公开工作年度报告',
        '统计期限自2023年1月1日起至2023年12月31日止。',
      ],
    },
    { year, title: '泾县水利局2023年政府信息公开工作年度报告' },
  ],
  [
    'the page names its title',
    {
      head: ['泾县水利局2019年政府信息公开工作年度报告', '泾县水利局2023年政府信息公开工作年度报告'],
      metadata: { ArticleTitle: '泾县水利局2023年政府信息公开工作年度报告' },
    },
    { year, title: '泾县水利局2023年政府信息公开工作年度报告' },
  ],
  ['no title at all', { head: ['统计期限自20231月1日起至202312月31日止。'] }, { agencyName: null, title: null, year }],
  [
    'year of the majority',
    { head: [], body: ['2023年，我局公开12条。', '2023年未收到申请。', '2024年将改进。'] },
    { year },
  ],
  [
    'short form in the title, official form signed',
    {
      head: ['泾县卫健委2023年政府信息公开工作年度报告'],
      tail: ['泾县卫生健康委员会', '2024年1月8日'],
    },
    { agencyName: '泾县卫生健康委员会', signedOn: '2024-01-08' },
  ],
  [
    'the issuer prints its city in the signature',
    {
      head: ['鼓楼区统计局2023年政府信息公开工作年度报告'],
      tail: ['开封市鼓楼区统计局', '2024 年 1 月 8 日'],
    },
    { agencyName: '开封市鼓楼区统计局', regionCode: '410204', regionEvidence: 'signature' },
  ],
  [
    'the government whose site it is, and the year of the address',
    {
      head: ['政府信息公开工作年度报告'],
      body: ['我县全年公开信息2600条。'],
      intro: '全县按要求开展工作。',
      url: 'http://www.lingbi.gov.cn/zwgk/2022ndbg/1.html',
    },
    { agencyName: '灵璧县人民政府', year: 2022, regionCode: '341323', scope: 'area' },
  ],
  [
    'contact clause',
    {
      head: ['2023年政府信息公开工作年度报告', '如有疑问，请与泾县桃花潭镇人民政府联系（电话：5600000）。'],
    },
    { agencyName: '泾县桃花潭镇人民政府', regionCode: '341823', level: 'township' },
  ],
  [
    'compiled by',
    { head: ['2023年政府信息公开工作年度报告', '本报告由泾县教育体育局编制。'] },
    { agencyName: '泾县教育体育局' },
  ],
  [
    'a mention inside 《》 is no name',
    { head: ['2023年政府信息公开工作年度报告', '依据《由泾县水利局编制的指南》撰写。'] },
    { agencyName: null },
  ],
  [
    'a name that begins with 和',
    { head: ['和田市统计局2023年政府信息公开年报'] },
    { agencyName: '和田市统计局', regionCode: '653201' },
  ],
  [
    'a neighbour in the body',
    {
      head: ['贺兰县民政局2023年政府信息公开工作年度报告'],
      body: ['灵武市民政局全年公开信息10条。'],
    },
    { agencyName: '贺兰县民政局', regionCode: '640122' },
  ],
  [
    'tax office of the State',
    { head: ['国家税务总局泾县税务局2023年政府信息公开工作年度报告'] },
    { agencyName: '国家税务总局泾县税务局', regionCode: '341823', level: 'county', functions: ['tax'] },
  ],
  [
    'zone without a code',
    { head: ['宁波经济技术开发区经济贸易和科技局2023年政府信息公开工作年度报告'] },
    { regionCode: '330200', zone: '宁波经济技术开发区', level: 'zone', functions: ['science', 'commerce'] },
  ],
  [
    'a new area that is a division',
    { head: ['滨海新区商务局2023年政府信息公开工作年度报告'] },
    { regionCode: '120116', zone: null },
  ],
  [
    'no place and no evidence',
    { head: ['水务局2023年政府信息公开工作年度报告'] },
    { agencyName: '水务局', regionCode: null, level: null },
  ],
  [
    'no place, site code',
    { head: ['水务局2023年政府信息公开工作年度报告'], tail: ['网站标识码：3418230001'] },
    { regionCode: '341823', regionEvidence: 'site_code', siteCode: '3418230001' },
  ],
  [
    'an empty site code',
    { head: ['水务局2023年政府信息公开工作年度报告'], tail: ['网站标识码：0000000000'] },
    { siteCode: null, regionCode: null },
  ],
  [
    'homonym undecided',
    { head: ['鼓楼区统计局2023年政府信息公开工作年度报告'] },
    { regionCode: null, regionCandidates: ['320106', '320302', '350102', '410204'], level: 'county' },
  ],
  [
    'homonym, host',
    { head: ['鼓楼区统计局2023年政府信息公开工作年度报告'], url: 'http://www.gulou.kaifeng.gov.cn/xxgk/' },
    { regionCode: '410204', regionEvidence: 'host' },
  ],
  [
    'homonym, address',
    { head: ['鼓楼区统计局2023年政府信息公开工作年度报告', '请与鼓楼区统计局联系（地址：福建省福州市某路1号）。'] },
    { regionCode: '350102', regionEvidence: 'address' },
  ],
  [
    'homonym, parent printed',
    { head: ['鼓楼区统计局2023年政府信息公开工作年度报告'], body: ['在南京市鼓楼区委领导下。'] },
    { regionCode: '320106', regionEvidence: 'parent' },
  ],
  [
    'a former name in a report from before the change',
    { head: ['宁河县农业局2013年政府信息公开工作年度报告'] },
    { agencyName: '宁河县农业局', regionCode: '120117', county: '宁河区', officialName: '天津市宁河区农业局' },
  ],
  [
    'a former name that another division bears today',
    { head: ['新市区教育局2023年政府信息公开工作年度报告'] },
    { regionCode: '650104' },
  ],
  [
    'a former name that another division bore at the same time',
    { head: ['新市区教育局2013年政府信息公开工作年度报告'] },
    { regionCode: null, regionCandidates: ['130602', '650104'] },
  ],
  [
    'a short form of an autonomous prefecture',
    { head: ['恩施州科技局2023年政府信息公开工作年度报告'] },
    { regionCode: '422800', agencyName: '恩施州科技局', officialName: '恩施土家族苗族自治州科学技术局' },
  ],
  [
    'a short form of a banner',
    { head: ['科左后旗统计局2023年政府信息公开工作年度报告'] },
    { regionCode: '150522', officialName: '通辽市科尔沁左翼后旗统计局' },
  ],
  [
    'kinds of bodies',
    { head: ['泾县机关事务服务中心2023年政府信息公开工作年度报告'] },
    { bodyKind: 'institution', functions: ['government_affairs'] },
  ],
  [
    'county directly under its province',
    { head: ['潜江市水利局2023年政府信息公开工作年度报告'] },
    { regionCode: '429005', province: '湖北省', prefecture: null, county: '潜江市' },
  ],
  ['ministry', { head: ['国家档案局2023年政府信息公开工作年度报告'] }, { regionCode: null, level: 'national' }],
  [
    'government office is no civil affairs',
    { head: ['泾县人民政府办公室2023年政府信息公开工作年度报告'] },
    { functions: ['government_office'] },
  ],
  [
    'the whole page on one line',
    { head: ['泾县水利局2023年政府信息公开工作年度报告 一、总体情况 2023年，我局公开12条。'] },
    { title: '泾县水利局2023年政府信息公开工作年度报告', agencyName: '泾县水利局' },
  ],
  [
    'labels over their values',
    {
      head: [
        '索引号：',
        '11341823MB1234567X/202401-00012',
        '发布机构：',
        '泾县水利局',
        '发布日期：',
        '2024-01-20',
        '文号：',
        '泾县水利局2023年政府信息公开工作年度报告',
      ],
    },
    {
      indexNumber: '11341823MB1234567X/202401-00012',
      regionEvidence: 'credit_code',
      publisher: '泾县水利局',
      publishedOn: '2024-01-20',
      year,
    },
  ],
  [
    'an organ and a date alone below the title',
    { head: ['2023年政府信息公开工作年度报告', '（2024年1月20日）', '泾县水利局'] },
    { agencyName: '泾县水利局', publishedOn: '2024-01-20' },
  ],
  [
    '来源 alone is no issuer',
    { head: ['2023年政府信息公开工作年度报告', '来源：泾县人民政府 发布日期：2024-01-20'] },
    { agencyName: null, publisher: '泾县人民政府' },
  ],
  [
    'a table of contents',
    {
      head: [
        '泾县水利局2023年政府信息公开工作年度报告',
        '一、总体情况',
        '二、主动公开政府信息情况',
        '本报告由宣城市泾县水利局编制。',
      ],
    },
    { agencyName: '宣城市泾县水利局' },
  ],
]

describe('readIdentity', () => {
  test.each(rows)('%s', (_, page, expected) => {
    expect(read(page).identity).toMatchObject(expected)
  })

  test('a title of one year over a period of another is an issue, and the title counts', () => {
    const { identity, issues } = read({
      head: ['泾县水利局2023年政府信息公开工作年度报告', '统计期限自2022年1月1日起至2022年12月31日止。'],
    })
    expect(identity.year).toBe(2023)
    expect(issues.map(({ code }) => code)).toContain('year_conflict')
  })

  test.each([
    ['乐游娱乐水利局2023年政府信息公开工作年度报告', ['agency_damaged', 'agency_unknown']],
    ['vip888财政局2023年政府信息公开工作年度报告', ['agency_damaged', 'agency_unknown']],
    ['2023年政府信息公开工作年度报告', ['agency_unknown']],
    ['泾县教育体育局2023年政府信息公开工作年度报告', []],
  ])('foreign words in the name of the agency are an issue, and the agency is unknown: %s', (text, codes) => {
    const { issues } = read({ head: [text] })
    expect(issues.map(({ code }) => code).filter((code) => code.startsWith('agency'))).toEqual(codes)
  })

  test('says which lines are title, signature and metadata', () => {
    const reading = read({
      head: ['发布日期：2024-01-20 来源：泾县水利局', '泾县水利局2023年', '政府信息公开工作年度报告'],
      tail: ['泾县水利局', '2024年1月8日'],
    })
    expect(reading).toMatchObject({ metadataLines: [1], titleLines: [2, 3], signatureLines: [8, 9] })
  })
})

const title = '泾县水利局2023年政府信息公开工作年度报告'
const pageDates: readonly [string, string | null][] = [
  ['发布日期：2024-01-28', '2024-01-28'],
  ['发布时间: 2024/02/28 11:20', '2024-02-28'],
  ['[2024-01-28] 作者：泾县水利局 点击：5', '2024-01-28'],
  ['时间:2024-01-30 来源：水利局', '2024-01-30'],
  ['发布日期：2024年 02月 17日', '2024-02-17'],
  ['发布日期：二〇二四年二月二十日', '2024-02-20'],
  ['索引号发布机构发文日期 2024-01-12', '2024-01-12'],
  ['今天是2019年12月3日 星期二', null],
  ['发布日期：2017-01-12', null],
  ['【编辑日期：2024.01.12】', '2024-01-12'],
]
const signed: readonly [string, string | null][] = [
  ['2024年1月18日', '2024-01-18'],
  ['2024年 01月 08日', '2024-01-08'],
  ['二○二四年一月十八日', '2024-01-18'],
  ['2024.02.24', '2024-02-24'],
  ['二〇二四年二月二十八日', '2024-02-28'],
  ['2024年1月', null],
  ['2024年117', null],
]

describe('dates', () => {
  test.each(pageDates)('the page prints %j: published on %j', (text, on) => {
    expect(read({ head: [text, title] }).identity.publishedOn).toBe(on)
  })

  test.each(signed)('the signature %j: signed on %j', (text, on) => {
    expect(read({ head: [title], tail: ['泾县水利局', text] }).identity.signedOn).toBe(on)
  })

  test('a table of labels over a table of values', () => {
    const { identity } = read({
      head: ['索 引 号\t信息分类\t发布机构\t生成日期', '41429/2024\t年报\t泾县水利局\t2024/02/28', title],
    })
    expect(identity).toMatchObject({ indexNumber: '41429/2024', publisher: '泾县水利局', publishedOn: '2024-02-28' })
  })

  test('a signature in a table that lays the page out', () => {
    const { identity } = read({ head: [title], tail: ['规章\t0\t0', '\t泾县水利局', '\t2024年1月18日'] })
    expect(identity.signedOn).toBe('2024-01-18')
  })

  test('a damaged signature is completed where the publication date admits one reading', () => {
    const reading = read({ head: ['发布日期：2024-01-28', title], tail: ['泾县水利局', '2024年117'] })
    expect(reading.identity.signedOn).toBe('2024-01-17')
    expect(reading.dateRepairs).toEqual([{ line: 8, start: 0, end: 8, replacement: '2024年1月17日' }])
  })

  test.each([
    ['2023年1225', '2023-12-25'],
    ['2023年117', null],
  ])('signed in the year of the report, %s is %s: only what has one reading may be so early', (printed, on) => {
    const { identity } = read({ head: ['发布日期：2024-01-05', title], tail: ['泾县水利局', printed] })
    expect(identity.signedOn).toBe(on)
  })

  test('a damaged signature that stays ambiguous is null and an issue', () => {
    const reading = read({ head: ['发布日期：2024-12-28', title], tail: ['泾县水利局', '2024年111'] })
    expect(reading).toMatchObject({ identity: { signedOn: null }, dateRepairs: [] })
    expect(read({ head: [title], tail: ['泾县水利局', '2024年117'] }).issues.map(({ code }) => code)).toContain(
      'date_damaged',
    )
  })

  test.each([
    ['沧州市自然资源局青县分局', '130922'],
    ['梅州市公安局梅县分局', '441403'],
    ['沧州市自然资源局新华分局', '130902'],
  ])('the branch %s reports for its county', (name, code) => {
    expect(read({ head: [`${name}2023年政府信息公开工作年度报告`] }).identity).toMatchObject({
      regionCode: code,
      level: 'county',
    })
  })

  test('the address dates nothing but itself', () => {
    const { identity } = read({ head: [title], url: 'https://www.ahjx.gov.cn/art/2024/1/t20240119_12.html' })
    expect(identity).toMatchObject({ urlOn: '2024-01-19', publishedOn: null, signedOn: null })
  })
})
