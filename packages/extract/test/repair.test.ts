import { expect, test } from 'vitest'
import { loadLookupTexts } from '../src/cli/run/load-lookups.ts'
import { toLookupRows } from '../src/lookups/to-lookups.ts'
import { cutBrands, toBrandBook } from '../src/repair/brands.ts'
import { type Piece, toPiece } from '../src/repair/piece.ts'
import { redact, toTold } from '../src/repair/privacy.ts'
import { repairText } from '../src/repair/text.ts'
import { restoreVocabulary } from '../src/repair/vocabulary.ts'

const { findBrands } = toBrandBook(toLookupRows(loadLookupTexts()).brands)

/** Applies a log to the source; ranges that overlap make no sense of it. */
function replay(source: string, { repairs }: Piece): string {
  const ordered = [...repairs].sort((a, b) => a.start - b.start)
  let text = ''
  let from = 0
  for (const { start, end, replacement } of ordered) {
    expect(start, `the repair at ${start} overlaps the one before it; see applyEdits`).toBeGreaterThanOrEqual(from)
    text += source.slice(from, start) + replacement
    from = end
  }
  return text + source.slice(from)
}

test.each([
  '發(fā)布機(jī)構(gòu): 標(biāo)題',
  '規(guī)範(fàn)性檔(dàng)案 3 件',
  '[bookmark: _GoBack]組織領(lǐng)導(dǎo)，隨著公開',
  '聯(lián)繫(xì)人：陳國(guó)棟，手機(jī)：13800001234',
  '聯繫人陳國棟13800001234',
  '⼀、總體情況',
  '統計期限自20231月1日起至202312月31日止',
  '統計時間為201711日至20171231日',
  '資訊檔案透過入口網站公佈，規範性檔案(dàng)檔案19件，民眾可用軟體查詢行政強製專案',
  '全年通過凱发k8官网公開??????資訊[bookmark: _GoBack]&nbsp;12條，mk娱乐|中国官网公開3條',
])('the log of %j replays to the repaired text', (source) => {
  const repaired = restoreVocabulary(repairText(toPiece(source)))
  const piece = redact(toTold(cutBrands(repaired, findBrands([repaired.text]))))
  expect(replay(source, piece)).toBe(piece.text)
})

test.each([
  ['⼀、⾏政许可', '一、行政许可'],
  ['⻓治市⺠政局⻋辆', '长治市民政局车辆'],
  ['⻄藏⻰里⻘山', '西藏龙里青山'],
])('radicals that print as characters: %j is %j', (source, text) => {
  expect(repairText(toPiece(source)).text).toBe(text)
})

test('a redacted name stands in no repair', () => {
  const { text, repairs } = redact(toTold(repairText(toPiece('聯繫人：陳國棟，手機：13800001234'))))
  const published = [text, ...repairs.map((repair) => repair.replacement)].join('|')
  expect(published).not.toMatch(/[陈陳]|国栋|國棟|13800001234/)
})

/** Digits and everything else that could belong to a number. */
const numbersOf = (text: string): string => text.replace(/[^\d.,%]/g, '')

test.each([
  '自20231月1日起至202312月31日止，公開信息1,204條，規範性檔案16件',
  '201711日至20171231日收到申請27件，占3.5%',
  '2022年制發檔案3件，2023 1 1日',
])('no repair touches a number of %j', (source) => {
  expect(numbersOf(restoreVocabulary(repairText(toPiece(source))).text)).toBe(numbersOf(source))
})

test.each([
  ['kb体育·(中国)官方网站2022年政府信息公开工作年度报告', '2022年政府信息公开工作年度报告'],
  ['公布ng南宫娱乐28官网2023年报告', '公布2023年报告'],
  ['开云(中国)Kaiyun·官方网站平原县水务局2023年政府信息公开年度报告', '平原县水务局2023年政府信息公开年度报告'],
  ['2022年乐鱼leyu体育平原县教育和体育局信息公开年度报告', '2022年平原县教育和体育局信息公开年度报告'],
  ['bet365体育官网水务局2023年政府信息公开年度报告', '□水务局2023年政府信息公开年度报告'],
  ['UedBet体育城市管理局2023年政府信息公开年度报告', '□城市管理局2023年政府信息公开年度报告'],
  ['澳门新葡京娱乐平台平原县水务局2023年政府信息公开年度报告', '平原县水务局2023年政府信息公开年度报告'],
  ['通过华体会hth官网公开信息120条', '通过公开信息120条'],
  ['公开12条，mk娱乐|中国有限公司官网公开3条', '公开12条，公开3条'],
])('brands are taken out of %j, and no number with them', (source, expected) => {
  expect(cutBrands(toPiece(source), findBrands([source])).text).toBe(expected)
})

test.each([
  ['平原县水务局2023年政府信息公开工作年度报告'],
  ['江口县教育体育局2022年政府信息公开工作年度报告'],
  ['某市文化体育和旅游局2021年政府信息公开工作年度报告'],
  ['某区体育局2021年政府信息公开工作年度报告', '全年举办体育彩票公益金使用公示3次，文化娱乐场所许可12件'],
  ['金沙县人民政府官方网站', '银河国际社区', '胶东半岛平台建设', '南宫市直播平台'],
  ['通过政府官网和直播平台解读政策', '通过12345平台和IPTV直播公开', '政务直播平台', '手机app平台下载2000次'],
])('no brand is seen in %j', (...texts) => {
  expect(findBrands(texts)).toEqual([])
})

test.each([
  ['行政许可\u202e8021\u202c件', '行政许可1208件'],
  ['\u202e6\u202c', '6'],
  ['公开\u202e21', '公开12'],
  ['公开\u202d12\u202c条', '公开12条'],
])('a text that a mark turns around is read as it is shown: %j', (source, shown) => {
  expect(repairText(toPiece(source)).text).toBe(shown)
})
