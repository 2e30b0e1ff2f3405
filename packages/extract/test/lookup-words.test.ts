import { expect, test } from 'vitest'
import { loadLookups, loadLookupTexts } from '../src/cli/run/load-lookups.ts'
import { toFindHeading } from '../src/document/find-heading.ts'
import { toIsIgnored } from '../src/form/unread-lines.ts'
import { toLookupRows } from '../src/lookups/to-lookups.ts'
import { toFurniture } from '../src/repair/furniture.ts'
import { toPiece } from '../src/repair/piece.ts'
import { toSpamBook } from '../src/repair/spam.ts'
import { anyOf } from '../src/text/any-of.ts'

const lookups = loadLookups()
const rows = toLookupRows(loadLookupTexts())
const { isSpam, cutSpam, isDoubtful } = toSpamBook(rows)
const isFurniture = toFurniture(rows.furniture)

test.each([
  ['总体情况', 1],
  ['一、政府信息公开工作总体情况', 1],
  ['第二部分 行政机关主动公开政府信息的情况', 2],
  ['（三）收到和处理政府信息公开申请情况', 3],
  ['四、因政府信息公开工作被申请行政复议、提起行政诉讼情况', 4],
  ['四、政府信息公开行政法复议、行政诉讼情况', 4],
  ['5. 存在的问题与改进措施', 5],
  ['其它需要报告的事项：', 6],
  ['行政复议、行政诉讼情况', undefined],
  ['政府信息公开行政法复议、行政诉讼情况', undefined],
  ['政府信息公开工作', undefined],
  ['七、附件', undefined],
])('the heading %s opens section %s', (text, section) => {
  expect(lookups.findHeading(text)).toBe(section)
})

test.each([
  ['（三）不予处理', true],
  ['三、本年度办理结果', true],
  ['（本列数据的勾稽关系为：第一项加第二项之和）', true],
  ['第 3 页 共 5 页', true],
  ['单位：件', true],
  ['附件1', true],
  ['依申请公开情况统计表', true],
  ['总计三件', false],
  ['自然人', false],
])('%s is passed over in a table: %s', (text, isPassed) => {
  expect(lookups.isIgnored(text)).toBe(isPassed)
})

const judge = (text: string) => {
  if (isSpam(text)) return 'gone'
  const { text: left } = cutSpam(toPiece(text))
  if (left !== text) return `cut to ${left}`
  return isDoubtful(text) ? 'named' : 'kept'
}

test.each([
  ['久久精品', 'gone'],
  ['免费高清在线播放', 'gone'],
  ['高清影片在线', 'named'],
  ['高清摄像头安装后可以在线', 'kept'],
  ['K8官网', 'cut to '],
  ['某县2023年政府信息公开年度报告 老虎机', 'cut to 某县2023年政府信息公开年度报告 '],
  ['体育彩票公益金', 'kept'],
  ['彩票网点3个', 'kept'],
  ['彩票网下载3次', 'cut to 3次'],
  ['统一登录入口，提供app下载', 'kept'],
  ['打击网络赌场3个', 'kept'],
  ['网络赌场3个', 'named'],
])('%s as advertising: %s', (text, judged) => {
  expect(judge(text)).toBe(judged)
})

test.each([
  ['【打印本页】 【关闭窗口】', true],
  ['点此返回顶部', true],
  ['点此处就可以马上返回顶部', false],
  ['上一篇:关于举办培训的通知', true],
  ['上一篇报告写明的问题', false],
  ['今天是2024年1月18日 星期四', true],
  ['今天是个好日子', false],
  ['登录', true],
  ['登录人次', false],
])('%s is page furniture: %s', (text, isPart) => {
  expect(isFurniture(text)).toBe(isPart)
})

test('files without rows find nothing', () => {
  const none = toSpamBook({ spam: [], brands: [], 'no-advertising': [] })
  expect(none.isSpam('六合彩')).toBe(false)
  expect(none.isDoubtful('六合彩')).toBe(false)
  expect(none.cutSpam(toPiece('六合彩')).text).toBe('六合彩')
  expect(toFurniture([])('打印')).toBe(false)
  expect(toFindHeading([])('总体情况')).toBeUndefined()
  expect(toIsIgnored([])('总计')).toBe(false)
})

test('of words that begin alike the longer is found', () => {
  expect(new RegExp(anyOf(['官方', '官方网站'])).exec('官方网站')?.[0]).toBe('官方网站')
})
