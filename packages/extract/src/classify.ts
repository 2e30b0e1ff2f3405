import type { ReasonCode, Report } from '@gongkai/schema'
import { countStates } from './compile-report.ts'

/** Why a readable document is not a yearly report, or undefined when it is one. */
export function findReason(report: Report): { readonly reason: ReasonCode; readonly detail: string } | undefined {
  const states = countStates(report.cells)
  const printed = states.value + states.text + states.not_applicable
  const title = report.identity.title ?? ''
  if (printed > 0 && states.value > 0) return findPartialYear(title)
  if (states.blank >= 20) return { reason: 'blank_form', detail: `${states.blank} empty cells and no number` }
  const head = [title, ...report.lines.slice(0, 12).map((line) => line.text)].join('\n')
  if (/关于(?:做好|报送|编制|印发|开展)[^\n]{0,60}(?:通知|函)\s*$/m.test(head))
    return { reason: 'notice', detail: 'a notice about yearly reports' }
  if (/(?:公开指南|公开目录|范文|模板|样本)\s*$/m.test(head) || /[×xX＊*]{2}年/.test(head))
    return { reason: 'guide', detail: 'a guide or model text' }
  const partial = findPartialYear(`${title}\n${report.lines[0]?.text ?? ''}`)
  if (partial) return partial
  const listed = countTitles(report)
  if (listed >= 3) return { reason: 'column_page', detail: `${listed} titles of reports and no table` }
  const other = otherReport.exec(head)?.[0]
  if (other && !titled.test(title)) return { reason: 'other_report', detail: `"${other.trim()}"` }
  if (isYearlyReport(report, head)) return undefined
  return { reason: 'unrelated', detail: 'neither a title of a yearly report nor a statutory table was found' }
}

function findPartialYear(title: string): { readonly reason: ReasonCode; readonly detail: string } | undefined {
  const found = /上半年|下半年|第?[一二三四1-4]季度|半年/.exec(title)?.[0]
  return found ? { reason: 'partial_year', detail: `"${found}"` } : undefined
}

/** Another kind of yearly report that names itself in its title. */
const otherReport =
  /^.{0,40}(?:部门(?:决算|预算)|财政(?:决算|预算)|法治政府建设(?:年度)?(?:情况|工作)?(?:的?报告|年度报告)|政府工作报告|网站(?:工作)?年度(?:工作)?报表)(?:公开|说明)?\s*$/m

/** Number of report titles of different years that stand alone on a line, as on a column page. */
function countTitles(report: Report): number {
  const titles = report.lines.flatMap(
    ({ text }) =>
      /^[·•]?\s*(\S{2,30}?20\d{2}年?(?:度)?政府信息公开(?:工作)?年度报告)(?:\s*[[(（]?20\d{2}-\d{2}-\d{2}[\])）]?)?$/.exec(
        text,
      )?.[1] ?? [],
  )
  return new Set(titles).size
}

const titled = /(?:政府|政务)?信息公开(?:工作)?[^\n。]{0,12}(?:年度?)?(?:工作)?(?:报告|年报)/

function isYearlyReport(report: Report, head: string): boolean {
  const hasSections = report.sections.length >= 3
  return (
    titled.test(head.replace(/[ \t]/g, '').replace(/\n(?=公开|工作|年度|报告)/g, '')) &&
    (report.identity.year !== null || hasSections)
  )
}
