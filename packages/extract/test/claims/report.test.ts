import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { loadLookups } from '../../src/cli/run/load-lookups.ts'
import { extractDocument } from '../../src/extract-document.ts'
import { toShort } from './told.ts'

const lookups = loadLookups()

/** Rows of 表三 whose total is not 0, all of natural persons; 表四 as its fifteen numbers. */
interface Written {
  readonly title: string
  readonly narrative: readonly string[]
  readonly rows: Readonly<Record<string, number>>
  readonly proceedings: readonly number[]
}

const labels = [
  '一、本年新收政府信息公开申请数量',
  '二、上年结转政府信息公开申请数量',
  '（一）予以公开',
  '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
  '1.属于国家秘密',
  '2.其他法律行政法规禁止公开',
  '3.危及“三安全一稳定”',
  '4.保护第三方合法权益',
  '5.属于三类内部事务信息',
  '6.属于四类过程性信息',
  '7.属于行政执法案卷',
  '8.属于行政查询事项',
  '1.本机关不掌握相关政府信息',
  '2.没有现成信息需要另行制作',
  '3.补正后申请内容仍不明确',
  '1.信访举报投诉类申请',
  '2.重复申请',
  '3.要求提供公开出版物',
  '4.无正当理由大量反复申请',
  '5.要求行政机关确认或重新出具已获取信息',
  '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
  '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
  '3.其他',
  '（七）总计',
  '四、结转下年度继续办理',
]

const tr = (...cells: readonly (string | number)[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`

function toHtml({ title, narrative, rows, proceedings }: Written): string {
  const requests = labels.map((label) => tr(label, rows[label] ?? 0, 0, 0, 0, 0, 0, rows[label] ?? 0))
  return `<html><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>
<p>本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况等六部分组成，统计期限自2023年1月1日起至2023年12月31日止。</p>
<h2>一、总体情况</h2>${narrative.map((text) => `<p>${text}</p>`).join('')}
<h2>二、主动公开政府信息情况</h2><table>
${tr('第二十条第（一）项')}${tr('信息内容', '本年制发件数', '本年废止件数', '现行有效件数')}${tr('规章', 0, 0, 0)}${tr('行政规范性文件', 0, 0, 0)}
${tr('第二十条第（五）项')}${tr('信息内容', '本年处理决定数量')}${tr('行政许可', 0)}
${tr('第二十条第（六）项')}${tr('信息内容', '本年处理决定数量')}${tr('行政处罚', 0)}${tr('行政强制', 0)}
${tr('第二十条第（八）项')}${tr('信息内容', '本年收费金额（单位：万元）')}${tr('行政事业性收费', 0)}</table>
<h2>三、收到和处理政府信息公开申请情况</h2><table>
${tr('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计')}${requests.join('')}</table>
<h2>四、政府信息公开行政复议、行政诉讼情况</h2><table>
${tr(...['行政复议', '未经复议直接起诉', '复议后起诉'].flatMap((group) => ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'].map((column) => `${group}${column}`)))}${tr(...proceedings)}</table>
<h2>五、存在的主要问题及改进情况</h2><p>公开的主动性还不够强，2024年将继续改进。</p>
<h2>六、其他需要报告的事项</h2><p>本年度未收取信息处理费。</p></body></html>`
}

async function read(written: Written) {
  const bytes = new TextEncoder().encode(toHtml(written))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const { reports } = await extractDocument({ path: 'a.html', bytes, sha256, url: null, retrievedAt: null }, lookups)
  const [report] = reports
  if (!report) throw new Error('the written document is not read as a report')
  const failed = report.findings.filter((finding) => finding.status === 'fail').map((finding) => finding.checkId)
  return { report, failed, claims: report.claims.map(toShort) }
}

const none = Array.from({ length: 15 }, () => 0)
const [NEW = '', IN = ''] = labels
const GRANTED = labels[2] ?? ''
const DONE = labels[23] ?? ''
const OUT = labels[24] ?? ''

test('two numbers of the narrative that contradict 表四 are two failing findings', async () => {
  const { claims, failed } = await read({
    title: '云溪市人民政府2023年政府信息公开工作年度报告',
    narrative: ['2023年，全市因政府信息公开被申请行政复议134件、被提起行政诉讼57件。'],
    rows: {},
    proceedings: [150, 10, 5, 5, 170, 20, 0, 5, 0, 25, 50, 0, 2, 0, 52],
  })
  expect(claims.filter((claim) => claim.includes('differ'))).toEqual([
    '134 differ reconsideration.total',
    '57 differ litigation.direct.total',
  ])
  expect(failed).toEqual(['N.CLAIM.reconsideration.total', 'N.CLAIM.litigation.direct.total'])
})

test('a number that is new and carried in together agrees, and the message says so', async () => {
  const { report, failed } = await read({
    title: '云溪市人民政府2023年政府信息公开工作年度报告',
    narrative: ['全市共收到政府信息公开申请3,607件。'],
    rows: { [NEW]: 3511, [IN]: 96, [GRANTED]: 3607, [DONE]: 3607 },
    proceedings: none,
  })
  const [claim] = report.claims
  expect(claim).toMatchObject({
    figure: 3607,
    status: 'agree',
    tableValue: 3607,
    key: 'requests.new_received.total',
    cells: ['requests.new_received.total', 'requests.carried_in.total'],
    sentence: '全市共收到政府信息公开申请3,607件。',
  })
  expect(claim?.messageZh).toContain('本年新收与上年结转之和')
  expect(failed).toEqual([])
})

test('the number of one office within a whole district counts another scope', async () => {
  const { claims, failed } = await read({
    title: '云溪市青石区人民政府2023年政府信息公开工作年度报告',
    narrative: ['依申请公开工作有序开展。区政府办公室收到政府信息公开申请17件，均按期答复。'],
    rows: { [NEW]: 95, [GRANTED]: 95, [DONE]: 95 },
    proceedings: none,
  })
  expect(claims.filter((claim) => claim.startsWith('17'))).toEqual(['17 different_scope requests.new_received.total'])
  expect(failed).toEqual([])
})

test('transposed digits are one difference beside a number that agrees', async () => {
  const { claims, failed } = await read({
    title: '云溪市青石区水务局2023年政府信息公开工作年度报告',
    narrative: ['2023年，我局共受理政府信息公开申请117件，办结171件，办结率100%。'],
    rows: { [NEW]: 117, [GRANTED]: 117, [DONE]: 117, [OUT]: 0 },
    proceedings: none,
  })
  expect(claims.filter((claim) => !claim.startsWith('0'))).toEqual([
    '117 agree requests.new_received.total',
    '171 differ requests.results_total.total',
  ])
  expect(failed).toEqual(['N.CLAIM.requests.results_total.total'])
})

test('the place of a figure is its own text within the line', async () => {
  const { report } = await read({
    title: '云溪市青石区水务局2023年政府信息公开工作年度报告',
    narrative: ['依申请公开方面。我局全年共收到政府信息公开申请 1,170 件；办结1170件。'],
    rows: { [NEW]: 1170, [GRANTED]: 1170, [DONE]: 1170 },
    proceedings: none,
  })
  const texts = new Map(report.lines.map((line) => [line.line, line.text]))
  expect(report.claims.slice(0, 2).map(({ line, start, end }) => texts.get(line)?.slice(start, end))).toEqual([
    '1,170 件',
    '1170件',
  ])
})

test('a table that does not print the cell leaves the claim not stated and its finding not assessable', async () => {
  const html = toHtml({
    title: '云溪市青石区水务局2023年政府信息公开工作年度报告',
    narrative: ['我局全年收到政府信息公开申请12件。'],
    rows: { [NEW]: 12, [GRANTED]: 12, [DONE]: 12 },
    proceedings: none,
  }).replace(
    `<td>${NEW}</td><td>12</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>12</td>`,
    `<td>${NEW}</td><td>12</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td></td>`,
  )
  const bytes = new TextEncoder().encode(html)
  const { reports } = await extractDocument(
    { path: 'a.html', bytes, sha256: '0'.repeat(64), url: null, retrievedAt: null },
    lookups,
  )
  const finding = reports[0]?.findings.find((one) => one.checkId === 'N.CLAIM.requests.new_received.total')
  expect(reports[0]?.claims.map(toShort)).toContain('12 not_stated requests.new_received.total')
  expect(finding).toMatchObject({ status: 'not_assessable', reason: 'cells_absent', severity: 'should' })
})
