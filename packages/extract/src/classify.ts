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
  if (/(?:公开指南|公开目录|范文|模板)\s*$/m.test(title)) return { reason: 'guide', detail: 'a guide or model text' }
  const partial = findPartialYear(title)
  if (partial) return partial
  if (isYearlyReport(report, head)) return undefined
  return { reason: 'unrelated', detail: 'neither a title of a yearly report nor a statutory table was found' }
}

function findPartialYear(title: string): { readonly reason: ReasonCode; readonly detail: string } | undefined {
  return /上半年|下半年|[一二三四1-4]季度|半年/.test(title)
    ? { reason: 'partial_year', detail: `"${title}"` }
    : undefined
}

const titled = /(?:政府|政务)?信息公开(?:工作)?[^\n。]{0,12}(?:年度?)?(?:工作)?(?:报告|年报)/

function isYearlyReport(report: Report, head: string): boolean {
  const hasSections = report.sections.length >= 3
  return (
    titled.test(head.replace(/[ \t]/g, '').replace(/\n(?=公开|工作|年度|报告)/g, '')) &&
    (report.identity.year !== null || hasSections)
  )
}
