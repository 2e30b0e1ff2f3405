import { editDistance } from '../text/edit-distance.ts'
import { remember } from '../text/remember.ts'
import { disclosure, yearlyReport } from '../text/report-title.ts'
import { toDigits } from './dates.ts'
import { isAgencyName } from './names.ts'

/** A title as printed, with what it names. */
export interface Title {
  readonly text: string
  readonly agency: string | null
  readonly year: number | null
  readonly lines: readonly number[]
}

const WORKS = `[^，。；：]{0,16}?(?:${yearlyReport}|报告)`
const TITLE = new RegExp(
  `^(?<before>.{0,60}?)(?<subject>${disclosure})(?<works>${WORKS})(?<after>(?:[（(][^）)]{0,12}[）)]|[-—–]+20\\d{2}年?度?|的?公告|的?通知|公开|全文)*)$`,
)
const HEADING =
  /^(?:第?[一二三四五六1-6１-６](?:部分)?\s*[、.．]|[（(]?[一二三四五六][）)、])|^第[一二三四五六]部分|^(?:总体情况|概述)$/
/** A button of the page, as it stands behind a title; nothing between two bars is one, too. */
const BUTTON = /^(?:打印|关闭|收藏|分享|下载|字[体号].*|【.*】|[大中小])?$/
/** A longer line is no title, whatever stands behind it. */
const LONGEST = 400
/** What a site prints in front of a title without a mark between: its own name, or the path to the page. */
const SITE_PREFIX =
  /^.{0,40}?(?:网站|信息公开网|政务网|信息网|门户网|政府网|网上(?:办事)?大厅|首页)[\s\-_—|–:：·>»]*(?=[\p{sc=Han}\d].{0,60}(?:报告|年报))/u
const DASH = /[-_|—–]/
const SITE = /^[^（(）)]*(?:网|凯发|平台|官方|首页|门户|入口|公开|政府)/
/** A character that every title has, to pass over most lines at once. */
export const OPEN = '公'
/** How most titles end, to know a misspelt one. */
const OFFICIAL_ENDS = ['政府信息公开工作年度报告', '政府信息公开年度报告', '政府信息公开工作报告'] as const
/** Two characters changed places, or one is wrong: 工作告年度报, 年度报吿. */
const MOST_ERRORS = 2

/** Whether a line opens a section, so that title, preface and page metadata stand before it. */
export const isHeading = (text: string): boolean => text.length < 40 && HEADING.test(text.trim())

/** Whether a line opens the first section: 一、总体情况, 概述 with or without a number. */
export function isFirstHeading(text: string): boolean {
  return (
    text.length < 40 &&
    /^(?:第?[一1１](?:部分)?|[（(][一1][）)])?\s*[、.．]?\s*(?:总体情况|概述|总体概述|基本情况|工作概况|总体|总体工作情况)/.test(
      text.trim(),
    ) &&
    !/[.．…]{4}|\d$/.test(text.trim())
  )
}

function toYear(text: string): number | null {
  // A whole date beside the title is the day of the page.
  const match = /(?<!\d)(20[012]\d)(?!\d|\s*[-./年]\s*\d{1,2}\s*[-./月])/.exec(toDigits(text))
  return match === null ? null : Number(match[1])
}

function toAgency(before: string): string | null {
  const name = toDigits(before)
    .replace(/\s/g, '')
    .replace(/^(?:关于(?:公布|发布|公开|报送|印发|上报)?|附件[:：]?|【.*?】)/, '')
    .replace(/(?<!\d)20\d{2}(?:年度|年|度)?/g, '')
    // 泾县（县人民政府办公室）: the office that publishes it; 水利局（机关）.
    .replace(/[（(][^（()）]{1,24}[）)]$/, '')
    .replace(/(?:关于)?(?:报送|印发|公布|发布|公开|上报|做好|编制|开展|的|年度|本级)*$/, '')
    .replace(/关于$/, '')
    .replace(/^(?:年度|年)/, '')
    .replace(/人民$/, '人民政府')
  return isAgencyName(name) ? name : null
}

/** Reads one string as a title; null if it is none. */
export function parseTitle(raw: string, lines: readonly number[]): Title | null {
  const title = raw.includes(OPEN) ? readTitle(raw) : null
  return title === null ? null : { ...title, lines }
}

/** A title without the bars of a layout table around it and the buttons of the page behind it. */
function withoutButtons(text: string): string {
  if (text.length > LONGEST) return text
  const bare = text.replace(/^[\s|]+/, '')
  let end = bare.length
  for (const { index, 0: gap } of [...bare.matchAll(/[\s|]+/g)].reverse())
    if (BUTTON.test(bare.slice(index + gap.length, end))) end = index
  return bare.slice(0, end)
}

/**
 * A title without the names of sites and their columns behind it.
 *
 * @example `某县水利局2023年年度报告-政务公开-某县人民政府网` → `某县水利局2023年年度报告`
 */
function withoutSite(text: string): string {
  let end = text.length
  for (let at = end - 1, from = end; at >= 0; at--) {
    if (!DASH.test(text.charAt(at))) continue
    if (!SITE.test(text.slice(at + 1, from))) break
    while (DASH.test(text.charAt(at - 1))) at--
    end = at
    from = at
  }
  return end === text.length ? text : text.slice(0, end).trimEnd()
}

const readTitle = remember((raw): Omit<Title, 'lines'> | null => {
  const whole = raw
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:标\s*题(?:\s*[:：]|\s)|附\s*件\s*(?:\d\s*)?[:：])\s*/, '')
    .replace(/\[bookmark:[^\]]{0,200}\]/g, '')
  const text = withoutSite(withoutButtons(whole)).replace(SITE_PREFIX, '')
  const compact = text.replace(/(?<=[^\x21-\x7e])\s+|\s+(?=[^\x21-\x7e])/g, '')
  if (
    compact.length > 80 ||
    compact.length < 6 ||
    /[。；]|《|^(?:本报告|现将|根据|依照|按照|索引号|当前位置)|>/.test(compact)
  )
    return null
  const groups = TITLE.exec(compact)?.groups
  if (groups === undefined) return readMisspelt(text, compact)
  const { before = '', works = '', after = '' } = groups
  const agency = toAgency(before)
  const leftover = toDigits(before).replace(/\s|20\d{2}|年度|年|关于|报送|印发|公布|发布|的/g, '')
  if (agency === null && leftover.length > 12) return null
  return { text, agency, year: toYear(before) ?? toYear(works) ?? toYear(after) }
})

/** A title whose last words are printed with errors; agency and year have to stand before them, or it may be anything. */
function readMisspelt(text: string, compact: string): Omit<Title, 'lines'> | null {
  if (!/[告报吿][表度年]?$/.test(compact)) return null
  const before = OFFICIAL_ENDS.flatMap((end) =>
    [0, -1, 1].flatMap((more) => {
      const at = compact.length - end.length - more
      return at > 0 && editDistance(compact.slice(at), end, MOST_ERRORS) <= MOST_ERRORS ? [compact.slice(0, at)] : []
    }),
  )
  for (const one of before) {
    const [agency, year] = [toAgency(one), toYear(one)]
    if (agency !== null && year !== null) return { text, agency, year }
  }
  return null
}

/** How much a title tells: agency and year count alike, the words of a yearly report break a tie. */
export const scoreOf = ({ agency, year, text }: Title): number =>
  (agency === null ? 0 : 2) + (year === null ? 0 : 2) + (/年度|年报/.test(text) ? 0.5 : 0)
