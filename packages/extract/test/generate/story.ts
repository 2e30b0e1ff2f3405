import { type Sheet, type Sheets, toSheets } from './sheet.ts'
import type { Truth } from './truth.ts'

/** A report before it takes on a format: paragraphs and sheets in reading order. */
export interface Story {
  readonly truth: Truth
  readonly title: string
  readonly parts: readonly Part[]
  readonly sheets: Sheets
}

export type Part =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'sheet'; readonly sheet: Sheet }

const heading = (text: string): Part => ({ kind: 'heading', text })
const paragraph = (text: string): Part => ({ kind: 'paragraph', text })

/** Writes the report around its tables. */
export function toStory(truth: Truth): Story {
  const sheets = toSheets(truth)
  const { year, agency } = truth
  const parts: readonly Part[] = [
    paragraph(`本报告由${agency}编制，所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`),
    heading('一、总体情况'),
    paragraph('我单位把公开作为日常工作的一部分，安排专人整理目录，答复来信来电，定期检查栏目更新。'),
    heading('二、主动公开政府信息情况'),
    { kind: 'sheet', sheet: sheets.disclosure },
    heading('三、收到和处理政府信息公开申请情况'),
    { kind: 'sheet', sheet: sheets.requests },
    heading('四、政府信息公开行政复议、行政诉讼情况'),
    { kind: 'sheet', sheet: sheets.proceedings },
    heading('五、存在的主要问题及改进情况'),
    paragraph('栏目划分还不够细，下一步将按季度核对目录，并请群众代表试用后提出意见。'),
    heading('六、其他需要报告的事项'),
    paragraph('本年度没有收取信息处理费。'),
    paragraph(agency),
    paragraph(`${year + 1}年1月20日`),
  ]
  return { truth, title: `${agency}${year}年政府信息公开工作年度报告`, parts, sheets }
}

/** The story with its sheets replaced. */
export function withSheets(story: Story, change: (sheet: Sheet, name: keyof Sheets) => Sheet): Story {
  const name = (sheet: Sheet): keyof Sheets =>
    sheet === story.sheets.disclosure ? 'disclosure' : sheet === story.sheets.requests ? 'requests' : 'proceedings'
  const parts = story.parts.map((part) =>
    part.kind === 'sheet' ? { ...part, sheet: change(part.sheet, name(part.sheet)) } : part,
  )
  return { ...story, parts }
}
