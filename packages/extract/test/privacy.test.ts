import { describe, expect, test } from 'vitest'
import { loadLookups } from '../src/cli/run/load-lookups.ts'
import { toPrintable, toShownText } from '../src/cli/show/printable.ts'
import { toCleanDocument } from '../src/document/clean-document.ts'
import { toRedacted } from '../src/repair/privacy.ts'
import type { Block } from '../src/types.ts'

const { repairer } = loadLookups()

/** Every personal datum below is made up. Left of the arrow what is printed, right of it what is published. */
const hidden: readonly (readonly [string, string])[] = [
  ['13800001234', '█'],
  ['手机：13800001234', '手机：█'],
  ['手机：１３８００００１２３４', '手机：█'],
  ['Tel13800001234', 'Tel█'],
  ['手机 138-0000-1234', '手机 █'],
  ['手机：138 0000 1234', '手机：█'],
  ['手机：138.0000.1234', '手机：█'],
  ['手机：138—0000—1234', '手机：█'],
  ['手机号码为1380000 1234', '手机号码为█'],
  ['电话：13800 001234', '电话：█'],
  ['电话：138 000 01234', '电话：█'],
  ['电话：1 3 8 0 0 0 0 1 2 3 4', '电话：█'],
  ['电话：+8613800001234', '电话：█'],
  ['电话：+86 138 0000 1234', '电话：█'],
  ['电话：+86-13800001234', '电话：█'],
  ['电话：(86)13800001234', '电话：█'],
  ['电话：（86）138-0000-1234', '电话：█'],
  ['电话：008613800001234', '电话：█'],
  ['王某 138 0000 1234', '王某 █'],
  ['咨询电话：0591-87654321、13912345678', '咨询电话：0591-87654321、█'],
  ['电话：0591-87654321/19912345678', '电话：0591-87654321/█'],
  ['（微信同号：16612345678）', '（微信同号：█）'],
  ['短信发送至17712345678。', '短信发送至█。'],
  ['13800001234@163.com', '█'],
  ['邮箱：wang_xm@163.com', '邮箱：█'],
  ['邮箱：wangxm@qq.com', '邮箱：█'],
  ['邮箱：wangxm@126.com', '邮箱：█'],
  ['电子邮箱：wang.xm@gmail.com', '电子邮箱：█'],
  ['电子邮箱：wangxm@sina.com.cn', '电子邮箱：█'],
  ['Email: WangXM@Outlook.com', 'Email: █'],
  ['Contact: Zhang San', 'Contact: █'],
  ['Contact Person: Li Xiaoming, Tel: 010-87654321', 'Contact Person: █, Tel: 010-87654321'],
  ['邮箱：ｗａｎｇ＠ｑｑ．ｃｏｍ', '邮箱：█'],
  ['邮箱：wangxm＠foxmail.com', '邮箱：█'],
  ['邮箱：wangxm @ 163.com', '邮箱：█'],
  ['邮箱：wangxm#163.com', '邮箱：█'],
  ['邮箱：wangxm(at)163.com', '邮箱：█'],
  ['邮箱：wangxm163.com', '邮箱：█'],
  ['QQ：123456789', 'QQ：█'],
  ['QQ群：123456789', 'QQ群：█'],
  ['QQ群号123456789', 'QQ群号█'],
  ['工作ＱＱ：１２３４５６', '工作ＱＱ：█'],
  ['qq 1234567', 'qq █'],
  ['微信号：wang_xiaoming1', '微信号：█'],
  ['微信：wxm138', '微信：█'],
  ['微信号wxm-2023', '微信号█'],
  ['WeChat: wxm_2023', 'WeChat: █'],
  ['身份证号：11010119900307721X', '身份证号：█'],
  ['身份证：110101 19900307 7213', '身份证：█'],
  ['110101199003077213', '█'],
  ['身份证号码：１１０１０１１９９００３０７７２１３', '身份证号码：█'],
  ['身份证号：110101900307721', '身份证号：█'],
  ['联系人：张三', '联系人：█'],
  ['邮箱：slj@fuzhou.gov.cn', '邮箱：█'],
  ['电子邮箱：xxgk＠fz.gov.cn', '电子邮箱：█'],
  ['联系人：张三丰', '联系人：█'],
  ['联系人：欧阳明月', '联系人：█'],
  ['联系人: 张 三', '联系人: █'],
  ['联 系 人：张 三 丰', '联 系 人：█'],
  ['联系人：张三 电话：0591-87654321', '联系人：█ 电话：0591-87654321'],
  ['联系人：张三，联系电话：13800001234', '联系人：█，联系电话：█'],
  ['联系人：张三、李四', '联系人：█、█'],
  ['联系人姓名：张三', '联系人姓名：█'],
  ['联系人（张三）', '联系人（█）'],
  ['联系人张三，电话0591-87654321', '联系人█，电话0591-87654321'],
  ['联系人：张先生', '联系人：█'],
  ['联系人：王主任 87654321', '联系人：█ 87654321'],
  ['联系人：买买提·阿卜杜拉', '联系人：█'],
  ['经办人：李四', '经办人：█'],
  ['经办人：李四    审核人：王五', '经办人：█    审核人：█'],
  ['填报人：赵六 填报时间：2024年1月20日', '填报人：█ 填报时间：2024年1月20日'],
  ['单位负责人：孙七  填表人：周八', '单位负责人：█  填表人：█'],
  ['责任编辑：吴九', '责任编辑：█'],
  ['【审核：郑十一 编辑：王十二】', '【审核：█ 编辑：█】'],
  ['联络员：钱一（手机：13800001234）', '联络员：█（手机：█）'],
  ['信息员：冯十三', '信息员：█'],
  [
    '某县水利局2023年政府信息公开工作年度报告（联系人：张三 13800001234）',
    '某县水利局2023年政府信息公开工作年度报告（联系人：█ █）',
  ],
]

const kept: readonly string[] = [
  '电话：0591-87654321',
  '电话：(010)62345678',
  '电话：（0591）87654321',
  '电话：010 62345678',
  '电话：0757-8765432',
  '电话：021-62345678-8001',
  '联系电话：87654321',
  '联系电话：400-123-4567',
  '请拨打12345政务服务便民热线',
  '拨打12345、12315和110',
  '传真：0591-87654322',
  '邮编：350001',
  '邮政编码：138000',
  '地址：某市某区某路138号1380室',
  '索引号：000014349/2023-05239',
  '索引号：11330000002482218X/2024-122331',
  '索引号：SCGJ202100001',
  '索引号 13800001234',
  '信息索引号：001008003015014/2024-13912',
  '统一社会信用代码：11330000002482218X',
  '统一社会信用代码：110101199003077213',
  '网站标识码：3501000001',
  '网站标识码3501000001 ICP备案号：闽ICP备13012345号-1',
  '备案序号：京ICP备05070218号',
  '京公网安备 11010202000001号',
  '文号：榕政综〔2023〕138号',
  '行政事业性收费 13912345678',
  '本年收费金额13912345678元',
  '采购总金额：13800001234.56元',
  '总额为13912345678万元',
  '投入资金 15012345678 元',
  '规章 150 1200 1350',
  '138 1380 1518',
  '（一）予以公开15300000153',
  '现行有效件数 1380 13800 001234',
  '全年发布信息13800条',
  '主动公开政府信息12345678901条',
  '2023年1月1日至2023年12月31日',
  '发布日期：2024-01-30 15:38:00',
  '发布时间：20240130153800',
  '访问量：1704067200000次',
  'http://www.example.gov.cn/art/2024/1/30/t20240130_13800001234.html',
  '微信公众号：某县发布',
  '政务微信公众号发布信息12345条',
  '官方微信：fuzhoufabu2020',
  '通过QQ群、微信群等开展宣传',
  '政务QQ群12个',
  '联系人：办公室',
  '联系人：县水利局办公室',
  '联系人：无',
  '责任单位：水利局',
  '负责人：',
  '编辑：本网',
  '主要负责人切实履行第一责任人职责',
  '审核把关、编辑发布',
  '负责审核、校对和发布',
  '建立经办人、负责人、分管领导三级审核制度',
  '作者：某县人民政府',
  '自然人、商业企业、科研机构、社会公益组织',
  '二○二四年一月二十日',
  '来源：某县水利局 编辑：信息中心',
]

test('the table is large enough to mean something', () => {
  expect(hidden.length).toBeGreaterThanOrEqual(60)
  expect(kept.length).toBeGreaterThanOrEqual(40)
})

test.each(hidden)('%j is published as %j', (printed, published) => {
  expect(toRedacted(printed)).toBe(published)
})

test.each(kept)('%j stays', (printed) => {
  expect(toRedacted(printed)).toBe(printed)
})

const table = (...rows: readonly (readonly string[])[]): Block => ({
  kind: 'table',
  rows: rows.map((row) => row.map((text) => ({ text, offset: 0, colSpan: 1, rowSpan: 1 }))),
})
const lines = (...texts: readonly string[]): readonly Block[] =>
  texts.map((text) => ({ kind: 'paragraph', text, offset: 0 }))
const publish = (...blocks: readonly Block[]) =>
  toCleanDocument(blocks, repairer).lines.map((line) =>
    line.kind === 'paragraph' ? line.text : line.cells.map((cell) => cell.text).join(' | '),
  )

describe('data cut over cells and lines', () => {
  test.each([
    [
      'a name beside its label',
      table(['联系人', '张三', '联系电话', '0591-87654321']),
      ['联系人 | █ | 联系电话 | 0591-87654321'],
    ],
    ['a number beside its label', table(['手机', '138 0000 1234']), ['手机 | █']],
    ['a number cut into three cells', table(['联系电话', '138', '0000', '1234']), ['联系电话 | █ | █ | █']],
    [
      'a number of one digit per cell',
      table(['手机号', ...'13800001234']),
      [['手机号', ...Array(11).fill('█')].join(' | ')],
    ],
    ['an identity number cut into cells', table(['身份证号', '110101', '19900307', '7213']), ['身份证号 | █ | █ | █']],
    ['a QQ number beside its label', table(['QQ', '123456']), ['QQ | █']],
    [
      'a column of names',
      table(['姓名', '职务', '电话'], ['张三', '主任', '87654321'], ['李四', '科员', '13800001234']),
      ['姓名 | 职务 | 电话', '█ | 主任 | 87654321', '█ | 科员 | █'],
    ],
    [
      'a table of the form',
      table(['规章', '138', '0000', '1234'], ['行政许可', '13800001234']),
      ['规章 | 138 | 0000 | 1234', '行政许可 | 13800001234'],
    ],
  ] as const)('%s', (_, block, published) => {
    expect(publish(block)).toEqual(published)
  })

  test('a name on the line below its label', () => {
    expect(publish(...lines('联系人：', '张三', '手机', '13800001234', '一、总体情况'))).toEqual([
      '联系人：',
      '█',
      '手机',
      '█',
      '一、总体情况',
    ])
  })
})

test('each redaction is counted as a repair', () => {
  const { repairs } = toCleanDocument(lines('联系人：张三，手机：13800001234', '邮箱：a@qq.com'), repairer)
  expect(repairs.filter((repair) => repair.kind === 'redaction')).toHaveLength(3)
})

test('a message obeys nothing and names nobody', () => {
  expect(toShownText('\u001b[2J 13800001234-联系人：张三\n\u202e.txt')).toBe(
    '\\u{1b}[2J █-联系人：█\\u{a}\\u{202e}.txt',
  )
  expect(toPrintable('报告.txt')).toBe('报告.txt')
})
