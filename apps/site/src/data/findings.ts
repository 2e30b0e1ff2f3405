import { readAll, readWhere } from './read-rows.ts'
import type { FindingRow, MessageRow } from './rows.ts'

let messages: Promise<ReadonlyMap<string, MessageRow>> | undefined

const readMessages = async () => new Map((await readAll('messages')).map((row) => [row.message_id, row] as const))

/**
 * The findings of one report with what is said of each: the dataset holds a message once for all findings that say it.
 *
 * @throws {RangeError} if the dataset lacks the message of a finding
 */
export async function readFindings(reportId: string): Promise<readonly FindingRow[]> {
  messages ??= readMessages()
  const [findings, byId] = await Promise.all([readWhere('findings', 'report_id', reportId), messages])
  return findings.map((finding) => {
    const message = byId.get(finding.message_id)
    if (!message)
      throw new RangeError(`Cannot show "${finding.check_id}" of "${reportId}": no message "${finding.message_id}"`)
    return { ...finding, ...message }
  })
}
