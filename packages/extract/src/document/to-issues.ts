import { type Issue, issueCodes } from '@gongkai/schema'
import type { IssueNote } from '../types.ts'

/** Issues with the sentences of their codes, and what was found behind them. */
export function toIssues(notes: readonly IssueNote[]): Issue[] {
  return notes.map(({ code, severity, key, line, detail }) => ({
    code,
    severity,
    key: key ?? null,
    line: line ?? null,
    messageZh: detail ? `${issueCodes[code].zh}：${detail.zh}` : issueCodes[code].zh,
    messageEn: detail ? `${issueCodes[code].en}: ${detail.en}` : issueCodes[code].en,
  }))
}
